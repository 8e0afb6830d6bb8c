import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followFolder } from '../../src/backend/following.ts'
import { MANIFEST_NAME } from '../../src/index/files/manifest.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import { filling } from '../helpers/filling.ts'
import { memoryFiles, type Placed } from '../helpers/memory-index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-follow-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const segmenter = dictionarySegmenter(['开源'])

/** One article a segment, of several pages: many take long to open, and not all is read then. */
const segments = (count: number): readonly (readonly Placed[])[] =>
  Array.from({ length: count }, (_, number) => [
    { article: { number, title: '开源', body: filling(number, 9000) } },
  ])

/** Puts a file in its place as a writer does: at once. */
function put(name: string, bytes: Uint8Array): void {
  writeFileSync(join(folder, `${name}.new`), bytes)
  renameSync(join(folder, `${name}.new`), join(folder, name))
}

const total = async (backend: ReturnType<typeof followFolder>) =>
  (await backend.search({ query: '开源', limit: 1, offset: 0, sort: 'relevance' })).total

test('a call that waits for a generation to open gets its answer though a newer one opens first', async () => {
  const many = await memoryFiles(segments(60), segmenter)
  const few = await memoryFiles(segments(2), segmenter)
  const answers: (readonly number[])[] = []
  // How soon a call begins to open depends on the machine; one that has not begun finds the newer generation.
  for (const milliseconds of [2, 5, 10, 20, 50, 100]) {
    for (const [name, bytes] of Object.entries(many)) put(name, bytes)
    const backend = followFolder(folder)
    const early = Promise.all([total(backend), total(backend)])
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    put(MANIFEST_NAME, few[MANIFEST_NAME] ?? new Uint8Array())
    expect(await total(backend)).toBe(2)
    expect(await backend.stats()).toMatchObject(await backend.version())
    answers.push(await early)
    await backend.close()
  }
  for (const [first, second] of answers) expect([2, 60]).toContain(first === second && first)
  expect(answers).toContainEqual([60, 60])
})

test('a generation that cannot be opened is tried again by the next call', async () => {
  const files = await memoryFiles(segments(2), segmenter)
  for (const [name, bytes] of Object.entries(files)) if (name !== 'segment-1') put(name, bytes)
  const backend = followFolder(folder)
  await expect(total(backend)).rejects.toMatchObject({ code: 'index-damaged' })
  put('segment-1', files['segment-1'] ?? new Uint8Array())
  expect(await total(backend)).toBe(2)
  await backend.close()
})
