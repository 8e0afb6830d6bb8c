import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSuffixesBuilder, SUFFIX_BYTES } from '../../../src/index/terms/term-suffixes.ts'

const term = fc.uint8Array({ minLength: 1, maxLength: 11, max: 2 })

describe('terms by how they end', () => {
  test('are all those that end so, in order', () => {
    fc.assert(
      fc.property(
        fc.array(term),
        fc.uint8Array({ minLength: 5, maxLength: 9, max: 2 }),
        (others, end) => {
          const terms = [...others, ...others.map((one) => Uint8Array.of(...one, ...end)), end]
          const builder = createSuffixesBuilder(terms.length + 3)
          for (const one of terms) builder.add(one)
          const places = [...builder.finish().placesOf(end)]
          const text = Buffer.from(end).toString('hex')
          const expected = [...terms.keys()].filter((place) =>
            Buffer.from(terms[place] ?? [])
              .toString('hex')
              .endsWith(text),
          )
          expect(places).toEqual([...places].sort((a, b) => a - b))
          expect(places).toEqual(expect.arrayContaining(expected))
        },
      ),
    )
  })

  test('are not all others as well', () => {
    const builder = createSuffixesBuilder(1000)
    const encoder = new TextEncoder()
    for (let i = 0; i < 1000; i++) builder.add(encoder.encode(`word${i}`))
    expect([...builder.finish().placesOf(encoder.encode('rd777'))]).toEqual([777])
    expect(SUFFIX_BYTES).toBe(5)
  })
})
