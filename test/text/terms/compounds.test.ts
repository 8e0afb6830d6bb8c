/** Chains of runs: which runs are joined, and which terms a name has. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJoined, visitChain, visitWhole } from '../../../src/text/terms/compounds.ts'
import { extendBySigns, type Run, type VisitSpan } from '../../../src/text/terms/latin-run.ts'
import { visitPieces } from '../../../src/text/terms/script-runs.ts'

/** The chains of a text. */
function chainsOf(text: string): readonly (readonly Run[])[] {
  const chains: Run[][] = []
  visitPieces(text, (kind, start, end) => {
    if (kind !== 'word') return
    const run = extendBySigns(text, start, end)
    const last = chains.at(-1)
    if (last !== undefined && isJoined(text, last, run)) last.push(run)
    else chains.push([run])
  })
  return chains
}

type VisitTerms = (text: string, chain: readonly Run[], visit: VisitSpan) => void

function termsOf(text: string, visitTerms: VisitTerms): readonly string[] {
  const terms: string[] = []
  for (const chain of chainsOf(text))
    visitTerms(text, chain, (start, end) => terms.push(text.slice(start, end)))
  return terms
}

const joined = (text: string) => chainsOf(text).map((chain) => chain.length)

describe('runs are joined', () => {
  test.each([
    ['by a hyphen, a full stop, a low line, an at sign', 'a-b.c_d@e', [5]],
    ['not by two of them', 'a--b', [1, 1]],
    ['not by a space', 'a b', [1, 1]],
    ['by nothing where signs end the first', 'c++17', [2]],
    ['by a connector behind signs', 'c++-like', [2]],
    ['by a slash where both are short', 'tcp/ip', [2]],
    ['by two slashes', 'a/b/c', [3]],
    ['not by a slash where one has five units', 'http/https', [1, 1]],
    ['not by a slash where the first has five units', 'https/http', [1, 1]],
    ['not by a slash where the second goes on', 'tcp/ip-based', [1, 2]],
    ['not by a slash where the second goes on with a colon', 'a/b:c', [1, 1, 1]],
    ['not by a hyphen behind a slash', 'a/b-', [2]],
    ['not by a slash behind a hyphen', 'x-y/z', [2, 1]],
    ['by a colon between digits', '12:30:59', [3]],
    ['not by a colon between letters', 'key:v', [1, 1]],
    ['not by a colon between a digit and a letter', '12:a', [1, 1]],
    ['by an ampersand between short runs of letters', 'at&t', [2]],
    ['not by an ampersand between digits', '1&2', [1, 1]],
    ['not by an ampersand before a long run', 'a&about', [1, 1]],
    ['by a full stop before a hash sign', 'asp.c#', [2]],
  ])('%s', (_fact, text, expected) => {
    expect(joined(text)).toEqual(expected)
  })

  test('not to a chain that has none', () => {
    expect(isJoined('a', [], extendBySigns('a', 0, 1))).toBe(false)
  })
})

describe('the terms of a name', () => {
  /** Letters without v, joined by signs that make no ending: all that matters is which runs there are. */
  const run = fc.stringMatching(/^[a-u]{1,6}$/)
  const connector = fc.constantFrom('-', '_', '@')
  const name = fc.array(fc.tuple(run, connector), { minLength: 2, maxLength: 8 }).map((parts) => ({
    text: parts.map(([part, sign], place) => (place === 0 ? part : sign + part)).join(''),
    runs: parts.map(([part]) => part),
  }))

  test('are all pieces of it that begin and end with a run, each once', () => {
    fc.assert(
      fc.property(name, ({ text, runs }) => {
        const [chain = []] = chainsOf(text)
        expect(chain).toHaveLength(runs.length)
        const expected = chain.flatMap(({ start }, first) =>
          chain.slice(first).map(({ end }) => `${start} ${end}`),
        )
        const spans: string[] = []
        visitChain(text, chain, (start, end) => spans.push(`${start} ${end}`))
        expect(spans.toSorted()).toEqual(expected.toSorted())
      }),
    )
  })

  test('are its runs alone where there are more than eight', () => {
    const runs = [...'abcdefghi']
    expect(termsOf(runs.slice(0, 8).join('-'), visitChain)).toContain('a-b-c-d-e-f-g-h')
    expect(termsOf(runs.join('-'), visitChain)).toEqual(runs)
    expect(termsOf(runs.join('-'), visitWhole)).toEqual(runs)
  })

  test('are its runs alone where it is longer than a term', () => {
    const [fitting, longer] = ['x'.repeat(59), 'x'.repeat(60)]
    expect(termsOf(`${fitting}-abcd`, visitChain)).toContain(`${fitting}-abcd`)
    expect(termsOf(`${longer}-abcd`, visitChain)).toEqual([longer, 'abcd'])
    expect(termsOf(`${longer}-abcd`, visitWhole)).toEqual([longer, 'abcd'])
  })

  test.each([
    ['an ending of letters has its full stop', 'run.exe', 'run.exe run .exe exe'],
    ['an ending of digits has none', 'a.7', 'a.7 a 7'],
    ['a number has no ends', '10.0.1', '10.0.1 10.0 10 0 1'],
    ['a version is its number', 'v1.2', 'v1.2 1.2 v1 2'],
    ['a version without a full stop is not', 'v1-2', 'v1-2 v1 2'],
    ['a word that begins with v is none', 'vx1.2', 'vx1.2 vx1 2'],
    ['a version behind a name', 'a-v1.2', 'a-v1.2 a-v1 v1.2 1.2 a v1 2'],
    ['a name with a full stop before it', '.net-core', '.net-core net-core .net net core'],
    ['one letter with its signs is not the letter', 'c++-x', 'c++-x c++ x'],
    ['a longer run with its signs is the run too', 'cpp++-x', 'cpp++-x cpp++ cpp x'],
  ])('%s', (_fact, text, expected) => {
    expect(termsOf(text, visitChain).toSorted()).toEqual(expected.split(' ').toSorted())
  })

  test('of which a query asks for the whole, without the letter of a version', () => {
    const asked = ['run.exe', 'v1.2', 'a-v1.2', '.net', 'c++', 'a b', 'v1', '.net-core']
    expect(asked.map((text) => termsOf(text, visitWhole).join(' '))).toEqual([
      'run.exe',
      '1.2',
      'a-v1.2',
      '.net',
      'c++',
      'a b',
      'v1',
      '.net-core',
    ])
    expect(() => visitWhole('', [], () => expect.fail('no runs, no terms'))).not.toThrow()
  })
})
