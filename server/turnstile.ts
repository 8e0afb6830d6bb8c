/** Lets so many searches run at a time, so many wait for so long, and refuses the rest: an answer late is worse than none. */

import { Refusal } from './refusal.ts'

export interface TurnstileLimits {
  readonly running: number
  readonly waiting: number
  /** Longest wait for a turn, in ms. */
  readonly waitMs: number
  /** Longest time for one piece of work, in ms; its result is not waited for then. */
  readonly workMs: number
}

const searchLimits: TurnstileLimits = {
  running: 8,
  waiting: 256,
  waitMs: 10_000,
  workMs: 20_000,
}

export interface Turnstile {
  /** Waits for a turn. Throws Refusal (503) when there are too many before or none comes in time. */
  enter(): Promise<void>
  /** Does the work and gives the turn on when it has ended, however long that takes. Throws Refusal (503) when it takes too long. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
}

export function createTurnstile(limits: TurnstileLimits = searchLimits): Turnstile {
  const queue: (() => void)[] = []
  let running = 0

  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else running--
  }

  return {
    async enter() {
      if (running < limits.running) {
        running++
        return
      }
      if (queue.length >= limits.waiting) throw busy()
      await turnIn(queue, limits.waitMs)
    },
    run(work) {
      const result = work()
      result.then(leave, leave)
      return withinMs(result, limits.workMs)
    },
  }
}

function turnIn(queue: (() => void)[], waitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const turn = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      queue.splice(queue.indexOf(turn), 1)
      reject(busy())
    }, waitMs)
    queue.push(turn)
  })
}

function withinMs<Result>(result: Promise<Result>, milliseconds: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(busy()), milliseconds)
    result.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function busy(): Refusal {
  return new Refusal(503, 'Too many searches are under way; try again.', { 'Retry-After': '1' })
}
