/** Errors of damage: which are given the name of a file, and which say enough already. */

import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SouwenError } from '../../../src/errors.ts'
import { memorySource } from '../../../src/index/files/byte-source.ts'
import {
  DamagedContent,
  damagedFile,
  decodeContent,
  mixedUpFile,
  nameDamagedFile,
} from '../../../src/index/files/damage.ts'
import { systemError } from '../../helpers/failing-writes.ts'

const thrown = (error: unknown) => () => {
  throw error
}

/** What comes of reading `segment-1` when reading it throws this, at once or later. */
async function named(error: unknown): Promise<unknown> {
  const outcomes = await Promise.allSettled([
    nameDamagedFile('segment-1', thrown(error)),
    nameDamagedFile('segment-1', () => Promise.reject(error)),
  ])
  const [first, second] = outcomes.map((one) =>
    one.status === 'rejected' ? one.reason : undefined,
  )
  expect(first).toEqual(second)
  return first
}

const LAID_OUT =
  'segment-1: is not laid out as this program lays it out; rebuild with "souwen index --full"'

describe('the name of a file', () => {
  test.each([
    ['damage found by code that does not know it', new DamagedContent()],
    ['an array that is too short', new RangeError('no element 3 in a list of 2')],
    ['text that is no JSON', new SyntaxError('Unexpected end of JSON input')],
    ['bytes that were not deflated', thrownBy(() => inflateRawSync(Uint8Array.of(0xff, 0xff)))],
    ['a value that is no error', 'odd'],
  ])('is added to %s', async (_fact, error) => {
    expect(await named(error)).toMatchObject({
      code: 'index-damaged',
      message: LAID_OUT,
      cause: error,
    })
  })

  test.each([
    ['an error that has another', damagedFile('deletions-2', 'is cut off')],
    ['an error that is no damage', new SouwenError('index-newer', 'segment-9: format 9')],
    ['an error of the disk', systemError('EIO', 'read')],
  ])('is not added to %s', async (_fact, error) => {
    expect(await named(error)).toBe(error)
  })

  test('is not needed where nothing is wrong', async () => {
    expect(await nameDamagedFile('segment-1', () => 7)).toBe(7)
    expect(await nameDamagedFile('segment-1', async () => 7)).toBe(7)
  })
})

test('decoding throws damage alone, and keeps what it was', () => {
  const cause = new RangeError('Invalid typed array length')
  expect(() => decodeContent(thrown(cause))).toThrow(expect.objectContaining({ cause }))
  expect(() => decodeContent(thrown(cause))).toThrow(DamagedContent)
  expect(decodeContent(() => 'all')).toBe('all')
})

test('every error says what is wrong, where, and what to do', () => {
  expect(String(damagedFile('catalog-3', 'is cut off'))).toContain(
    'catalog-3: is cut off; rebuild with "souwen index --full"',
  )
  expect(String(mixedUpFile('catalog-3'))).toContain(
    'catalog-3: is not the file that the manifest names; rebuild with "souwen index --full"',
  )
  expect(String(new DamagedContent())).toMatch(/"souwen verify" names the file/)
})

test('a source in memory has its bytes and none beside them', async () => {
  const source = memorySource('segment-1', Uint8Array.of(1, 2, 3))
  expect([...(await source.read(0, 3))]).toEqual([1, 2, 3])
  expect([...(await source.read(3, 0))]).toEqual([])
  for (const [offset, length] of [
    [0, 4],
    [3, 1],
    [-1, 2],
    [4, 0],
  ] as const)
    await expect(source.read(offset, length)).rejects.toThrow('segment-1: read past the end')
})

function thrownBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}
