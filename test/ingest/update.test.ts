import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { buildIndex, openIndex } from '../../src/engine.ts'
import { type ArchiveFolder, archiveFolder } from '../helpers/archive-folder.ts'
import { systemError, withWriter } from '../helpers/failing-writes.ts'
import { runs } from '../helpers/properties.ts'
import { apply, type Change, changeIn } from './random-changes.ts'

const QUERIES = [
  '开源模型',
  '苹果',
  '供应链攻击',
  '"应链攻"',
  'cve-2025-24813',
  '書籍',
  '转载',
  'title:开源',
  'source:乙报 攻击',
  'date:2025-03 -苹果',
  'site:site0.example.com 漏洞',
  'url:example.com/a/1',
  'fetched:2025-04-05.. lang:zh',
  'is:empty OR is:truncated',
  '苹果 OR 漏洞 升级',
  '报道 编辑部 量子',
]

/** A busy machine may take this long for what takes seconds. */
const LONGEST_MS = 300_000

const PREFIXES = ['开', 'gj', 'pingguo', '供应', '苹果丰', '甲', 'yi', 'cve', 'v5']

/**
 * Everything that an index answers, but for how long it took.
 * @param turn each query is asked in one of four ways, and in another one in the next turn
 */
async function answersOf(backend: SearchBackend, paths: readonly string[], turn: number) {
  const results = []
  for (const [place, query] of QUERIES.entries()) {
    const way = (place + turn) % 4
    const sort = way % 2 === 0 ? 'relevance' : 'date'
    const request = { query, limit: 50, offset: 0, sort, all: way > 1 } as const
    const { tookMs: _, ...rest } = await backend.search(request)
    results.push(rest)
  }
  const suggestions = []
  for (const query of PREFIXES) {
    const { tookMs: _, ...rest } = await backend.suggest({ query, limit: 50 })
    suggestions.push(rest)
  }
  const { articles, byStatus, truncated, firstDate, lastDate, sources } = await backend.stats()
  const stored = await Promise.all(paths.map((at) => backend.article(at)))
  return {
    results,
    suggestions,
    stored,
    articles,
    byStatus,
    truncated,
    firstDate,
    lastDate,
    sources,
  }
}

async function answers(index: string, paths: readonly string[], turn: number) {
  const backend = await openIndex(index)
  try {
    return await answersOf(backend, paths, turn)
  } finally {
    await backend.close()
  }
}

/** What both runs must tell alike. */
const outcome = ({
  articles,
  failedFetches,
  skipped,
  corpusBytes,
}: Awaited<ReturnType<typeof buildIndex>>) => ({
  articles,
  failedFetches,
  skipped: skipped.map(({ path: at }) => at).sort(),
  corpusBytes,
})

async function expectLikeFull(
  archive: ArchiveFolder,
  files: ReadonlySet<string>,
  turn: number,
): Promise<void> {
  const { corpus, index } = archive
  const other = archive.otherIndex()
  const updated = await buildIndex({ corpus, index, threads: 0 })
  const full = await buildIndex({ corpus, index: other, threads: 0 })
  const { added, updated: changed, unchanged, articles } = updated
  expect(added + changed + unchanged).toBe(articles)
  expect(outcome(updated)).toEqual(outcome(full))
  const paths = [...files]
  expect(await answers(index, paths, turn)).toEqual(await answers(other, paths, turn))
}

async function runSteps(steps: readonly (readonly Change[])[]): Promise<void> {
  const archive = archiveFolder()
  const files = new Set<string>()
  try {
    for (const [turn, changes] of steps.entries()) {
      for (const made of changes) apply(made, archive, files)
      if (files.size > 0) await expectLikeFull(archive, files, turn)
    }
  } finally {
    archive.end()
  }
}

test(
  'an index brought up to date, step by step, answers as one built anew',
  async () => {
    const step = fc.array(changeIn({ paths: 12, urls: 8, sites: 1 }), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), runSteps), {
      numRuns: runs(3),
    })
  },
  LONGEST_MS,
)

test(
  'and still does after so many steps that segments merge',
  async () => {
    const step = fc.array(changeIn({ paths: 80, urls: 60, sites: 60 }), {
      minLength: 2,
      maxLength: 3,
    })
    const steps = fc.array(step, { minLength: 12, maxLength: 12 })
    await fc.assert(fc.asyncProperty(steps, runSteps), {
      numRuns: runs(1),
    })
  },
  LONGEST_MS,
)

/** A step that is tried first by a run that dies at one of its writes, and may merge everything. */
interface Attempt {
  readonly changes: readonly Change[]
  readonly diesAt: number
  readonly optimize: boolean
}

/** Nothing is written from that write on; what is on the disk by then stays. */
async function die({ corpus, index }: ArchiveFolder, { diesAt, optimize }: Attempt): Promise<void> {
  const fail = (calls: number) => {
    if (calls >= diesAt) throw systemError('EIO', 'writeSync')
    return undefined
  }
  const run = () => buildIndex({ corpus, index, threads: 0, optimize }).catch(() => undefined)
  await withWriter('writeSync', fail, run)
}

async function runAttempts(attempts: readonly Attempt[]): Promise<void> {
  const archive = archiveFolder()
  const { corpus, index } = archive
  const files = new Set<string>()
  try {
    let before: unknown
    for (const [turn, attempt] of attempts.entries()) {
      for (const made of attempt.changes) apply(made, archive, files)
      if (files.size === 0) continue
      await die(archive, attempt)
      if (before !== undefined) {
        const anew = archive.otherIndex()
        await buildIndex({ corpus, index: anew, threads: 0 })
        expect([before, await answers(anew, [], 0)]).toContainEqual(await answers(index, [], 0))
      }
      await buildIndex({ corpus, index, threads: 0, optimize: attempt.optimize })
      await expectLikeFull(archive, files, turn)
      before = await answers(index, [], 0)
    }
  } finally {
    archive.end()
  }
}

test(
  'and through runs that die at any write, which leave the answers from before or those to come',
  async () => {
    const attempt = fc.record({
      changes: fc.array(changeIn({ paths: 30, urls: 20, sites: 6 }), {
        minLength: 1,
        maxLength: 4,
      }),
      diesAt: fc.oneof(fc.nat(60), fc.nat(12)),
      optimize: fc.boolean(),
    })
    const attempts = fc.array(attempt, { minLength: 6, maxLength: 6 })
    await fc.assert(fc.asyncProperty(attempts, runAttempts), {
      numRuns: runs(1),
    })
  },
  LONGEST_MS,
)
