/** The lexicon asked for last: most new generations come of a small update, and have the words to suggest of the one before. */

import type { Snapshot } from '../index/generation/snapshot.ts'
import type { Lexicon } from '../suggest/lexicon.ts'

export interface LexiconKeeper {
  /** Loaded when it is first asked for: a plain search has no use for it. */
  of(snapshot: Snapshot): Promise<Lexicon>
}

export function lexiconKeeper(): LexiconKeeper {
  let kept: { readonly mark: string; readonly lexicon: Promise<Lexicon> } | undefined

  async function lexiconOf(snapshot: Snapshot): Promise<Lexicon> {
    const { loadLexicon } = await import('../suggest/suggest.ts')
    return loadLexicon(snapshot)
  }

  return {
    async of(snapshot) {
      const mark = await snapshot.suggestionsMark()
      if (kept?.mark === mark) return kept.lexicon
      const fresh = { mark, lexicon: lexiconOf(snapshot) }
      kept = fresh
      fresh.lexicon.catch(() => {
        if (kept === fresh) kept = undefined
      })
      return fresh.lexicon
    },
  }
}
