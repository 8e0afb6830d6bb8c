/**
 * Makes a search stoppable: each read of its view may fail, and may let other searches go first. Work between two reads takes
 * milliseconds, whatever is asked; a search that takes seconds reads again and again.
 */

import type { Segment } from '../index/segment/segment.ts'
import type { TermDictionary } from '../index/terms/terms.ts'
import type { IndexView } from './lists/index-view.ts'

/**
 * A search keeps all others waiting for at most so many ms, as long as its reads find what they want in memory. Most searches end
 * before; with shorter turns all that run at a time would end late.
 */
const TURN_MS = 50

/** Reads fail with the signal's reason once it is aborted. Without a signal: the view itself. */
export function makeStoppable(
  view: IndexView,
  signal: AbortSignal | undefined,
  turnMs = TURN_MS,
): IndexView {
  if (signal === undefined) return view
  const pause = createPause(signal, turnMs)
  const segments = view.segments.map((one) => ({
    ...one,
    segment: pauseSegment(one.segment, pause),
  }))
  return { ...view, segments }
}

/** Returns what to wait for before a read; undefined: go on. */
type Pause = () => Promise<void> | undefined

function createPause(signal: AbortSignal, turnMs: number): Pause {
  let since = performance.now()

  async function othersTurn(): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve))
    since = performance.now()
    signal.throwIfAborted()
  }

  return () => {
    if (signal.aborted) return Promise.reject(signal.reason)
    return performance.now() - since < turnMs ? undefined : othersTurn()
  }
}

function readAfter<Result>(
  wait: Promise<void> | undefined,
  read: () => Promise<Result>,
): Promise<Result> {
  return wait === undefined ? read() : wait.then(read)
}

function pauseSegment(segment: Segment, pause: Pause): Segment {
  const { articles, words, pairs } = segment
  return {
    ...segment,
    words: pauseTerms(words, pause),
    pairs: pauseTerms(pairs, pause),
    titles: async () => pauseTerms(await segment.titles(), pause),
    removedLines: async () => pauseTerms(await segment.removedLines(), pause),
    labels: async () => pauseTerms(await segment.labels(), pause),
    urls: () => pauseBetween(segment.urls(), pause),
    articles: {
      ...articles,
      record: (article) => readAfter(pause(), () => articles.record(article)),
      each: (some, visit) => readAfter(pause(), () => articles.each(some, visit)),
    },
  }
}

async function* pauseBetween<Part>(parts: AsyncGenerator<Part>, pause: Pause) {
  for await (const part of parts) {
    await pause()
    yield part
  }
}

function pauseTerms(terms: TermDictionary, pause: Pause): TermDictionary {
  return {
    find: (term) => readAfter(pause(), () => terms.find(term)),
    scan: (from, visit) => readAfter(pause(), () => terms.scan(from, visit)),
    containing: (part, accepts) => readAfter(pause(), () => terms.containing(part, accepts)),
    endingWith: (end, most) => readAfter(pause(), () => terms.endingWith(end, most)),
    postings: (entry) => readAfter(pause(), () => terms.postings(entry)),
  }
}
