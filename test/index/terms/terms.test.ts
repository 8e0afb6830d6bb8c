import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import { mergeTerms } from '../../../src/index/merge/term-merge.ts'
import { compareBytes } from '../../../src/index/terms/term-blocks.ts'
import { openTerms } from '../../../src/index/terms/terms.ts'
import { createTermsWriter } from '../../../src/index/write/terms-writer.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Terms that share beginnings, so that blocks have something to leave out. */
const words = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('', '漏', '漏洞', 'cve-2025-', 'zz'), fc.string({ maxLength: 6 }))
    .map((t) => t.join('').toWellFormed()),
  { maxLength: 300 },
)

/** The postings of a term are its own text and its length in the list: enough to tell them apart. */
async function dictionaryOf(terms: readonly string[]) {
  const bytes = await fileBytes((container) => {
    const writer = createTermsWriter(container, 'words')
    const sorted = terms.map(encode).sort(compareBytes)
    for (const term of sorted) writer.add(term, term.length + 1, encode(`list of ${decode(term)}`))
    writer.finish()
    container.finish()
  })
  return openContainer(memorySource('segment-1', bytes), createBlockCache(1 << 20))
}

describe('a term dictionary', () => {
  test('finds every term it holds, with its postings, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(words, fc.string({ maxLength: 8 }), async (terms, stranger) => {
        const dictionary = await openTerms(await dictionaryOf(terms), 'words')
        for (const term of terms) {
          const entry = await dictionary.find(encode(term))
          expect(entry?.documentFrequency).toBe(encode(term).length + 1)
          if (entry) expect(decode(await dictionary.postings(entry))).toBe(`list of ${term}`)
        }
        const known = terms.includes(stranger.toWellFormed())
        expect((await dictionary.find(encode(stranger))) !== undefined).toBe(known)
      }),
      { numRuns: 40 },
    )
  })

  test('holds words as long as a user dictionary can have them', async () => {
    const terms = ['𠮷'.repeat(511), '𠮷'.repeat(512), `${'𠮷'.repeat(511)}野`, '漏洞']
    const dictionary = await openTerms(await dictionaryOf(terms), 'words')
    for (const term of terms) {
      const entry = await dictionary.find(encode(term))
      expect(entry && decode(await dictionary.postings(entry))).toBe(`list of ${term}`)
    }
  })

  test('is walked in order from any place, until told to stop', async () => {
    await fc.assert(
      fc.asyncProperty(
        words,
        fc.string({ maxLength: 3 }),
        fc.integer({ min: 1, max: 400 }),
        async (terms, from, most) => {
          const dictionary = await openTerms(await dictionaryOf(terms), 'words')
          const seen: string[] = []
          await dictionary.scan(encode(from), (term) => seen.push(decode(term)) < most)
          const sorted = terms.map(encode).sort(compareBytes)
          const expected = sorted
            .filter((term) => compareBytes(term, encode(from)) >= 0)
            .slice(0, most)
          expect(seen).toEqual(expected.map(decode))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('finds all terms with a part inside', async () => {
    const part = fc.oneof(
      fc.constantFrom('2025', '漏', '洞', '025-', 'z'),
      fc.string({ minLength: 1, maxLength: 2 }),
    )
    await fc.assert(
      fc.asyncProperty(words, part, async (terms, inside) => {
        const dictionary = await openTerms(await dictionaryOf(terms), 'words')
        const found = await dictionary.containing(encode(inside))
        const lists = await Promise.all(found.map((entry) => dictionary.postings(entry)))
        const expected = terms.map(encode).sort(compareBytes).map(decode)
        expect(lists.map(decode)).toEqual(
          expected.filter((term) => term.includes(inside)).map((term) => `list of ${term}`),
        )
        expect(found.map(({ documentFrequency }) => documentFrequency)).toEqual(
          expected.filter((term) => term.includes(inside)).map((term) => encode(term).length + 1),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('finds all terms that end alike', async () => {
    const ending = fc.constantFrom('-2025', '-20255', 'zz-2025', '漏洞', 'openssl')
    await fc.assert(
      fc.asyncProperty(words, fc.array(ending), ending, async (some, endings, end) => {
        const terms = [...new Set(some.flatMap((word, i) => [word, word + (endings[i] ?? '')]))]
        const dictionary = await openTerms(await dictionaryOf(terms), 'words')
        const found = (await dictionary.endingWith(encode(end))) ?? []
        const lists = await Promise.all(found.map((entry) => dictionary.postings(entry)))
        const expected = terms.map(encode).sort(compareBytes).map(decode)
        expect(lists.map(decode)).toEqual(
          expected.filter((term) => term.endsWith(end)).map((term) => `list of ${term}`),
        )
        const few = await dictionary.endingWith(encode(end), found.length - 1)
        expect(few).toBe(undefined)
      }),
      { numRuns: 40 },
    )
  })
})

test('merging dictionaries visits each term once, with the lists of all that have it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 5 }), async (dictionaries) => {
      const sources = await Promise.all(
        dictionaries.map(async (terms) => ({
          container: await dictionaryOf(terms),
          name: 'words',
        })),
      )
      const merged: [string, number[]][] = []
      await mergeTerms(sources, ({ term, lists }) => {
        for (const { bytes } of lists) expect(decode(bytes)).toBe(`list of ${decode(term)}`)
        merged.push([decode(term), lists.map(({ input }) => input)])
      })
      const all = [...new Set(dictionaries.flat())].map(encode).sort(compareBytes).map(decode)
      const holders = (term: string) =>
        dictionaries.flatMap((terms, i) => (terms.includes(term) ? [i] : []))
      expect(merged).toEqual(all.map((term) => [term, holders(term)]))
    }),
    { numRuns: 40 },
  )
})
