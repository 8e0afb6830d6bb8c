/** "Did you mean" on real indexes of small archives. */

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { buildIndex, openIndex } from '../../src/engine.ts'
import type { SearchRequest } from '../../src/search/answers/result.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../helpers/archive-folder.ts'

const SENTENCES = [
  'Log4Shell 漏洞仍在被利用，Apache 已经发布补丁。',
  'A vulnerability in Apache Tomcat, tracked as CVE-2025-24813.',
  'The vulnerability affects Microsoft Exchange and Kubernetes.',
  '微软修复漏洞，攻击者通过远程代码执行控制服务器。',
  'Log4Shell was the vulnerability of the year, Microsoft said.',
  '服务器上的远程代码执行漏洞，苹果和微软都受影响。',
  '银行的行长说，供应链攻击让安全人员很忙。',
  'Kubernetes 集群的供应链攻击，Log4Shell 之后最大的漏洞。',
] as const

let archive: ArchiveFolder
let backend: SearchBackend

beforeAll(async () => {
  archive = archiveFolder()
  for (const [i, body] of SENTENCES.entries()) {
    archive.write(
      `${i}.md`,
      fetchedFile({ title: `第 ${i} 篇`, source: i < 4 ? '甲报' : '乙报', body }),
    )
  }
  await buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })
  backend = await openIndex(archive.index)
})

afterAll(async () => {
  await backend.close()
  archive.end()
})

const search = (query: string, more: Partial<SearchRequest> = {}) =>
  backend.search({ query, limit: 10, offset: 0, sort: 'relevance', ...more })
const meant = async (query: string) => (await search(query)).suggestion

/** Counts the articles that have all words. */
async function exactTotal(query: string): Promise<number> {
  return (await search(query)).total
}

describe('a query that finds little is corrected', () => {
  test.each([
    ['a letter that is missing', 'vulnerabilty', 'vulnerability'],
    ['another', 'log4shel', 'log4shell'],
    ['a letter too many', 'Microsofft', 'microsoft'],
    ['two letters exchanged', 'kuberentes', 'kubernetes'],
    ['characters that sound alike', '漏懂', '漏洞'],
    ['in the middle of a run', '远程代码直行', '远程代码执行'],
    ['in Traditional', '遠程代碼直行', '远程代码执行'],
    ['pinyin', 'loudong', '漏洞'],
    ['one word of two', 'apache vulnerabilty', 'apache vulnerability'],
    ['both', 'microsft vulnerabilty', 'microsoft vulnerability'],
    ['with letters in front', 'log4shell漏懂', 'log4shell漏洞'],
    ['in quotes', '"供应连攻击"', '"供应链攻击"'],
    [
      'beside conditions and exclusions',
      'vulnerabilty -苹果 source:甲报',
      'vulnerability -苹果 source:甲报',
    ],
    ['in the one of two that may be', '(苹果 OR 漏懂) 微软', '苹果 OR 漏洞 微软'],
  ])('%s: %s → %s', async (_what, query, other) => {
    expect(await meant(query)).toBe(other)
  })

  test('within the filters of the request', async () => {
    const { suggestion } = await search('vulnerabilty', { source: '甲报' })
    expect(suggestion).toBe('vulnerability')
    expect((await search('Kuberntes', { to: '2020' })).suggestion).toBeUndefined()
  })
})

describe('there is nothing to correct', () => {
  test.each([
    ['where enough is found', '漏洞'],
    ['in a word that the archive has, if rarely', '苹果'],
    ['in words that no article has together', '银行 Kubernetes'],
    ['in what is excluded', '漏洞 -vulnerabilty'],
    ['in a number', 'CVE-2025-24814'],
    ['in what sounds like nothing', '龘龘'],
    ['in what would make no sense of the rest', '忙漏懂'],
    ['in short words', 'abd'],
    ['in nothing', '""'],
    ['in a condition', 'source:甲爆'],
    ['in a text that was pasted', 'vulnerabilty '.repeat(7)],
  ])('%s: %s', async (_what, query) => {
    expect(await meant(query)).toBeUndefined()
  })

  test('on later pages, and for those who want the order alone', async () => {
    expect((await search('vulnerabilty', { offset: 10 })).suggestion).toBeUndefined()
    expect((await search('vulnerabilty', { withoutSnippets: true })).suggestion).toBeUndefined()
  })
})

test('a corrected query always finds more articles with all its words', async () => {
  const known = [
    'vulnerability',
    'log4shell',
    'microsoft',
    'kubernetes',
    '漏洞',
    '远程代码执行',
    '供应链',
  ]
  const garbled = fc
    .tuple(fc.constantFrom(...known), fc.nat(), fc.constantFrom(...'aeonst懂连直', ''))
    .map(([word, at, unit]) => {
      const place = at % word.length
      return word.slice(0, place) + unit + word.slice(place + 1)
    })
  const word = fc.oneof(
    { weight: 3, arbitrary: garbled },
    { weight: 1, arbitrary: fc.constantFrom(...known) },
  )
  const queries = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  let corrected = 0
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const other = await meant(query)
      if (other === undefined) return
      corrected++
      expect(await exactTotal(other)).toBeGreaterThan(await exactTotal(query))
    }),
    { numRuns: 150 },
  )
  expect(corrected).toBeGreaterThan(20)
})
