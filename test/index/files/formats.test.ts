/** Indexes as each format left them, in test/fixtures: read, or refused with what to do. */

import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, followIndex, openIndex, verifyIndex } from '../../../src/engine.ts'
import { FORMAT_VERSION } from '../../../src/index/files/container.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures')
const formatOf = (folder: string) => Number(/^index-format-(\d+)$/.exec(folder)?.[1])
const older = readdirSync(FIXTURES).filter((folder) => formatOf(folder) < FORMAT_VERSION)

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
})
afterEach(() => archive.end())

test('there is an index of each older format to try', () => {
  expect(older).toEqual(['index-format-2', 'index-format-3', 'index-format-4', 'index-format-5'])
})

describe.each(older)('%s', (folder) => {
  const refusal = {
    code: 'index-older',
    message: expect.stringMatching(
      new RegExp(
        `manifest.json: format ${formatOf(folder)} is older than this program's \\(${FORMAT_VERSION}\\).*"souwen index --full"$`,
      ),
    ),
  }
  beforeEach(() => cpSync(join(FIXTURES, folder), archive.index, { recursive: true }))

  test('is refused by whoever asks, with what to do', async () => {
    await expect(openIndex(archive.index)).rejects.toMatchObject(refusal)
    await expect(verifyIndex(archive.index)).rejects.toMatchObject(refusal)
    const following = await followIndex(archive.index)
    await expect(following.stats()).rejects.toMatchObject(refusal)
    await following.close()
  })

  test('is not brought up to date, but built again when that is asked for', async () => {
    archive.write(
      'a.md',
      fetchedFile({ title: '全文检索', url: 'https://a.example/', body: '一。' }),
    )
    const options = { corpus: archive.corpus, index: archive.index }
    await expect(buildIndex(options)).rejects.toMatchObject(refusal)
    expect((await buildIndex({ ...options, full: true })).articles).toBe(1)
    expect((await verifyIndex(archive.index)).faults).toEqual([])
  })
})
