import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentHash } from '../../../src/ingest/reading/content-hash.ts'

const RECORD = new TextEncoder().encode('记录')
const version = { path: 'a.md', title: '苹果', fetchDate: '2025-03-01', status: 'article' } as const

test('an article without versions hashes as the first 64 bits of its SHA-256', () => {
  const hash = contentHash(RECORD, [])
  expect(hash).toMatch(/^[0-9a-f]{16}$/)
  expect(hash).toBe(contentHash(RECORD.slice(), []))
  // An empty list of versions is written as nothing but its length.
  const whole = createHash('sha256')
    .update(RECORD)
    .update(new Uint8Array([0]))
    .digest('hex')
  expect(hash).toBe(whole.slice(0, 16))
})

test('whatever differs in the record or in a version makes another hash', () => {
  const other = { ...version, path: 'b.md' }
  const hashes = [
    contentHash(RECORD, []),
    contentHash(new TextEncoder().encode('记录。'), []),
    contentHash(RECORD, [version]),
    contentHash(RECORD, [other]),
    contentHash(RECORD, [version, other]),
    contentHash(RECORD, [other, version]),
    contentHash(RECORD, [{ ...version, title: '梨' }]),
    contentHash(RECORD, [{ ...version, fetchDate: '2025-03-02' }]),
    contentHash(RECORD, [{ ...version, status: 'unread' }]),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
})
