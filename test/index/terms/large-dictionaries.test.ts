/** Dictionaries of many blocks, which are read some blocks at a time, and merges of many of them. */

import { describe, expect, test } from 'vitest'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { mergeTerms } from '../../../src/index/merge/term-merge.ts'
import { TERMS_PER_BLOCK } from '../../../src/index/terms/term-blocks.ts'
import { openCursor } from '../../../src/index/terms/term-cursor.ts'
import { openTerms } from '../../../src/index/terms/terms.ts'
import { createTermsWriter } from '../../../src/index/write/terms-writer.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Terms that sort as their numbers do; each is its own list of postings. */
const termOf = (number: number) => `词${String(number).padStart(6, '0')}`

async function dictionaryOf(numbers: readonly number[]) {
  const bytes = await fileBytes((container) => {
    const writer = createTermsWriter(container, 'words')
    for (const number of numbers) {
      const term = encode(termOf(number))
      writer.add(term, (number % term.length) + 1, term)
    }
    expect(writer.finish()).toBe(numbers.length)
    container.finish()
  })
  return openContainer(memorySource('segment-1', bytes), createBlockCache(1 << 22))
}

/** More than one step of a scan (64 blocks) and of a cursor (16 blocks), and a last block that is not full. */
const COUNT = 64 * TERMS_PER_BLOCK + 16 * TERMS_PER_BLOCK + 7
/** Even numbers, so that there is something between any two. */
const NUMBERS = Array.from({ length: COUNT }, (_, place) => place * 2)
const BORDERS = [
  0,
  1,
  TERMS_PER_BLOCK,
  16 * TERMS_PER_BLOCK,
  64 * TERMS_PER_BLOCK,
  COUNT - 7,
  COUNT - 1,
]
/** Places in a list of terms on both sides of where blocks and steps end. */
const PLACES = BORDERS.flatMap((border) => [border - 1, border, border + 1]).filter(
  (place) => place >= 0 && place < COUNT,
)

describe('a dictionary of five thousand terms', async () => {
  const container = await dictionaryOf(NUMBERS)
  const dictionary = await openTerms(container, 'words')

  test('finds the terms around the ends of blocks, and none between two', async () => {
    for (const place of PLACES) {
      const [number, term] = [place * 2, termOf(place * 2)]
      const entry = await dictionary.find(encode(term))
      expect(entry?.documentFrequency).toBe((number % encode(term).length) + 1)
      expect(entry && decode(await dictionary.postings(entry))).toBe(term)
      expect(await dictionary.find(encode(termOf(number + 1)))).toBeUndefined()
    }
    expect(await dictionary.find(encode('a'))).toBeUndefined()
    expect(await dictionary.find(encode('龥'))).toBeUndefined()
  })

  test('is walked from the places around the ends of blocks, over some and to the end', async () => {
    for (const place of PLACES) {
      for (const from of [place * 2, place * 2 - 1]) {
        const seen: string[] = []
        await dictionary.scan(
          encode(termOf(Math.max(0, from))),
          (term) => seen.push(decode(term)) < 130,
        )
        expect(seen).toEqual(NUMBERS.slice(place, place + 130).map(termOf))
      }
    }
    let count = 0
    await dictionary.scan(encode(''), () => ++count > 0)
    expect(count).toBe(COUNT)
  })

  test('tells the postings of a term that a walk comes by', async () => {
    const lists: Promise<Uint8Array>[] = []
    const from = 64 * TERMS_PER_BLOCK - 2
    await dictionary.scan(encode(termOf(from * 2)), (_, entry) => {
      lists.push(dictionary.postings(entry()))
      return lists.length < 5
    })
    const expected = NUMBERS.slice(from, from + 5).map(termOf)
    expect((await Promise.all(lists)).map(decode)).toEqual(expected)
  })

  test.each(['0012', '8', '000'])(
    'finds all terms with %s inside, by whole steps',
    async (part) => {
      const found = await dictionary.containing(encode(part))
      const lists = await Promise.all(found.map((entry) => dictionary.postings(entry)))
      expect(lists.map(decode)).toEqual(NUMBERS.map(termOf).filter((term) => term.includes(part)))
    },
  )

  test.each(['04096', '10000', '00002', '00001'])('finds all terms that end in %s', async (end) => {
    const found = (await dictionary.endingWith(encode(end))) ?? []
    const lists = await Promise.all(found.map((entry) => dictionary.postings(entry)))
    expect(lists.map(decode)).toEqual(NUMBERS.map(termOf).filter((term) => term.endsWith(end)))
  })

  test('is walked by a cursor from front to back, its postings beside it', async () => {
    const cursor = await openCursor(container, 'words')
    let place = 0
    for (; cursor.step() || (await cursor.load()); place++) {
      const term = termOf(place * 2)
      if (decode(cursor.at.term) !== term || decode(cursor.postings()) !== term) expect.fail(term)
    }
    expect(place).toBe(COUNT)
    expect(await cursor.load()).toBe(false)
  })
})

test('of many dictionaries each term comes once, in order, with its lists in the order of the inputs', async () => {
  // Every number is in the dictionaries whose number divides it; the last one has none.
  const most = 2_500
  const dictionaries = Array.from({ length: 30 }, (_, input) =>
    Array.from({ length: most }, (_, number) => number).filter(
      (number) => number % (input + 1) === 0,
    ),
  )
  const sources = await Promise.all(
    [...dictionaries, []].map(async (numbers) => ({
      container: await dictionaryOf(numbers),
      name: 'words',
    })),
  )
  let next = 0
  await mergeTerms(sources, ({ term, lists }) => {
    expect(decode(term)).toBe(termOf(next))
    const inputs = dictionaries.flatMap((numbers, input) => (numbers.includes(next) ? [input] : []))
    if (String(lists.map(({ input }) => input)) !== String(inputs)) expect.fail(termOf(next))
    if (!lists.every(({ bytes }) => decode(bytes) === termOf(next))) expect.fail(termOf(next))
    next++
  })
  expect(next).toBe(most)
})
