/** Index files whose checksums are right and whose content nobody wrote: lengths and counts that lie, in every file. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEmbedded } from '../../../src/backend/embedded.ts'
import { SouwenError } from '../../../src/errors.ts'
import type { IndexFolder } from '../../../src/index/files/byte-source.ts'
import { verifyIndex } from '../../../src/index/generation/verify.ts'
import { partsOf, seal } from '../../helpers/sealed.ts'
import { fileNamed, folderWith, type IndexFiles, smallIndex } from '../../helpers/small-index.ts'

const QUERIES = [
  '开源',
  '"应链攻"',
  'cve*',
  'source:甲 攻击 date:2025-01-05..',
  '供应链攻击到底是什么意思呢',
]

/** Bytes that are large numbers, none, or the beginning of a number that goes on. */
const LIES = [
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0x3f],
  [0xff],
  [0x80],
  [0x7f, 0, 0, 0],
  [0],
]

/** Milliseconds of the processor, much for forty articles; a count that is believed takes more, or never ends. */
const LONGEST_MS = 10_000

let files: IndexFiles
beforeAll(async () => {
  files = await smallIndex()
})

/** Everything that is asked of an index; throws what it throws. */
async function askAll(folder: IndexFolder): Promise<void> {
  const backend = await openEmbedded(folder)
  try {
    for (const query of QUERIES)
      await backend.search({ query, limit: 50, offset: 0, sort: 'relevance', facets: true })
    await backend.suggest({ query: '开', limit: 5 })
    const article = await backend.article('5.md')
    if (article !== undefined) await backend.related(article.id, 3)
    await backend.stats()
    await backend.failed()
  } finally {
    await backend.close()
  }
}

async function expectAnsweredOrRefused(folder: IndexFolder): Promise<void> {
  const began = process.cpuUsage()
  try {
    await askAll(folder)
  } catch (error) {
    if (!(error instanceof SouwenError)) throw error
    expect(['index-damaged', 'index-newer', 'index-older']).toContain(error.code)
  }
  await verifyIndex(folder)
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000).toBeLessThan(LONGEST_MS)
}

/** The most memory that this process ever held, in bytes; 0 where the system does not say. */
function peakBytes(): number {
  try {
    const [, kibibytes] =
      /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return Number(kibibytes) * 1024
  } catch {
    return 0
  }
}

describe.each(['segment', 'catalog', 'duplicates', 'suggestions', 'deletions'])('%s', (kind) => {
  test('that lies is refused or answered, soon and without filling the memory', async () => {
    const [name, original] = fileNamed(files, kind)
    const { dataLength, tableEnd } = partsOf(original)
    // Half of the lies in the table of sections, which is small: it says how long everything is.
    const places = fc.oneof(
      fc.nat(dataLength - 1),
      fc.integer({ min: dataLength, max: tableEnd - 1 }),
    )
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom(...LIES), async (at, lie) => {
        const lying = original.slice()
        lying.set(lie.slice(0, tableEnd - at), at)
        await expectAnsweredOrRefused(folderWith(files, { [name]: seal(lying) }))
      }),
      { numRuns: kind === 'segment' ? 60 : 25 },
    )
    expect(peakBytes()).toBeLessThan(1e9)
  }, 120_000)
})
