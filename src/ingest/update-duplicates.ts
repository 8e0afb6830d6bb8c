/** Writes which articles of a generation are one text. What was found of a pair holds for as long as neither changes. */

import { join } from 'node:path'
import { publisherOf } from '../corpus/identity.ts'
import { bodyOf } from '../index/article-record.ts'
import type { IndexFolder } from '../index/byte-source.ts'
import { readDeletions } from '../index/deletions.ts'
import { readVerdicts, type Verdicts, writeDuplicates } from '../index/duplicates.ts'
import type { SegmentEntry } from '../index/manifest.ts'
import { idOf } from '../index/merge-segments.ts'
import { createPageCache } from '../index/page-cache.ts'
import { remembered } from '../index/remembered.ts'
import { openSegment, type Segment, statusOfColumn } from '../index/segment.ts'
import { readSketches } from '../index/sketches.ts'
import { normalizeText } from '../text/normalize.ts'
import { shinglesOf } from '../text/shingles.ts'
import type { FileNames } from './commit.ts'
import { writeIndexFile } from './files.ts'
import { type Candidate, type Compare, findDuplicates } from './find-duplicates.ts'
import { type Compared, isNearDuplicate } from './near-duplicate.ts'

export interface DuplicatesUpdate {
  readonly segments: readonly SegmentEntry[]
  /** File of the generation before. */
  readonly known: string | undefined
  /** Ids of articles that came, changed or went since. */
  readonly changed: ReadonlySet<string>
}

interface Placed extends Candidate {
  /** Place of the segment among those of the generation. */
  readonly segment: number
  readonly article: number
}

/** Returns the name of the file. */
export async function updateDuplicates(
  folder: IndexFolder,
  names: FileNames,
  { segments: entries, known, changed }: DuplicatesUpdate,
): Promise<string> {
  const segments = await Promise.all(
    entries.map((entry) => openSegment(folder, entry.name, createPageCache(PAGES_BYTES))),
  )
  try {
    const articles: Placed[] = []
    for (const [number, entry] of entries.entries()) {
      articles.push(...(await placedArticles(folder, entry, segments[number], number)))
    }
    const before = await readVerdicts(folder, known)
    const verdicts = new Map<string, boolean>()
    const compare = remembering(comparer(segments), before, changed, verdicts)
    const groups = await findDuplicates(articles, compare)
    const name = names.next('duplicates')
    await writeIndexFile(join(folder.path, name), (container) =>
      writeDuplicates(container, groups, verdicts),
    )
    return name
  } finally {
    for (const segment of segments) await segment.close()
  }
}

/** Articles that are compared stand near each other more often than not. */
const PAGES_BYTES = 8 << 20

async function placedArticles(
  folder: IndexFolder,
  entry: SegmentEntry,
  segment: Segment | undefined,
  number: number,
): Promise<readonly Placed[]> {
  if (segment === undefined) return []
  const deleted = await readDeletions(folder, entry, createPageCache(0))
  const [ids, dates, statuses, titles, longTitles, publishers] = await Promise.all([
    segment.column('ids'),
    segment.column('dates'),
    segment.column('statuses'),
    segment.column('titleHashes'),
    segment.column('longTitles'),
    segment.column('publishers'),
  ])
  const rows = await readSketches(segment.container)
  const sketches = new Map(rows.map(({ article, sketch }) => [article, sketch]))
  const articles: Placed[] = []
  for (let article = 0; article < entry.articles; article++) {
    if (deleted.has(article)) continue
    articles.push({
      segment: number,
      article,
      id: idOf(ids, article),
      date: dates[article] ?? 0,
      hasBody: statusOfColumn(statuses[article] ?? 0) === 'article',
      title: titleOf(titles[article], longTitles[article]),
      publisher: publishers[article] ?? 0,
      sketch: sketches.get(article),
    })
  }
  return articles
}

function titleOf(hash: number | undefined, long: number | undefined): string {
  return long === 0 ? '' : `${hash} ${long}`
}

/** A pair is compared once, in this run or an earlier one. */
function remembering(
  compare: Compare<Placed>,
  before: Verdicts,
  changed: ReadonlySet<string>,
  verdicts: Map<string, boolean>,
): Compare<Placed> {
  return async (first, other) => {
    const pair = first.id + other.id
    const old = changed.has(first.id) || changed.has(other.id) ? undefined : before.get(pair)
    const verdict = old ?? (await compare(first, other))
    verdicts.set(pair, verdict)
    return verdict
  }
}

function comparer(segments: readonly Segment[]): Compare<Placed> {
  const texts = remembered(KEPT, (article: Placed) => readText(segments, article))
  return async (first, other) => isNearDuplicate(await texts(first), await texts(other))
}

/** What is compared with several others, and what came right before it. */
const KEPT = 64

async function readText(
  segments: readonly Segment[],
  { segment: number, article }: Placed,
): Promise<Compared> {
  const segment = segments[number]
  if (segment === undefined) throw new RangeError(`no segment ${number}`)
  const record = await segment.articles.record(article)
  return {
    title: normalizeText(record.title),
    publisher: publisherOf(record.url),
    shingles: shinglesOf(normalizeText(bodyOf(record))),
  }
}
