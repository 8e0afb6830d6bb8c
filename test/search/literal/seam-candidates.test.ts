/** Articles by the seams between the words of a text: none is lost, and few others are found. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookUpSeams } from '../../../src/search/literal/seam-candidates.ts'
import { memoryView } from '../../helpers/memory-index.ts'
import { segmenter } from '../small-archive.ts'

async function segmentOf(bodies: readonly string[], deleted: readonly number[] = []) {
  const placed = bodies.map((body, number) => ({
    article: { number, title: '', body },
    deleted: deleted.includes(number),
  }))
  const [segment] = (await memoryView([placed], segmenter)).segments
  if (segment === undefined) throw new RangeError('the view has one segment')
  return segment
}

async function setsFor(bodies: readonly string[], needle: string, deleted?: readonly number[]) {
  const lookups = lookUpSeams(await segmentOf(bodies, deleted), needle)
  return Promise.all(lookups.map(async ({ read }) => [...(await read())]))
}

const body = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'abc', 'é', '漏', '𠮷', '1', ',', ' ', ' '), {
    minLength: 1,
    maxLength: 14,
  })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => text !== '')

describe('the seams of a text', () => {
  test('are in every article that holds it', async () => {
    const cases = fc
      .tuple(fc.array(body, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(12), fc.nat(12))
      .map(([bodies, which, start, length]) => {
        const whole = bodies[which % bodies.length] ?? ''
        return { bodies, needle: [...whole].slice(start, start + length + 1).join('') }
      })
    await fc.assert(
      fc.asyncProperty(cases, async ({ bodies, needle }) => {
        const holders = bodies.flatMap((one, number) => (one.includes(needle) ? [number] : []))
        for (const set of await setsFor(bodies, needle))
          expect(set).toEqual(expect.arrayContaining(holders))
      }),
      { numRuns: 150 },
    )
  })

  test.each<[string, number[][]]>([
    // Two units on either side of the space are known, where the word has them.
    [
      'army of one',
      [
        [0, 1],
        [0, 2],
      ],
    ],
    ['my of', [[0, 1]]],
    ['the army', [[0, 1]]],
    // A letter alone at the edge may be the end of any word, one inside is a word.
    ['y o', [[0, 1]]],
    ['f on', [[0, 2]]],
    ['of a', [[3, 4]]],
    ['ab b', [[4]]],
    ['of a b', [[3], [3]]],
    ['army', []],
    ['army, of', []],
    ['zzz of', [[]]],
  ])('of %s: %j', async (needle, sets) => {
    const bodies = ['the army of one', 'the army officer', 'armies of one', 'of a b', 'of ab b']
    expect(await setsFor(bodies, needle)).toEqual(sets)
  })

  test('are found whatever follows a letter alone at the edge, up to the last of its kind', async () => {
    // Digits have the lowest codes of a second unit, and z has the highest.
    for (const second of ['0', 'a', 'z', 'é', 'ѿ', ''])
      expect(await setsFor([`ab x${second}`, `ab y${second}`], 'ab x'), second).toEqual([[0]])
  })

  test('are not found in deleted articles', async () => {
    const bodies = ['army of one', 'army of two']
    expect(await setsFor(bodies, 'army of', [0])).toEqual([[1]])
    expect(await setsFor(bodies, 'y o', [0])).toEqual([[1]])
  })
})
