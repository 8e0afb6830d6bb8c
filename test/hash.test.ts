import { expect, test } from 'vitest'
import { fnv1a, hash32, mixBits } from '../src/hash.ts'

test.each([
  // Published with the algorithm: http://www.isthe.com/chongo/tech/comp/fnv/
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['b', 0xe70c2de5],
  ['foobar', 0xbf9cf968],
])('FNV-1a of %j is as published', (text, hash) => {
  expect(fnv1a(text) >>> 0).toBe(hash)
})

test.each([
  // MurmurHash3 of an empty text with the seeds 0 and 1.
  [0, 0],
  [1, 0x514e28b7],
])('mixing %i is as published', (value, mixed) => {
  expect(mixBits(value)).toBe(mixed)
})

test('a hash uses all of its bits for texts that differ in one digit', () => {
  const hashes = Array.from({ length: 4096 }, (_, number) => hash32(`第${number}期`))
  expect(new Set(hashes).size).toBe(4096)
  for (let bit = 0; bit < 32; bit++) {
    const set = hashes.filter((hash) => (hash >>> bit) & 1).length
    // Half of 4,096, within five standard deviations of 32.
    expect(Math.abs(set - 2048)).toBeLessThan(160)
  }
})
