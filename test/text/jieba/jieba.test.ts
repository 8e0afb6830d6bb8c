import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import nodejieba from 'nodejieba'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SouwenError } from '../../../src/errors.ts'
import { jiebaSegmenter } from '../../../src/text/jieba/jieba.ts'
import { NORMALIZED_WORDS } from '../../../src/text/jieba/normalized-words.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import type { Segmenter } from '../../../src/text/terms/segmenter.ts'
import { cutWords, partsOf } from '../../helpers/cut-words.ts'
import { DEFAULT_DICT, loadNodejieba } from '../../helpers/nodejieba.ts'
import { withNodejieba } from '../../helpers/with-nodejieba.ts'
import { anyText, hanRun } from '../arbitraries.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function dictionary(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe("jieba's own dictionary", () => {
  const segmenter = jiebaSegmenter()
  const cut = (text: string) => cutWords(segmenter, text)
  const parts = (word: string) => partsOf(segmenter, word)

  test('words are those of the dictionary, unknown names fall to characters', () => {
    expect(cut('全文检索')).toEqual(['全文检索'])
    expect(cut('云工开物')).toEqual(['云', '工', '开', '物'])
  })

  test('blanks, commas and full stops are words of their own', () => {
    expect(cut('全文\n检索，。 全文')).toEqual(['全文', '\n', '检索', '，', '。', ' ', '全文'])
  })

  test('a range of a text is cut as if it stood alone', () => {
    const words: string[] = []
    segmenter.cut('中国人民', 1, 3, (start, end) => words.push('中国人民'.slice(start, end)))
    expect(words).toEqual(['国人'])
  })

  test('a long word has its shorter words, the same one at each of its places', () => {
    expect(parts('全文检索')).toEqual(['全文', '检索'])
    expect(parts('中国科学院')).toEqual(['中国', '科学', '学院', '科学院'])
    expect(parts('哈哈哈')).toEqual(['哈哈', '哈哈'])
    expect(parts('检索')).toEqual([])
  })

  test('words that normalising changes are still words', () => {
    expect(cut('干隆皇帝')).toEqual(['干隆皇帝'])
    expect(cut('哪咤')).toEqual(['哪咤'])
  })

  test("the words added are all of jieba's that normalising changes to something it has not", () => {
    const lines = readFileSync(DEFAULT_DICT, 'utf8').trim().split('\n')
    const words = new Set(lines.map((line) => line.split(' ')[0]))
    const added = lines
      .map((line) => [normalizeText(line.split(' ')[0] ?? ''), ...line.split(' ').slice(1)])
      .filter(([word = '']) => !words.has(word) && /^\p{Script=Han}{2,}$/u.test(word))
      .map((columns) => columns.join(' '))
    expect(added).toContain('干隆 2435 nr')
    expect(NORMALIZED_WORDS.split('|')).toEqual(added)
  })
})

describe("an owner's dictionary", () => {
  test('its words are words, written in Traditional too', () => {
    const path = dictionary('words.txt', '云工开物\r\n\r\n魔童降世 5000\n倉頡計劃 200 nz\n')
    const segmenter = jiebaSegmenter({ userDictionary: path })
    expect(cutWords(segmenter, '云工开物')).toEqual(['云工开物'])
    expect(cutWords(segmenter, '魔童降世')).toEqual(['魔童降世'])
    expect(cutWords(segmenter, '仓颉计划')).toEqual(['仓颉计划'])
  })

  test('two segmenters with different dictionaries work side by side', () => {
    const own = jiebaSegmenter({ userDictionary: dictionary('other.txt', '云工开物\n') })
    expect(cutWords(jiebaSegmenter(), '云工开物')).toEqual(['云', '工', '开', '物'])
    expect(cutWords(own, '云工开物')).toEqual(['云工开物'])
  })

  test('one that cannot be read is named', () => {
    const path = join(folder, 'missing.txt')
    expect(() => jiebaSegmenter({ userDictionary: path })).toThrow(
      new SouwenError('bad-request', `user dictionary ${path}: cannot be read`),
    )
  })

  test('one in another encoding is named', () => {
    const path = dictionary('gbk.txt', Buffer.from([0xd4, 0xc6, 0xb9, 0xa4, 0x0a]))
    expect(() => jiebaSegmenter({ userDictionary: path })).toThrow(`${path}: is not UTF-8`)
  })

  test('a bad line is named by its number', () => {
    const path = dictionary('bad.txt', '云工开物\n魔童 many nz\n')
    expect(() => jiebaSegmenter({ userDictionary: path })).toThrow(
      `${path}:2: "many" is no frequency`,
    )
  })
})

