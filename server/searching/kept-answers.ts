/**
 * The last answers, as long as they hold: their key names the generation, the day and the request. Readers go back and forth,
 * several ask the same, and what is asked twice at a time is searched for once; it is given up when all who asked have gone.
 */

import type { Cache } from '../../src/memory/memory.ts'

export interface Answer {
  /** Keeping the answer takes this many bytes. */
  readonly bytes: number
}

export interface KeptAnswers<Kept extends Answer> {
  /**
   * The kept answer to `key`, or what `find` gives; an answer that fails is not kept.
   * @param find is told to stop, with the reason of the last one's `gone`
   * @param gone absent: whoever asks stays
   */
  get(key: string, find: (stopped: AbortSignal) => Promise<Kept>, gone?: AbortSignal): Promise<Kept>
}

/** An answer that is being looked for. */
interface Pending<Kept> {
  readonly answer: Promise<Kept>
  readonly stop: AbortController
  /** How many asked and have not gone. */
  waiting: number
}

export function keepAnswers<Kept extends Answer>(cache: Cache<string, Kept>): KeptAnswers<Kept> {
  const pending = new Map<string, Pending<Kept>>()

  function forget(key: string, search: Pending<Kept>): void {
    if (pending.get(key) === search) pending.delete(key)
  }

  function begin(key: string, find: (stopped: AbortSignal) => Promise<Kept>): Pending<Kept> {
    const stop = new AbortController()
    const search = { answer: find(stop.signal), stop, waiting: 0 }
    pending.set(key, search)
    search.answer.then(
      (answer) => {
        if (pending.get(key) === search) cache.set(key, answer, answer.bytes)
        forget(key, search)
      },
      () => forget(key, search),
    )
    return search
  }

  function leave(key: string, search: Pending<Kept>, reason: unknown): void {
    search.waiting--
    if (search.waiting > 0 || pending.get(key) !== search) return
    forget(key, search)
    search.stop.abort(reason)
  }

  return {
    async get(key, find, gone) {
      const known = cache.get(key)
      if (known !== undefined) return known
      const search = pending.get(key) ?? begin(key, find)
      search.waiting++
      gone?.addEventListener('abort', () => leave(key, search, gone.reason), { once: true })
      return search.answer
    },
  }
}
