import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES, readStart, readWhole } from '../../../src/ingest/reading/read-bytes.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-read-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a file', () => {
  test.each([0, 1, 1000, (1 << 18) - 1, 1 << 18, 700_000])(
    'of %d bytes is read whole',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) & 0xff)
      writeFileSync(at('a.md'), bytes)
      expect(Buffer.compare(readWhole(at('a.md')), bytes)).toBe(0)
      expect(Buffer.compare(readStart(at('a.md'), 500), bytes.subarray(0, 500))).toBe(0)
    },
  )

  test('that has grown too large since it was found is not read', () => {
    writeFileSync(at('large.md'), '')
    truncateSync(at('large.md'), MAX_FILE_BYTES + 1)
    expect(() => readWhole(at('large.md'))).toThrow(/33554433 bytes/)
  })
})

describe.skipIf(process.platform === 'win32')('what is no file when it is read', () => {
  test.each([
    ['a pipe that nobody writes to', (path: string) => execFileSync('mkfifo', [path])],
    ['a link', (path: string) => symlinkSync(at('a.md'), path)],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('as %s is said to be none, and nobody waits', (name, make) => {
    make(at(name))
    for (const read of [readWhole, (path: string) => readStart(path, 100)])
      expect(() => read(at(name))).toThrow('is not a file any more')
  })
})