/** Nodejieba with the same words is the oracle; it runs in tests only. */
await withNodejieba('the words of nodejieba', () => {
  const own = [
    '云工开物 30 nz',
    '共和学生 20000 n',
    '的一是 2000000 x',
    '𠮷区块链 7 n',
    '中国人 1 n',
  ]

  /** Words with their parts before them, as search mode has them. */
  function searchWords(segmenter: Segmenter, text: string): readonly string[] {
    return cutWords(segmenter, text).flatMap((word) => [...partsOf(segmenter, word), word])
  }

  function expectSame(segmenter: Segmenter, text: string): void {
    expect(cutWords(segmenter, text)).toEqual(nodejieba.cut(text))
    expect(searchWords(segmenter, text)).toEqual(nodejieba.cutForSearch(text))
  }

  test.each([
    ["of jieba's own dictionary", []],
    ["of an owner's beside it", own],
  ])('%s', (_fact, lines) => {
    loadNodejieba(lines)
    const userDictionary = dictionary('owner.txt', lines.join('\n'))
    const segmenter = jiebaSegmenter({ userDictionary })
    fc.assert(
      fc.property(hanRun, (run) => expectSame(segmenter, run)),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(anyText, (text) => expectSame(segmenter, text.toWellFormed())),
      { numRuns: 1000 },
    )
  })

  test('of texts made of its words, frequent and rare, that run into each other', () => {
    loadNodejieba()
    const segmenter = jiebaSegmenter()
    const words = readFileSync(DEFAULT_DICT, 'utf8').split('\n')
    const word = fc.nat(words.length - 1).map((i) => words[i]?.split(' ')[0] ?? '')
    const piece = fc.tuple(word, fc.nat(3)).map(([text, cut]) => text.slice(cut))
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, (text) => expectSame(segmenter, text.toWellFormed())),
      { numRuns: 10_000 },
    )
  })

  test('of every article of the corpus', () => {
    loadNodejieba()
    const segmenter = jiebaSegmenter()
    const root = join(import.meta.dirname, '../../../corpus')
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    const articles = paths.filter((path) => path.endsWith('.md'))
    expect(articles.length).toBeGreaterThan(5)
    for (const path of articles)
      expectSame(segmenter, normalizeText(readFileSync(join(root, path), 'utf8')))
  })

  test('of a word of 512 characters, and not of one of 513', () => {
    const [longest, longer] = ['㐀'.repeat(512), '㐁'.repeat(513)]
    const lines = [`${longest} 9 x`, `${longer} 9 x`]
    loadNodejieba(lines)
    const segmenter = jiebaSegmenter({ userDictionary: dictionary('long.txt', lines.join('\n')) })
    expectSame(segmenter, longest + longer)
    expect(cutWords(segmenter, longest)).toEqual([longest])
  })

  test('of a run of Han longer than any room kept for it', () => {
    loadNodejieba()
    expectSame(jiebaSegmenter(), '中国人民共和国，'.repeat(3) + '全文检索引擎'.repeat(9000))
  })
})

describe('without', () => {
  /** What a process prints that cuts by this module after doing `before`. */
  function runWith(before: string, module = './src/text/jieba/jieba.ts'): string {
    const script = `${before}
      const { jiebaSegmenter } = await import('${module}')
      try { jiebaSegmenter().cut('全文检索', 0, 4, (start, end) => console.log(start, end)) }
      catch (error) { console.log(error.code, error.message) }`
    const options = ['--import', 'tsx', '--input-type=module', '--eval', script]
    return execFileSync(process.execPath, options, { encoding: 'utf8' })
  }

  const withoutPackage = `
    const { Module } = await import('node:module')
    const resolve = Module._resolveFilename
    Module._resolveFilename = (name, ...rest) => resolve(name === 'nodejieba' ? 'gone' : name, ...rest)`

  test('the package it says how to get it', () => {
    expect(runWith(withoutPackage)).toMatch(/^segmenter-missing .*nodejieba.*"npm install"/)
  })

  test('the package the built program cuts all the same', () => {
    expect(runWith(withoutPackage, './dist/src/text/jieba/jieba.js')).toBe('0 4\n')
  })

  test("nodejieba's native binary it cuts all the same", () => {
    expect(runWith("process.dlopen = () => { throw new Error('no such file') }")).toBe('0 4\n')
  })
})
