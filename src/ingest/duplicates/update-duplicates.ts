/** Writes which articles of a generation are one text. What was found of a pair holds for as long as neither changes. */

import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { publisherOf } from '../../address/article-key.ts'
import { partitionPoint } from '../../binary-search.ts'
import { createBlockCache } from '../../index/files/block-cache.ts'
import type { IndexFolder } from '../../index/files/byte-source.ts'
import type { SegmentEntry } from '../../index/files/manifest.ts'
import { readDeletions } from '../../index/generation/deletions.ts'
import {
  readDuplicates,
  readVerdicts,
  type VerdictRows,
  type Verdicts,
  verdictsOf,
} from '../../index/generation/duplicates.ts'
import { openSegment } from '../../index/segment/segment.ts'
import { bodyOf } from '../../index/store/article-record.ts'
import { verdictRows, writeDuplicates } from '../../index/write/duplicates-writer.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { shinglesOf } from '../../text/shingles.ts'
import { IdTable } from '../catalog/id-table.ts'
import type { FileNames } from '../disk/index-files.ts'
import { writeIndexFile } from '../disk/index-files.ts'
import {
  type ArticleColumns,
  liveArticles,
  type PlacedArticle,
  readArticleColumns,
} from './article-columns.ts'
import {
  type CandidateList,
  type Compare,
  compareGroups,
  findDuplicates,
} from './find-duplicates.ts'
import { type ComparedText, isNearDuplicate } from './near-duplicate.ts'
import { affectedArticles, groupsWithout, partVerdicts } from './regroup.ts'

export interface DuplicatesUpdate {
  readonly segments: readonly SegmentEntry[]
  /** The generation before, its files still there; undefined: there is none. */
  readonly before: Before | undefined
  /** Ids of articles that came, changed or went since. */
  readonly changed: IdTable
}

interface Before {
  readonly segments: readonly SegmentEntry[]
  readonly duplicates?: string
}

interface Grouping {
  readonly groups: Groups
  readonly verdicts: VerdictRows
}

/** Returns the name of the file. */
export async function updateDuplicates(
  folder: IndexFolder,
  names: FileNames,
  { segments, before, changed }: DuplicatesUpdate,
): Promise<string> {
  const open = openColumnsOnce(folder)
  try {
    const now = await mapInSequence(segments, open.columnsOf)
    const { groups, verdicts } = await groupAgain(folder, open.columnsOf, { now, before, changed })
    const name = names.next('duplicates')
    const places = groups.map((group) =>
      group.map(({ columns, article }) => ({ segment: now.indexOf(columns), article })),
    )
    await writeIndexFile(join(folder.path, name), (container) =>
      writeDuplicates(container, places, verdicts),
    )
    return name
  } finally {
    await open.close()
  }
}

type ColumnsOf = (entry: SegmentEntry) => Promise<ArticleColumns>

/** Articles that are compared stand near each other more often than not. */
const PAGES_BYTES = 8 << 20

/** Opens each segment once, as most belong to both generations. A segment of both is read with its deletions of now. */
function openColumnsOnce(folder: IndexFolder): {
  readonly columnsOf: ColumnsOf
  close(): Promise<void>
} {
  const opened = new Map<string, ArticleColumns>()
  return {
    async columnsOf(entry) {
      const known = opened.get(entry.name)
      if (known !== undefined) return known
      const segment = await openSegment(folder, entry.name, createBlockCache(PAGES_BYTES))
      const deleted = await readDeletions(folder, entry, createBlockCache(0))
      const columns = await readArticleColumns(segment, deleted)
      opened.set(entry.name, columns)
      return columns
    },
    async close() {
      for (const { segment } of opened.values()) await segment.close()
    },
  }
}

async function mapInSequence<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await act(item))
  return results
}

async function groupAgain(
  folder: IndexFolder,
  columnsOf: ColumnsOf,
  {
    now,
    before,
    changed,
  }: {
    readonly now: readonly ArticleColumns[]
    readonly before: Before | undefined
    readonly changed: IdTable
  },
): Promise<Grouping> {
  if (before?.duplicates === undefined) return groupArticles(liveArticles(now), new Map(), changed)
  const known = await readVerdicts(folder, before.duplicates)
  const old = await mapInSequence(before.segments, columnsOf)
  const gone = old.filter((columns) => !now.includes(columns))
  const reached = affectedArticles(changed, now, gone)
  if (reached === undefined) return groupArticles(liveArticles(now), verdictsOf(known), changed)
  const ids = IdTable.of([...changed, ...reached.map(({ id }) => id)])
  const { others, theirs } = partVerdicts(ids, known)
  const fresh = await groupArticles(reached, theirs, changed)
  const rows = await readDuplicates(folder, before, createBlockCache(0))
  return {
    groups: insertGroups(fresh.groups, groupsWithout(ids, rows, old, now)),
    verdicts: Buffer.concat([others, fresh.verdicts]),
  }
}

type Groups = readonly (readonly PlacedArticle[])[]

/** Few groups among many: to sort all would look at every one. */
function insertGroups(fresh: Groups, kept: Groups): Groups {
  const groups = [...kept]
  for (const group of fresh) {
    const place = partitionPoint(groups.length, (at) => compareGroups(groups[at] ?? [], group) > 0)
    groups.splice(place, 0, group)
  }
  return groups
}

async function groupArticles(
  articles: CandidateList<PlacedArticle>,
  known: Verdicts,
  changed: IdTable,
): Promise<Grouping> {
  const verdicts = new Map<string, boolean>()
  const compare = rememberVerdicts(createComparer(), known, changed, verdicts)
  const groups = await findDuplicates(articles, compare)
  return { groups, verdicts: verdictRows(verdicts) }
}

/** A pair is compared once, in this run or an earlier one. */
function rememberVerdicts(
  compare: Compare<PlacedArticle>,
  before: Verdicts,
  changed: IdTable,
  verdicts: Map<string, boolean>,
): Compare<PlacedArticle> {
  return async (first, other) => {
    const pair = first.id + other.id
    const old = changed.hasId(first.id) || changed.hasId(other.id) ? undefined : before.get(pair)
    const verdict = old ?? (await compare(first, other))
    verdicts.set(pair, verdict)
    return verdict
  }
}

function createComparer(): Compare<PlacedArticle> {
  const segments: ArticleColumns[] = []
  const texts = new LRUCache<number, ComparedText>({
    max: KEPT,
    ignoreFetchAbort: true,
    fetchMethod(place) {
      const columns = segments[Math.floor(place / MOST_ARTICLES)]
      if (columns === undefined) throw new RangeError(`no segment at ${place}`)
      return readComparedText(columns, place % MOST_ARTICLES)
    },
  })

  /** Texts are kept under numbers, since an article may come as different objects. */
  function textOf({ columns, article }: PlacedArticle): Promise<ComparedText> {
    if (!segments.includes(columns)) segments.push(columns)
    return texts.forceFetch(segments.indexOf(columns) * MOST_ARTICLES + article)
  }

  return async (first, other) => isNearDuplicate(await textOf(first), await textOf(other))
}

/** No segment holds more articles. */
const MOST_ARTICLES = 2 ** 32

/** Texts to keep: one is compared with several others, and with those right before it. */
const KEPT = 64

async function readComparedText(
  { segment }: ArticleColumns,
  article: number,
): Promise<ComparedText> {
  const record = await segment.articles.record(article)
  return {
    title: normalizeText(record.title),
    publisher: publisherOf(record.url),
    shingles: shinglesOf(normalizeText(bodyOf(record))),
  }
}
