/** Which fetch of an article is searched, and what is told of the others, against a plain reading of the rules. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readHeadAt, readVersions, reasonOf } from '../../../src/ingest/reading/read-versions.ts'
import { learnSites } from '../../../src/ingest/threads/tasks.ts'
import {
  type ArchiveFolder,
  archiveFolder,
  FAILED_BODY,
  fetchedFile,
} from '../../helpers/archive-folder.ts'

const BODY = '研究所今天公布了新的开源模型权重，大家可以免费下载，训练数据也已经公开。'
const NAVIGATION = '[首页](/) [科学](/science) [书籍](/books) [关于我们](/about)'
const MENU = '本站文章欢迎转载，转载时请注明出处和作者。'

/** What a fetch may have come to. Only the first one is an article. */
const KINDS = ['article', 'failed', 'gone', 'binary'] as const
type Kind = (typeof KINDS)[number]

let archive: ArchiveFolder
beforeAll(() => {
  archive = archiveFolder()
  const url = 'https://example.org/1'
  for (let n = 0; n < 4; n++) {
    const title = `第 ${n} 次抓取`
    archive.write(
      `article${n}.md`,
      fetchedFile({ title, url, body: `${NAVIGATION}\n\n${BODY}\n\n${MENU}` }),
    )
    archive.write(`failed${n}.md`, fetchedFile({ title, url, body: FAILED_BODY }))
    archive.write(`binary${n}.md`, new Uint8Array(3000))
  }
})
afterAll(() => archive.end())

const read = (kinds: readonly Kind[], furniture: ReadonlyMap<string, Uint32Array> = new Map()) =>
  readVersions(
    { corpus: archive.corpus, furniture },
    kinds.map((kind, n) => ({
      path: `${kind}${n}.md`,
      sizeBytes: 1,
      modifiedMs: 1,
      changedMs: 7,
      articleId: '0'.repeat(16),
      fetchDate: '',
      siteKeys: ['example.org', 'example.org\t示例网'],
    })),
  )

const pathsOf = (all: readonly { readonly path: string }[]) => all.map(({ path }) => path)

describe('the fetches of an article', () => {
  test('of which the newest that holds an article is searched, and the rest are listed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KINDS), { maxLength: 4 }), (kinds) => {
        const { article, paths, versions, problems } = read(kinds)
        const all = kinds.map((kind, n) => ({ kind, path: `${kind}${n}.md` }))
        // What stands after the one searched is looked at no further than to its title.
        const readable = all.filter(({ kind }) => kind === 'article' || kind === 'failed')
        const found = readable.find(({ kind }) => kind === 'article') ?? readable[0]
        expect(article?.path).toBe(found?.path)
        expect(pathsOf(problems)).toEqual(
          pathsOf(all.filter(({ kind }) => kind === 'gone' || kind === 'binary')),
        )
        const ways = readable.map(({ kind, path }) => {
          const isOlder =
            found?.kind === 'article' &&
            all.findIndex((one) => one.path === path) > all.indexOf(found)
          return { path, status: isOlder ? 'unread' : kind === 'article' ? 'article' : 'empty' }
        })
        expect(versions.map(({ path, status }) => ({ path, status }))).toEqual(
          readable.length > 1 ? ways : [],
        )
        expect(paths).toEqual(
          found === undefined
            ? []
            : [found.path, ...pathsOf(readable).filter((path) => path !== found.path)],
        )
      }),
      { numRuns: 60 },
    )
  })

  test('are named with their titles and the days on which they were fetched', () => {
    expect(read(['article', 'article']).versions).toEqual([
      {
        path: 'article0.md',
        title: '第 0 次抓取',
        fetchDate: '2025-03-09T12:03:13.017231',
        status: 'article',
      },
      {
        path: 'article1.md',
        title: '第 1 次抓取',
        fetchDate: '2025-03-09T12:03:13.017231',
        status: 'unread',
      },
    ])
  })

  test('tell why one of them cannot be read', () => {
    const { problems } = read(['gone', 'binary'])
    expect(problems[0]?.reason).toContain('ENOENT')
    expect(problems[1]?.reason).not.toBe('')
  })
})

test('what was learned of any of its sites is taken off an article, and of no other site', () => {
  const paths = Array.from({ length: 6 }, (_, n) => `site/${n}.md`)
  for (const [n, path] of paths.entries()) {
    const own = `第 ${n} 家书店在雨后的周末特别好卖，店主说她很高兴。`
    const body = `${NAVIGATION}\n\n${own}\n\n${MENU}`
    archive.write(
      path,
      fetchedFile({ title: `第 ${n} 家书店`, url: `https://example.org/${n}`, body }),
    )
  }
  const [lines] = learnSites({ corpus: archive.corpus, samples: [{ key: '', paths }] })
  const textOf = (key: string) => {
    const learned = new Map([[key, lines ?? new Uint32Array(0)]])
    return read(['article'], learned).article?.blocks.map(({ text }) => text)
  }
  expect(textOf('example.org')).toEqual([BODY])
  expect(textOf('example.org\t示例网')).toEqual([BODY])
  expect(textOf('example.com')).toContain(MENU)
})

test('the head of a long file is that of the whole', () => {
  const title = '很长的一篇'
  archive.write('long.md', fetchedFile({ title, body: `${BODY}\n\n`.repeat(2000) }))
  expect(readHeadAt(archive.corpus, 'long.md')).toMatchObject({ path: 'long.md', title })
  rmSync(join(archive.corpus, 'long.md'))
  expect(() => readHeadAt(archive.corpus, 'long.md')).toThrow('ENOENT')
})

test('the reason of an error is its message, and of anything else what it prints as', () => {
  expect(reasonOf(new TypeError('no text'))).toBe('no text')
  expect(reasonOf('no text')).toBe('no text')
  expect(reasonOf(404)).toBe('404')
})
