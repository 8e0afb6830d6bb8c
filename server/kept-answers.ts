/**
 * The last answers, as long as they hold: of the same generation, day and request. Readers go back and forth, several ask the
 * same, and what is asked twice at a time is searched for once.
 */

export interface KeptAnswers<Answer> {
  /** The kept answer to `key`, or what `find` gives; an answer that fails is not kept. */
  get(key: string, find: () => Promise<Answer>): Promise<Answer>
}

/** @param most how many are kept; the one that was not asked for longest goes first */
export function keepAnswers<Answer>(most: number): KeptAnswers<Answer> {
  const kept = new Map<string, Promise<Answer>>()

  function forget(key: string, answer: Promise<Answer>): void {
    if (kept.get(key) === answer) kept.delete(key)
  }

  return {
    get(key, find) {
      const answer = kept.get(key) ?? find()
      kept.delete(key)
      kept.set(key, answer)
      answer.catch(() => forget(key, answer))
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
      return answer
    },
  }
}
