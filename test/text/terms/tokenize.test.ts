import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldAccents } from '../../../src/text/forms/accents.ts'
import { looseTerm } from '../../../src/text/forms/loose-terms.ts'
import { writeNumerals } from '../../../src/text/forms/numerals.ts'
import { jiebaSegmenter } from '../../../src/text/jieba/jieba.ts'
import { normalize, normalizeText } from '../../../src/text/normalize/normalize.ts'
import { visitPieces } from '../../../src/text/terms/script-runs.ts'
import { queryPieces, tokenize, visitTerms } from '../../../src/text/terms/tokenize.ts'
import { anyText } from '../arbitraries.ts'

const segmenter = jiebaSegmenter()

function terms(text: string): readonly string[] {
  return tokenize(text, segmenter).map(({ term }) => term)
}

function asked(text: string): readonly string[] {
  return queryPieces(normalizeText(text)).map((piece) => piece.text)
}

describe('the terms of a text', () => {
  test.each([
    ['Han: words and the words inside them', '全文檢索', '全文检索 全文 检索'],
    ['several runs of Han', '书籍，移动Ａ检索', '书籍 移动 a 检索'],
    ['kana: overlapping pairs', 'カタカナ', 'カタ タカ カナ'],
    ['kana: one character by itself', '檔案の検索', '档案 の 検 索'],
    [
      'a hyphenated identifier: whole, beginnings, ends, runs',
      'CVE-2025-1234',
      'cve-2025-1234 cve-2025 cve 2025-1234 2025 1234',
    ],
    ['a model name', 'gpt-oss-120b', 'gpt-oss-120b gpt-oss gpt oss-120b oss 120b'],
    [
      'a version: its number too, of which only beginnings',
      'v5.6.2',
      'v5.6.2 v5.6 v5 5.6.2 5.6 6 2',
    ],
    [
      'a version inside a name: with and without its letter',
      'tt_v6.2.1',
      'tt_v6.2.1 tt_v6.2 tt_v6 tt v6.2.1 v6 6.2.1 2 1',
    ],
    ['a number with decimals', '3.14', '3.14 3 14'],
    ['a dotted name: its ending with the full stop', 'node.js', 'node.js node .js js'],
    ['.NET after Han', '使用.NET开发', '使用 .net net 开发'],
    ['ASP.NET is found by .NET', 'ASP.NET', 'asp.net asp .net net'],
    ['C++, C#, F# give no bare letter', 'C++、C# F#', 'c++ c# f#'],
    ['longer names with ++ give their run', 'g++ notepad++', 'g++ notepad++ notepad'],
    ['a full stop before C++ and C#', '见 .C++ .C#', '见 .c++ c++ .c# c#'],
    ['a version of C++', 'c++17', 'c++17 c++ 17'],
    ['an e-mail address', 'ab@cd.com', 'ab@cd.com ab@cd ab cd.com cd .com com'],
    [
      'a host name',
      'www.example.com',
      'www.example.com www.example www example.com example .com com',
    ],
    ['an address with its port', '10.0.0.1:80', '10.0.0.1:80 10.0.0.1 10.0.0 10.0 10 0 0 1 80'],
    [
      'a URL: host and path by themselves',
      'https://a.cn/docs/intro.html',
      'https a.cn a .cn cn docs intro.html intro .html html',
    ],
    ['names with underscores', 'snake_case', 'snake_case snake case'],
    ['short runs joined by a slash', 'TCP/IP 24/7', 'tcp/ip tcp ip 24/7 24 7'],
    [
      'a slash joins no longer names',
      'openai/gpt-4 docs/v1.2',
      'openai gpt-4 gpt 4 docs v1.2 v1 1.2 2',
    ],
    ['short runs joined by an ampersand', 'AT&T a=1&b=2', 'at&t at t a 1 b 2'],
    ['times and scores, but no labels', '12:30 标题：abc key:v', '12:30 12 30 标题 abc key v'],
    ['an apostrophe joins nothing', 'don’t', 'don t'],
    ['hash tags and names lose their sign', '#tag @name', 'tag name'],
    ['a sentence ends where a space follows', 'the end. Next one.', 'the end next one'],
    ['a full stop with no space after it joins', 'end.Next', 'end.next end .next next'],
    ['doubled connectors part', 'a--b std::string ...net', 'a b std string net'],
  ])('%s', (_fact, text, expected) => {
    expect(terms(text).toSorted()).toEqual(expected.split(' ').toSorted())
  })

  test('tokens stand in order, the longer first', () => {
    expect(terms('全文检索 node.js')).toEqual([
      '全文检索',
      '全文',
      '检索',
      'node.js',
      'node',
      '.js',
      'js',
    ])
  })

  test('offsets are those of the original', () => {
    expect(tokenize('10㎡資料庫', segmenter)[1]).toEqual({ term: '资料库', start: 3, end: 6 })
    expect(tokenize('10㎡資料庫', segmenter)[0]).toEqual({ term: '10m2', start: 0, end: 3 })
    expect(tokenize('𠮷野家', segmenter)[1]).toEqual({ term: '野', start: 2, end: 3 })
  })

  test('a chain of more than eight runs or 64 units gives its runs only', () => {
    expect(terms('a.b.c.d.e.f.g.h.i')).toEqual([...'abcdefghi'])
    expect(terms(`${'x'.repeat(60)}-abcde`)).toEqual(['x'.repeat(60), 'abcde'])
  })

  test('any 32 units of a run too long for a term lie in one of its terms', () => {
    const run = Array.from({ length: 50 }, (_, index) => index.toString(36).padStart(4, 'x')).join(
      '',
    )
    const found = terms(run)
    expect(Math.max(...found.map((term) => term.length))).toBeLessThanOrEqual(67)
    for (let at = 0; at + 32 <= run.length; at++) {
      expect(found.some((term) => term.includes(run.slice(at, at + 32)))).toBe(true)
    }
  })
})

