import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import nodejieba from 'nodejieba'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SouwenError } from '../../src/errors.ts'
import { jiebaSegmenter } from '../../src/text/jieba.ts'
import { normalizeText } from '../../src/text/normalize.ts'
import { NORMALIZED_WORDS } from '../../src/text/normalized-words.ts'
import type { Segmenter } from '../../src/text/segmenter.ts'
import { hanRun } from './arbitraries.ts'

let folder: string
let segmenter: Segmenter

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function dictionary(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** The parts of a word as text. */
function parts(word: string): readonly string[] {
  return segmenter.parts(word).map(({ start, length }) => word.slice(start, start + length))
}

describe("jieba's own dictionary", () => {
  beforeEach(() => {
    segmenter = jiebaSegmenter()
  })

  test('words are those of the dictionary, unknown names fall to characters', () => {
    expect(segmenter.cut('全文检索')).toEqual(['全文检索'])
    expect(segmenter.cut('云工开物')).toEqual(['云', '工', '开', '物'])
  })

  test('a line feed is a word of its own', () => {
    expect(segmenter.cut('全文\n检索')).toEqual(['全文', '\n', '检索'])
  })

  test('a long word has its shorter words, the same one at each of its places', () => {
    expect(parts('全文检索')).toEqual(['全文', '检索'])
    expect(segmenter.parts('哈哈哈')).toEqual([
      { start: 0, length: 2 },
      { start: 1, length: 2 },
    ])
    expect(parts('检索')).toEqual([])
  })

  test('words that normalising changes are still words', () => {
    expect(segmenter.cut('干隆皇帝')).toEqual(['干隆皇帝'])
    expect(segmenter.cut('哪咤')).toEqual(['哪咤'])
  })

  test("the words added are all of jieba's that normalising changes to something it has not", () => {
    // Its types leave the paths out.
    const { DEFAULT_DICT } = nodejieba as unknown as { readonly DEFAULT_DICT: string }
    const lines = readFileSync(DEFAULT_DICT, 'utf8').trim().split('\n')
    const words = new Set(lines.map((line) => line.split(' ')[0]))
    const added = lines
      .map((line) => [normalizeText(line.split(' ')[0] ?? ''), ...line.split(' ').slice(1)])
      .filter(([word = '']) => !words.has(word) && /^\p{Script=Han}{2,}$/u.test(word))
      .map((columns) => columns.join(' '))
    expect(added).toContain('干隆 2435 nr')
    expect(NORMALIZED_WORDS.split('|')).toEqual(added)
  })

  test('words and parts are what search mode gives, each where it says', () => {
    fc.assert(
      fc.property(hanRun, (run) => {
        const words = segmenter.cut(run)
        expect(words.join('')).toBe(run)
        const found = words.flatMap((word) => [...parts(word), word])
        expect(found).toEqual(nodejieba.cutForSearch(run))
      }),
      { numRuns: 2000 },
    )
  })
})

describe("an owner's dictionary", () => {
  test('its words are words, written in Traditional too', () => {
    const path = dictionary('words.txt', '云工开物\r\n\r\n魔童降世 5000\n倉頡計劃 200 nz\n')
    const { cut } = jiebaSegmenter({ userDictionary: path })
    expect(cut('云工开物')).toEqual(['云工开物'])
    expect(cut('魔童降世')).toEqual(['魔童降世'])
    expect(cut('仓颉计划')).toEqual(['仓颉计划'])
  })

  test('a segmenter whose dictionary was replaced does not cut with the other', () => {
    const before = jiebaSegmenter()
    jiebaSegmenter({ userDictionary: dictionary('other.txt', '云工开物\n') })
    expect(() => before.cut('云工开物')).toThrow('another dictionary')
    expect(jiebaSegmenter().cut('云工开物')).toEqual(['云', '工', '开', '物'])
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

test('without its native binary it says how to get it', () => {
  const script = `
    process.dlopen = () => { throw new Error('no such file') }
    const { jiebaSegmenter } = await import('./src/text/jieba.ts')
    try { jiebaSegmenter() } catch (error) { console.log(error.code, error.message) }`
  const options = ['--import', 'tsx', '--input-type=module', '--eval', script]
  const output = execFileSync(process.execPath, options, { encoding: 'utf8' })
  expect(output).toMatch(/^segmenter-missing .*npm rebuild nodejieba.*python3, make and g\+\+/)
})
