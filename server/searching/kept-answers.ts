/**
 * The last answers, as long as they hold: of the same generation, day and request. Readers go back and forth, several ask the
 * same, and what is asked twice at a time is searched for once; it is given up when all who asked have gone.
 */

export interface KeptAnswers<Answer> {
  /**
   * The kept answer to `key`, or what `find` gives; an answer that fails is not kept.
   * @param find is told to stop, with the reason of the last one's `gone`
   * @param gone absent: whoever asks stays
   */
  get(
    key: string,
    find: (stopped: AbortSignal) => Promise<Answer>,
    gone?: AbortSignal,
  ): Promise<Answer>
}

interface Kept<Answer> {
  readonly answer: Promise<Answer>
  readonly stop: AbortController
  /** Those who asked and have not gone. */
  waiting: number
  isThere: boolean
}

/** @param most how many are kept; the one that was not asked for longest goes first */
export function keepAnswers<Answer>(most: number): KeptAnswers<Answer> {
  const all = new Map<string, Kept<Answer>>()

  function forget(key: string, kept: Kept<Answer>): void {
    if (all.get(key) === kept) all.delete(key)
  }

  function begin(key: string, find: (stopped: AbortSignal) => Promise<Answer>): Kept<Answer> {
    const stop = new AbortController()
    const kept = { answer: find(stop.signal), stop, waiting: 0, isThere: false }
    kept.answer.then(
      () => {
        kept.isThere = true
      },
      () => forget(key, kept),
    )
    return kept
  }

  function leave(key: string, kept: Kept<Answer>, reason: unknown): void {
    kept.waiting--
    if (kept.waiting > 0 || kept.isThere) return
    forget(key, kept)
    kept.stop.abort(reason)
  }

  return {
    get(key, find, gone) {
      const kept = all.get(key) ?? begin(key, find)
      all.delete(key)
      all.set(key, kept)
      for (const oldest of all.keys()) {
        if (all.size <= most) break
        all.delete(oldest)
      }
      kept.waiting++
      gone?.addEventListener('abort', () => leave(key, kept, gone.reason), { once: true })
      return kept.answer
    },
  }
}
