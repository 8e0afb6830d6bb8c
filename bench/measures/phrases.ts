/** Measures quoted phrases as people copy them: 2 to 8 characters of whole Chinese words, or 2 to 5 English words, of an article. */

import type { SearchBackend } from '../../src/backend/backend.ts'
import { normalizeText } from '../../src/text/normalize/normalize.ts'
import type { Segmenter } from '../../src/text/terms/segmenter.ts'
import type { Figure } from '../bars.ts'
import type { QuerySource } from '../queries.ts'
import { type Draw, percentile } from '../statistics.ts'
import type { CountingFolder } from './counting-folder.ts'
import { PAGE } from './warm-search.ts'

const MOST_CHARACTERS = 8
const MOST_ENGLISH_WORDS = 5
/** Articles looked at for each phrase before giving up: many are failed fetches, or have no English in them. */
const MOST_ATTEMPTS = 200

export type PhraseKind = 'Chinese' | 'English'

/** Draws each phrase once, since its result is kept. */
export async function drawPhrases(
  source: QuerySource,
  kind: PhraseKind,
  count: number,
  draw: Draw,
): Promise<readonly string[]> {
  const phrases = new Set<string>()
  for (let attempts = 0; attempts < count * MOST_ATTEMPTS; attempts++) {
    if (phrases.size === count) break
    const article = await source.backend.article(source.paths[draw(source.paths.length)] ?? '')
    const blocks = article?.blocks ?? []
    const text = normalizeText(blocks[draw(Math.max(1, blocks.length))]?.text ?? '')
    const phrase = kind === 'Chinese' ? chinese(text, source.segmenter, draw) : english(text, draw)
    if (phrase !== undefined) phrases.add(phrase)
  }
  return [...phrases]
}

function chinese(text: string, segmenter: Segmenter, draw: Draw): string | undefined {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? []
  const run = runs[draw(Math.max(1, runs.length))]
  if (run === undefined) return undefined
  const ends: number[] = [0]
  segmenter.cut(run, 0, run.length, (_, end) => ends.push(end))
  const start = ends[draw(ends.length - 1)] ?? 0
  const fitting = ends.filter((end) => end >= start + 2 && end <= start + MOST_CHARACTERS)
  const end = fitting[draw(Math.max(1, fitting.length))]
  return end === undefined ? undefined : run.slice(start, end)
}

function english(text: string, draw: Draw): string | undefined {
  const runs = (text.match(/[a-z]+(?: [a-z]+)+/g) ?? []).map((run) => run.split(' '))
  const words = runs[draw(Math.max(1, runs.length))]
  if (words === undefined) return undefined
  const start = draw(words.length - 1)
  return words.slice(start, start + 2 + draw(MOST_ENGLISH_WORDS - 1)).join(' ')
}

/** Asks every phrase once, in quotes. @param folder what `backend` reads */
export async function phraseFigure(
  backend: SearchBackend,
  folder: CountingFolder,
  kind: PhraseKind,
  phrases: readonly string[],
): Promise<Figure> {
  const milliseconds: number[] = []
  const texts: number[] = []
  for (const phrase of phrases) {
    const before = folder.unpacked
    const start = performance.now()
    await backend.search({ query: `"${phrase}"`, limit: PAGE, offset: 0, sort: 'relevance' })
    milliseconds.push(performance.now() - start)
    texts.push(folder.unpacked - before)
  }
  const wanted =
    kind === 'Chinese' ? `2 to ${MOST_CHARACTERS} characters` : `2 to ${MOST_ENGLISH_WORDS} words`
  return {
    name: `quoted ${kind} phrases p95`,
    value: phrases.length === 0 ? undefined : percentile(milliseconds, 95),
    unit: 'ms',
    atMost: 20,
    note:
      phrases.length === 0
        ? 'the archive has none'
        : `${phrases.length} of ${wanted}, p50 ${percentile(milliseconds, 50).toFixed(2)} ms; blocks of texts read: p50 ${percentile(texts, 50)}, p95 ${percentile(texts, 95)}`,
  }
}
