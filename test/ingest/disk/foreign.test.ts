/** Files of other programs in the folder that is given for the index. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, openIndex } from '../../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
  archive.write('a.md', fetchedFile({ title: '苹果丰收', body: '今年的苹果又大又甜。' }))
})
afterEach(() => archive.end())

const build = (full = false) =>
  buildIndex({ corpus: archive.corpus, index: archive.index, full, threads: 0 })
const at = (name: string) => join(archive.index, name)

function place(files: Readonly<Record<string, string>>): void {
  mkdirSync(archive.index, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text)
}

const contents = () =>
  Object.fromEntries(
    readdirSync(archive.index).map((name) => [name, readFileSync(at(name), 'utf8')]),
  )

describe('a manifest of another program', () => {
  test.each([
    ['a web app', '{ "name": "app", "start_url": "/", "icons": [] }'],
    ['an extension', '{"manifest_version": 3, "version": "1.0"}'],
    ['a list', '[{"url": "/a", "revision": null}]'],
    ['a file with a format', '{"format": "parquet", "files": []}'],
    ['no JSON', 'Manifest-Version: 1.0\nCreated-By: jar\n'],
  ])('of %s is left as it is, with all beside it, also by --full', async (_, text) => {
    const files = { 'manifest.json': text, 'segment-1': 'own', 'notes.new': 'own' }
    place(files)
    for (const full of [false, true]) {
      const failure = await build(full).catch((error) => error)
      expect(failure).toMatchObject({ code: 'index-foreign' })
      expect(failure.message).toContain(at('manifest.json'))
      expect(failure.message).not.toContain('--full')
      expect(contents()).toEqual(files)
    }
    await expect(openIndex(archive.index)).rejects.toMatchObject({ code: 'index-foreign' })
  })
})

describe('a manifest of ours that is damaged', () => {
  test('is rebuilt by --full, however much of it is left', async () => {
    await build()
    const text = readFileSync(at('manifest.json'), 'utf8')
    for (const left of ['', '{', '\0'.repeat(200), text.slice(0, 100), text.slice(20)]) {
      writeFileSync(at('manifest.json'), left)
      await expect(build()).rejects.toMatchObject({ code: 'index-damaged' })
      expect(await build(true)).toMatchObject({ articles: 1 })
    }
  })
})

describe('a file that only has the name of one of ours', () => {
  test('is kept, and its number is not used', async () => {
    place({ 'segment-1': 'own', 'catalog-7': 'own', 'notes.new': 'own' })
    await build()
    archive.write('b.md', fetchedFile({ title: '模型发布', body: '研究所公布了新的开源模型。' }))
    place({ 'segment-40': 'own' })
    await build()
    expect(contents()).toMatchObject({
      'segment-1': 'own',
      'catalog-7': 'own',
      'segment-40': 'own',
      'notes.new': 'own',
    })
    await build(true)
    expect(contents()).toMatchObject({ 'segment-1': 'own', 'segment-40': 'own' })
  })
})

describe('a folder named as a file of ours', () => {
  test.each(['manifest.json', 'segment-2', 'lock'])(
    '%s is named, and nothing changed',
    async (name) => {
      mkdirSync(at(name), { recursive: true })
      for (const full of [false, true]) {
        const failure = await build(full).catch((error) => error)
        expect(failure).toMatchObject({ code: 'index-foreign' })
        expect(failure.message).toContain(`${at(name)}: is a folder`)
        expect(readdirSync(archive.index)).toEqual([name])
      }
    },
  )
})
