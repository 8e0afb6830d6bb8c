import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readStart, readWhole } from '../../../src/ingest/reading/read-bytes.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-bytes-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Lengths around that of the memory that is used again. */
const LENGTHS = [0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 3 << 18]

test.each(LENGTHS)('a file of %i bytes is read whole', (length) => {
  const path = join(folder, `${length}`)
  const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) % 251))
  writeFileSync(path, bytes)
  expect(Buffer.from(readWhole(path)).equals(bytes)).toBe(true)
  const start = Buffer.from(readStart(path, 100))
  expect(start.equals(bytes.subarray(0, 100))).toBe(true)
})

test('nothing of the file before stands in what is read of a shorter one', () => {
  const [long, short] = [join(folder, 'long'), join(folder, 'short')]
  writeFileSync(long, '漏洞'.repeat(100))
  writeFileSync(short, '苹果')
  readWhole(long)
  expect(Buffer.from(readWhole(short)).toString()).toBe('苹果')
})

test('a file that is not there is the error of the system', () => {
  expect(() => readWhole(join(folder, 'none'))).toThrow('ENOENT')
})
