/** What a turnstile leaves behind. */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { createSearchQueue } from '../../../server/searching/search-queue.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

describe('a turnstile', () => {
  test('does not hold results that nobody else holds', async () => {
    const turnstile = createSearchQueue()
    const stop = new AbortController()
    const results: WeakRef<object>[] = []
    for (let i = 0; i < 20; i++) {
      await turnstile.enter(stop.signal)
      await turnstile.run(async () => {
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

  test('tells the work to stop, with the reason, and whoever waits at once', async () => {
    const turnstile = createSearchQueue()
    const stop = new AbortController()
    let told: unknown
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => {
        told = signal.reason
      })
      return new Promise<never>(() => {})
    }
    await turnstile.enter(stop.signal)
    const waiting = turnstile.run(work, stop.signal)
    stop.abort('gone')
    await expect(waiting).rejects.toBe('gone')
    expect(told).toBe('gone')
  })
})