describe('what a query asks for', () => {
  test.each([
    ['names as a whole', 'CVE-2025-1234 www.example.com', ['cve-2025-1234', 'www.example.com']],
    ['C++ and .NET, not C and net', 'C++ .NET', ['c++', '.net']],
    [
      'a version without its letter, so that both ways of writing it are found',
      'v5.6.2',
      ['5.6.2'],
    ],
    ['Han and kana as they stand', '全文檢索カタカナ', ['全文检索', 'カタカナ']],
    ['mixed words in pieces', 'iPhone手机', ['iphone', '手机']],
  ])('%s', (_fact, text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('kinds tell what is a term already', () => {
    expect(queryPieces('node.js检索ナ')).toEqual([
      { kind: 'term', text: 'node.js', start: 0, end: 7 },
      { kind: 'han', text: '检索', start: 7, end: 9 },
      { kind: 'kana', text: 'ナ', start: 9, end: 10 },
    ])
  })
})

/** Visited terms as [term, start, end]. */
function visited(text: string): readonly (readonly [term: string, start: number, end: number])[] {
  const found: [string, number, number][] = []
  visitTerms(text, segmenter, (term, start, end) => found.push([term, start, end]))
  return found
}

describe('always', () => {
  test('a term is the normalised text at its place, none is empty or half a character', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const text = normalizeText(original)
        for (const [term, start, end] of visited(text)) {
          expect(text.slice(start, end)).toBe(term)
          expect(term).not.toBe('')
          expect(term).toSatisfy((value: string) => value.isWellFormed())
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('the text of a token, sliced from the original, normalises to its term, or to what its loose term is made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { term, start, end } of tokenize(text, segmenter)) {
          const sliced = normalizeText(text.slice(start, end))
          const loose = looseTerm(writeNumerals(foldAccents(sliced)))
          // Of a cluster that becomes several words (½ is 1⁄2) a token is the whole cluster.
          if (sliced !== term && loose !== term) expect(holdsExpanded(text, start, end)).toBe(true)
          if (term.endsWith('~')) expect(loose).toContain(term.slice(0, -1))
          else expect(sliced).toContain(term)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('the places of one term are in order and not repeated', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const last = new Map<string, number>()
        for (const [term, start] of visited(normalizeText(text))) {
          expect(start).toBeGreaterThan(last.get(term) ?? -1)
          last.set(term, start)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('what a query asks for is among the terms of the same text', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const text = normalizeText(original)
        const places = new Set(visited(text).map(([term, start]) => `${start} ${term}`))
        for (const piece of queryPieces(text)) {
          if (piece.kind === 'term') expect(places).toContain(`${piece.start} ${piece.text}`)
          expect(text.slice(piece.start, piece.end)).toBe(piece.text)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('every run of letters and digits is a term, but for C++ and its like', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const text = normalizeText(original)
        const places = new Set(visited(text).map(([, start, end]) => `${start} ${end}`))
        visitPieces(text, (kind, start, end) => {
          if (kind !== 'word' || end - start > 64) return
          if (/^[a-z][+#]/.test(text.slice(start))) return
          expect(places).toContain(`${start} ${end}`)
        })
      }),
      { numRuns: 1000 },
    )
  })

  test('every run of letters and digits begins a term, which quoted texts are found by', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const text = normalizeText(original)
        const beginnings = new Set(visited(text).map(([, start]) => start))
        visitPieces(text, (kind, start) => {
          if (kind === 'word') expect(beginnings).toContain(start)
        })
      }),
      { numRuns: 2000 },
    )
  })
})

/** Is there a cluster in [start, end) of the original that becomes several units, as ㎡ does? */
function holdsExpanded(text: string, start: number, end: number): boolean {
  const { offsets = new Uint32Array() } = normalize(text)
  const isInside = (offset: number): boolean => offset >= start && offset < end
  return offsets.some((offset, index) => isInside(offset) && offset === offsets[index + 1])
}
