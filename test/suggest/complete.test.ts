/** Suggestions of a real index of a small archive, and what must hold for each of them. */

import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchBackend, Suggestion } from '../../src/backend/backend.ts'
import { buildIndex, openIndex } from '../../src/engine.ts'
import { normalizeText } from '../../src/text/normalize/normalize.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../helpers/archive-folder.ts'

const ARTICLES = [
  {
    title: 'Log4Shell 漏洞仍在被利用',
    source: '奇安信 CERT',
    body: '攻击者仍在利用漏洞，网络安全人员发现了新的攻击。',
  },
  {
    title: '漏洞赏金计划公布',
    source: '奇安信 CERT',
    body: '这家公司为安全漏洞付钱，攻击面因此变小。',
  },
  { title: '新的攻击手法', source: '安全客', body: '攻击从一台服务器开始，服务器没有修补漏洞。' },
  {
    title: '漏洞赏金计划公布',
    source: '安全客',
    body: 'The vulnerability was found by a researcher. 软件落地之后才发现。',
  },
  {
    title: '软件落地的两年',
    source: 'Solidot',
    body: 'Another vulnerability, 这一次服务器漏洞都已打上补丁，代码 zqxjkw 只在这里。',
  },
] as const

let archive: ArchiveFolder
let backend: SearchBackend

beforeAll(async () => {
  archive = archiveFolder()
  for (const [i, article] of ARTICLES.entries()) {
    const url = `https://example.org/${i}`
    archive.write(`${i}.md`, fetchedFile({ ...article, url, date: `2025-03-0${i + 1}` }))
  }
  await buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })
  backend = await openIndex(archive.index)
})

afterAll(async () => {
  await backend.close()
  archive.end()
})

async function suggest(query: string, limit = 10): Promise<readonly Suggestion[]> {
  return (await backend.suggest({ query, limit })).suggestions
}

const textsOf = (suggestions: readonly Suggestion[], kind: Suggestion['kind']) =>
  suggestions.filter((one) => one.kind === kind).map(({ text }) => text)
const words = async (query: string) => textsOf(await suggest(query), 'word')

describe('words', () => {
  test('are found by their beginning, the commonest first', async () => {
    expect(await words('vuln')).toEqual(['vulnerability'])
    expect(await words('攻')).toEqual(['攻击'])
    // 攻击 stands in three articles, 服务器 and 软件 in two.
    expect((await suggest('攻'))[0]).toEqual({
      kind: 'word',
      text: '攻击',
      query: '攻击',
      articles: 3,
    })
  })

  test('by pinyin and by initials', async () => {
    for (const typed of ['lou', 'loudong', 'LouDong']) expect(await words(typed)).toContain('漏洞')
    // 漏洞 in four articles, 落地 in two.
    expect((await words('ld')).slice(0, 2)).toEqual(['漏洞', '落地'])
    expect(await words('gongji')).toContain('攻击')
  })

  test('however they are written', async () => {
    expect(await words('ＶＵＬＮ')).toEqual(['vulnerability'])
    expect(await words('軟')).toEqual(['软件'])
  })

  test('behind what was typed before', async () => {
    expect(await words('Apache 漏')).toEqual(['Apache 漏洞'])
    expect(await words('apache漏')).toEqual(['apache漏洞'])
    expect(await words('服务器漏')).toEqual(['服务器漏洞'])
    expect(await words('苹果 -漏')).toEqual(['苹果 -漏洞'])
    expect(await words('title:lou')).toContain('title:漏洞')
  })

  test('those that stand together with it, with how many articles hold both', async () => {
    // 攻击 is the commoner word, but not in the articles about a vulnerability.
    expect((await words('g')).slice(0, 2)).toEqual(['攻击', '公布'])
    expect(await suggest('vulnerability g')).toEqual([
      { kind: 'word', text: 'vulnerability 公布', query: 'vulnerability 公布', articles: 1 },
    ])
    expect((await words('zqxjkw g'))[0]).toBe('zqxjkw 攻击')
    expect((await words('vulnerability OR g'))[0]).toBe('vulnerability OR 攻击')
  })

  test('a run of Chinese goes on only as it does somewhere', async () => {
    // One article has 服务器漏洞 in a row; the search finds another that has the two words.
    expect((await suggest('服务器漏'))[0]?.articles).toBe(2)
    expect(await words('服务器攻')).toEqual([])
  })

  test('a run of letters does not go on', async () => {
    expect(await words('log4shellvuln')).toEqual([])
  })

  test('one-off terms, function words and numbers are none', async () => {
    expect(await words('zqx')).toEqual([])
    expect(await words('th')).toEqual([])
    expect(await words('2025')).toEqual([])
    // Of a title one is enough: it was chosen.
    expect(await words('log4')).toEqual(['log4shell'])
  })
})

