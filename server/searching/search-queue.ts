/** Lets so many searches run at a time, so many wait for so long, and refuses the rest: an answer late is worse than none. */

import { RequestProblem } from '../problems/request-problem.ts'

export interface SearchLimits {
  readonly running: number
  readonly waiting: number
  /** Longest wait for a turn, in ms. */
  readonly waitMs: number
  /** Longest time for one piece of work, in ms; it is told to stop then. */
  readonly workMs: number
}

const searchLimits: SearchLimits = {
  running: 8,
  waiting: 256,
  waitMs: 10_000,
  workMs: 20_000,
}

export interface SearchQueue {
  /** Waits for a turn. Throws RequestProblem (503) when there are too many before or none comes in time, the signal's reason when it is aborted. */
  enter(stopped: AbortSignal): Promise<void>
  /**
   * Does the work and gives the turn on when it has ended. Throws RequestProblem (503) when it takes too long.
   * @param work is told to stop when its time is up, and when `stopped` is
   */
  run<Result>(work: (signal: AbortSignal) => Promise<Result>, stopped: AbortSignal): Promise<Result>
}

export function createSearchQueue(limits: SearchLimits = searchLimits): SearchQueue {
  const waiting: (() => void)[] = []
  let running = 0

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  return {
    async enter(stopped) {
      stopped.throwIfAborted()
      if (running < limits.running) {
        running++
        return
      }
      if (waiting.length >= limits.waiting) throw createBusyProblem()
      await waitInQueue(waiting, limits.waitMs, stopped)
    },
    run(work, stopped) {
      // The signals are joined by hand, because Node never frees a signal of AbortSignal.any nor the results that its listeners
      // know.
      const end = new AbortController()
      const stop = () => end.abort(stopped.reason)
      const timer = setTimeout(() => end.abort(createTooLongProblem()), limits.workMs)
      stopped.addEventListener('abort', stop)
      if (stopped.aborted) stop()
      const result = work(end.signal)
      result.then(leave, leave)
      return rejectOnAbort(result, end.signal).finally(() => {
        clearTimeout(timer)
        stopped.removeEventListener('abort', stop)
      })
    },
  }
}

function waitInQueue(queue: (() => void)[], waitMs: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const endWait = () => {
      clearTimeout(timer)
      stopped.removeEventListener('abort', stop)
    }
    const giveUp = (reason: unknown) => {
      endWait()
      const place = queue.indexOf(turn)
      if (place >= 0) queue.splice(place, 1)
      reject(reason)
    }
    const turn = () => {
      endWait()
      resolve()
    }
    const stop = () => giveUp(stopped.reason)
    const timer = setTimeout(() => giveUp(createBusyProblem()), waitMs)
    stopped.addEventListener('abort', stop)
    queue.push(turn)
  })
}

/** Whoever waits is told at once, even when the work takes a while to stop. */
function rejectOnAbort<Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    result.then(resolve, reject)
  })
}

function createBusyProblem(): RequestProblem {
  return new RequestProblem(503, 'Too many searches are under way; try again.', {
    'Retry-After': '1',
  })
}

function createTooLongProblem(): RequestProblem {
  return new RequestProblem(
    503,
    'This search took too long and was stopped; ask for less at a time.',
  )
}
