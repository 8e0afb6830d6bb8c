import { expect, test } from 'vitest'
import { formatSummary } from '../../../src/cli/commands/index-command.ts'
import { formatStats } from '../../../src/cli/commands/stats.ts'

test('the summary of a build', () => {
  const summary = {
    generation: 3,
    articles: 97_800,
    added: 1200,
    updated: 3,
    removed: 0,
    unchanged: 96_597,
    reread: 40,
    skipped: [{ path: '坏.md', reason: 'not text' }],
    others: [] as { ending: string; files: number }[],
    failedFetches: 1,
    corpusBytes: 399_000_000,
    indexBytes: 201_460_000,
    seconds: 61.25,
  }
  expect(formatSummary(summary, '档案', 'index')).toBe(
    `1,200 added, 3 updated, 0 removed, 96,597 unchanged (40 read again), 1 skipped, 1 failed fetch
97,800 articles, 399.0 MB in 档案 → 201.5 MB in index, 61.3 s
`,
  )
  const kinds = ['.pdf', '.docx', '', '.png', '.jpg', '.mp4', '.zip', '.bin']
  const others = kinds.map((ending, i) => ({ ending, files: 12 - i }))
  expect(formatSummary({ ...summary, others }, '档案', 'index').split('\n')[1]).toBe(
    '12 .pdf, 11 .docx, 10 without an ending, 9 .png, 8 .jpg, 7 .mp4, 11 of other kinds not read',
  )
})

test('the figures of an index', () => {
  const stats = {
    generation: 3,
    articles: 1250,
    byStatus: { blocked: 50, article: 1200 },
    truncated: 7,
    terms: 40_321,
    segments: 2,
    indexBytes: 2_560_000,
    builtAt: '2025-10-03T08:00:00.000Z',
    firstDate: '2024-03-01',
    lastDate: '2025-10-02',
    sources: [
      { source: '安全客', articles: 1000, failed: 50, lastDate: '2025-10-02', recent: [] },
      { source: 'solidot', articles: 250, failed: 0, lastDate: '2025-09-30', recent: [] },
    ],
    months: [
      { month: '2025-10', articles: 1249, failed: 50 },
      { month: '', articles: 1, failed: 0 },
    ],
  }
  expect(formatStats(stats)).toBe(
    `articles     1,250
  article    1,200
  blocked       50
truncated        7
terms       40,321
segments         2
generation       3
index       2.6 MB
dated 2024-03-01 to 2025-10-02

source   articles  failed  newest
安全客      1,000      50  2025-10-02
solidot       250       0  2025-09-30

month      articles  failed
2025-10       1,249      50
(no date)         1       0
`,
  )
})
