import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIndex, openIndex } from '../../../src/engine.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { openSnapshot } from '../../../src/index/generation/snapshot.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'

let archive: ArchiveFolder
beforeEach(() => {
  archive = archiveFolder()
  archive.write(
    'a.md',
    fetchedFile({
      title: '国产开源模型发布',
      body: '研究所今天公布了新的开源模型权重，大家可以免费下载。',
    }),
  )
})
afterEach(() => archive.end())

const build = (options: Partial<Parameters<typeof buildIndex>[0]> = {}) =>
  buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0, ...options })

async function total(query: string): Promise<number> {
  const backend = await openIndex(archive.index)
  const result = await backend.search({ query, limit: 10, offset: 0, sort: 'relevance' })
  await backend.close()
  return result.total
}

/** Is there such a term, not only these characters side by side? */
async function hasWord(word: string): Promise<boolean> {
  const snapshot = await openSnapshot(nodeFolder(archive.index))
  const found = await snapshot.segments[0]?.segment.words.find(new TextEncoder().encode(word))
  await snapshot.close()
  return found !== undefined
}

describe('a corpus', () => {
  test('that is gone does not take the index with it', async () => {
    await build()
    rmSync(archive.corpus, { recursive: true })
    await expect(build()).rejects.toMatchObject({ code: 'corpus-missing' })
    expect(await total('开源模型')).toBe(1)
  })

  test('that is suddenly empty does not empty the index, unless that is asked for', async () => {
    await build()
    archive.remove('a.md')
    await expect(build()).rejects.toMatchObject({
      code: 'corpus-missing',
      message: expect.stringContaining('"souwen index --full"'),
    })
    expect(await total('开源模型')).toBe(1)
    expect(await build({ full: true })).toMatchObject({ articles: 0 })
    expect(await total('开源模型')).toBe(0)
  })

  test('that was always empty makes an empty index', async () => {
    archive.remove('a.md')
    expect(await build()).toMatchObject({ articles: 0, added: 0 })
    expect(await total('开源模型')).toBe(0)
  })

  test('in another folder takes the place of the first when that is meant', async () => {
    await build()
    const other = archiveFolder()
    other.write(
      'b.md',
      fetchedFile({
        title: '苹果丰收',
        body: '今年的苹果又大又甜，果农忙着采摘，合作社说价格也不错。',
      }),
    )
    expect(await build({ corpus: other.corpus, replace: true })).toMatchObject({
      added: 1,
      removed: 1,
    })
    expect([await total('开源模型'), await total('苹果')]).toEqual([0, 1])
    other.end()
  })
})

describe('a user dictionary', () => {
  const dictionary = (text: string) => {
    const path = join(archive.corpus, '..', 'words.txt')
    writeFileSync(path, text)
    return path
  }

  test('that has changed, came or went asks for a full build', async () => {
    await build()
    const changed = expect.objectContaining({
      code: 'dictionary-changed',
      message: expect.stringContaining('"souwen index --full"'),
    })
    const first = dictionary('公布了\n')
    await expect(build({ userDictionary: first })).rejects.toEqual(changed)
    await build({ userDictionary: first, full: true })
    expect(await build({ userDictionary: first })).toMatchObject({ unchanged: 1 })
    await expect(build({ userDictionary: dictionary('公布了\n新的\n') })).rejects.toEqual(changed)
    await expect(build()).rejects.toEqual(changed)
    expect(await total('开源模型')).toBe(1)
  })

  test('has the words that articles are cut into, and other words when it has changed', async () => {
    await build({ userDictionary: dictionary('源模 2000000000\n'), full: true })
    expect(await hasWord('源模')).toBe(true)
    await build({ userDictionary: dictionary('型权 2000000000\n'), full: true })
    expect([await hasWord('源模'), await hasWord('型权')]).toEqual([false, true])
  })

  test('with a word longer than any name leaves an index that can be searched and merged', async () => {
    const long = '研究所公布的很长很长的名字'.repeat(40)
    const userDictionary = dictionary(`${long}\n`)
    for (const n of [1, 2, 3]) {
      const url = `https://${n}.example.org/`
      archive.write(
        `${n}.md`,
        fetchedFile({ title: `长名 ${n}`, url, body: `${long}出现在这里。` }),
      )
      await build({ userDictionary })
    }
    archive.remove('a.md')
    await build({ userDictionary })
    expect(await total(`"${long}"`)).toBe(3)
    expect(await total('长名')).toBe(3)
  })
})

describe('a damaged index', () => {
  test.each(['manifest', 'catalog', 'duplicates', 'segment'])(
    'says so when it is to be updated, and is replaced by a full build: %s',
    async (kind) => {
      await build()
      const name = archive.indexFiles().find((file) => file.startsWith(kind)) ?? ''
      archive.write(
        'b.md',
        fetchedFile({
          title: '苹果丰收',
          body: '今年的苹果又大又甜，果农忙着采摘，合作社说价格也不错。',
        }),
      )
      archive.write(
        'a.md',
        fetchedFile({ title: '国产开源模型', body: '研究所今天公布了新的模型，大家都可以下载。' }),
      )
      const damaged = kind === 'manifest' ? '{\n  "format": nothing' : 'nothing'
      writeFileSync(join(archive.index, name), damaged)
      await expect(build()).rejects.toMatchObject({
        code: 'index-damaged',
        message: expect.stringContaining('souwen index --full'),
      })
      expect(await build({ full: true })).toMatchObject({ articles: 2 })
      expect(await total('苹果')).toBe(1)
      expect(archive.indexFiles()).toHaveLength(5)
    },
  )
})
