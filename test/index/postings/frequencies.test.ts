/** Two counts in one number, beside the counts themselves. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addFrequencies,
  BODY_STEP,
  bodyFrequencyOf,
  MOST_IN_BODY,
  MOST_IN_TITLE,
  ONCE_IN_BODY,
  packFrequencies,
  TITLE_STEP,
  titleFrequencyOf,
} from '../../../src/index/postings/frequencies.ts'

const inBody = fc.oneof(
  fc.nat(3),
  fc.integer({ min: MOST_IN_BODY - 2, max: MOST_IN_BODY + 2 }),
  fc.nat(),
)
const inTitle = fc.oneof(
  fc.nat(3),
  fc.integer({ min: MOST_IN_TITLE - 2, max: MOST_IN_TITLE + 2 }),
  fc.nat(),
)
const counts = fc.tuple(inBody, inTitle)

const unpack = (packed: number) => [bodyFrequencyOf(packed), titleFrequencyOf(packed)]
const limited = ([body, title]: readonly [number, number]) => [
  Math.min(body, MOST_IN_BODY),
  Math.min(title, MOST_IN_TITLE),
]

test('both counts come back, each at most the most that fits', () => {
  fc.assert(
    fc.property(counts, ([body, title]) => {
      expect(unpack(packFrequencies(body, title))).toEqual(limited([body, title]))
    }),
  )
  expect([MOST_IN_BODY, MOST_IN_TITLE]).toEqual([2 ** 20 - 1, 2 ** 12 - 1])
})

test('a sum is that of each field, and runs over into none', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const [[bodyA = 0, titleA = 0], [bodyB = 0, titleB = 0]] = [limited(a), limited(b)]
      const sum = addFrequencies(packFrequencies(...a), packFrequencies(...b))
      expect(unpack(sum)).toEqual(limited([bodyA + bodyB, titleA + titleB]))
    }),
  )
})

test('a step is one more in its field', () => {
  expect(unpack(packFrequencies(3, 5) + BODY_STEP)).toEqual([4, 5])
  expect(unpack(packFrequencies(3, 5) + TITLE_STEP)).toEqual([3, 6])
  expect(unpack(ONCE_IN_BODY)).toEqual([1, 0])
})