describe('sources', () => {
  test('are found by name, pinyin and initials, with a query that asks for them', async () => {
    for (const typed of ['奇安', 'qianxin', 'qax', 'source:qax', '来源：奇安信 '.trim()]) {
      const found = (await suggest(typed)).filter(({ kind }) => kind === 'source')
      expect(found).toEqual([
        { kind: 'source', text: '奇安信 CERT', query: 'source:"奇安信 CERT"', articles: 2 },
      ])
    }
    const { total } = await backend.search({
      query: 'source:"奇安信 CERT"',
      limit: 1,
      offset: 0,
      sort: 'relevance',
    })
    expect(total).toBe(2)
  })

  test('stand behind what was typed before the field', async () => {
    expect(await suggest('漏洞 source:sol')).toEqual([
      { kind: 'source', text: 'Solidot', query: '漏洞 source:Solidot', articles: 1 },
    ])
  })
})

describe('titles', () => {
  test('are found by their beginning, with how many articles have them', async () => {
    const titles = (await suggest('漏洞赏')).filter(({ kind }) => kind === 'title')
    expect(titles).toEqual([
      {
        kind: 'title',
        text: '漏洞赏金计划公布',
        query: 'title:"漏洞赏金计划公布"',
        articles: 2,
      },
    ])
    expect(textsOf(await suggest('LOG4SHELL 漏'), 'title')).toEqual(['Log4Shell 漏洞仍在被利用'])
  })

  test('for pinyin, by the word that it stands for', async () => {
    expect(textsOf(await suggest('loudong'), 'title')).toEqual(['漏洞赏金计划公布'])
  })
})

test('what was pasted is not completed', async () => {
  const pasted = '漏洞赏金计划公布'.repeat(30_000)
  expect(await suggest(pasted)).toEqual([])
  expect(await suggest(pasted.slice(0, 200))).toEqual([])
})

/** By the letter of the promise: the text begins so, or its pinyin does, or its initials. */
function begins(text: string, typed: string): boolean {
  const sound = pinyin(text, {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  }).flatMap((part) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const initials = sound.map((syllable) => [...syllable][0] ?? '')
  return [normalizeText(text), sound.join(''), initials.join('')].some((form) =>
    form.startsWith(normalizeText(typed)),
  )
}

test('every suggestion begins as is typed, and there are no more than asked for', async () => {
  const beginnings = fc
    .constantFrom(...ARTICLES.flatMap(({ title, source }) => [title, source]), 'loudong', 'ld')
    .chain((text) => fc.nat(Math.min(12, text.length)).map((end) => text.slice(0, end)))
  const letters = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    maxLength: 3,
  })
  await fc.assert(
    fc.asyncProperty(fc.oneof(beginnings, letters), fc.nat(12), async (typed, limit) => {
      const suggestions = await suggest(typed.trimStart(), limit)
      expect(suggestions.length).toBeLessThanOrEqual(limit)
      for (const { text } of suggestions)
        expect([text, typed, begins(text, typed.trimStart())]).toEqual([text, typed, true])
    }),
    { numRuns: 300 },
  )
})
