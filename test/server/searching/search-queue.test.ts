/** Who gets a turn, who waits, who is refused, and what a queue leaves behind. */

import { getEventListeners } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { createSearchQueue, type SearchLimits } from '../../../server/searching/search-queue.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const FOREVER = 2 ** 30
const ROOMY: SearchLimits = { running: 1, waiting: 10, waitMs: FOREVER, workMs: FOREVER }
const still = new AbortController().signal

/** Work that ends when the test says so. */
function openWork() {
  let [end, fail]: [(value: string) => void, (reason: unknown) => void] = [() => {}, () => {}]
  const result = new Promise<string>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return {
    work: () => result,
    end: (value: string) => end(value),
    fail: (why: unknown) => fail(why),
  }
}

/** Lets all that can go on go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Enters so many times. The list gets the number of each that has its turn, in order. */
function enterAll(queue: ReturnType<typeof createSearchQueue>, count: number): number[] {
  const entered: number[] = []
  for (let number = 0; number < count; number++) {
    queue.enter(still).then(() => entered.push(number))
  }
  return entered
}

describe('turns', () => {
  test('are given to as many as may run, and to the others in order when one has ended', async () => {
    const queue = createSearchQueue({ ...ROOMY, running: 2 })
    const entered = enterAll(queue, 5)
    await settle()
    expect(entered).toEqual([0, 1])
    for (const expected of [
      [0, 1, 2],
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
    ]) {
      await queue.run(async () => 'done', still)
      await settle()
      expect(entered).toEqual(expected)
    }
  })

  test('are given on after work that fails', async () => {
    const queue = createSearchQueue(ROOMY)
    const entered = enterAll(queue, 2)
    await settle()
    const { work, fail } = openWork()
    const running = queue.run(work, still)
    fail(new Error('broken'))
    await expect(running).rejects.toThrow('broken')
    await settle()
    expect(entered).toEqual([0, 1])
  })

  test('are not given on before work has ended that was told to stop', async () => {
    const queue = createSearchQueue({ ...ROOMY, workMs: 1 })
    const entered = enterAll(queue, 2)
    await settle()
    const { work, end } = openWork()
    await expect(queue.run(work, still)).rejects.toMatchObject({ status: 503 })
    await settle()
    expect(entered).toEqual([0])
    end('late')
    await settle()
    expect(entered).toEqual([0, 1])
  })

  test('are refused at once when too many wait', async () => {
    const queue = createSearchQueue({ ...ROOMY, waiting: 2 })
    const entered = enterAll(queue, 3)
    await expect(queue.enter(still)).rejects.toMatchObject({
      status: 503,
      headers: { 'Retry-After': '1' },
    })
    expect(entered).toEqual([0])
  })

  test('are refused when none comes in time, and the place is free again', async () => {
    const queue = createSearchQueue({ ...ROOMY, waiting: 1, waitMs: 1 })
    await queue.enter(still)
    for (let i = 0; i < 3; i++)
      await expect(queue.enter(still)).rejects.toMatchObject({ status: 503 })
    await queue.run(async () => 'done', still)
    await queue.enter(still)
  })

  test('are not waited for by whoever has gone, whose place is free again', async () => {
    const queue = createSearchQueue({ ...ROOMY, waiting: 1 })
    await queue.enter(still)
    const gone = new AbortController()
    const waiting = queue.enter(gone.signal)
    gone.abort('gone')
    await expect(waiting).rejects.toBe('gone')
    const next = queue.enter(still)
    await queue.run(async () => 'done', still)
    await next
    await expect(queue.enter(gone.signal)).rejects.toBe('gone')
  })

  test('that are not used are no turns: two that have gone leave nothing blocked', async () => {
    const queue = createSearchQueue({ ...ROOMY, running: 2 })
    const gone = new AbortController()
    gone.abort('gone')
    for (let i = 0; i < 5; i++) await expect(queue.enter(gone.signal)).rejects.toBe('gone')
    const entered = enterAll(queue, 2)
    await settle()
    expect(entered).toEqual([0, 1])
  })
})

describe('a queue', () => {
  test('does not hold results that nobody else holds', async () => {
    const queue = createSearchQueue()
    const stop = new AbortController()
    const results: WeakRef<object>[] = []
    for (let i = 0; i < 20; i++) {
      await queue.enter(stop.signal)
      await queue.run(async () => {
        const result = { number: i }
        results.push(new WeakRef(result))
        return result
      }, stop.signal)
    }
    // The last may still be somebody's temporary value.
    await new Promise((resolve) => setTimeout(resolve, 10))
    collectGarbage()
    expect(results.slice(0, -1).filter((result) => result.deref() !== undefined)).toEqual([])
  })

  test('leaves no listener with a signal that many have waited with', async () => {
    const queue = createSearchQueue({ ...ROOMY, waiting: 1, waitMs: 1 })
    const { signal } = new AbortController()
    await queue.enter(signal)
    await expect(queue.enter(signal)).rejects.toMatchObject({ status: 503 })
    const next = queue.enter(signal)
    await queue.run(async () => 'done', signal)
    await next
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('tells the work to stop, with the reason, and whoever waits at once', async () => {
    const queue = createSearchQueue()
    const stop = new AbortController()
    let told: unknown
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => {
        told = signal.reason
      })
      return new Promise<never>(() => {})
    }
    await queue.enter(stop.signal)
    const waiting = queue.run(work, stop.signal)
    stop.abort('gone')
    await expect(waiting).rejects.toBe('gone')
    expect(told).toBe('gone')
  })
})
