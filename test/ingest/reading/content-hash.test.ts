import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { RemovedLine, Version } from '../../../src/corpus/article.ts'
import { contentHash } from '../../../src/ingest/reading/content-hash.ts'

const RECORD = new TextEncoder().encode('记录')
const line = { reason: 'after', text: '上一篇', blocksBefore: 1 } as const
const version = { path: 'a.md', title: '苹果', fetchDate: '2025-03-01', status: 'article' } as const

const hashOf = (
  record: Uint8Array,
  versions: readonly Version[],
  removed: readonly RemovedLine[] = [],
) => contentHash(record, { versions, removed })

test('an article without versions hashes as the first 64 bits of its SHA-256', () => {
  const hash = hashOf(RECORD, [])
  expect(hash).toMatch(/^[0-9a-f]{16}$/)
  expect(hash).toBe(hashOf(RECORD.slice(), []))
  // An empty list of versions is written as nothing but its length.
  const whole = createHash('sha256')
    .update(RECORD)
    .update(new Uint8Array([0]))
    .digest('hex')
  expect(hash).toBe(whole.slice(0, 16))
})

test('whatever differs in the record, in a version or in what was taken off makes another hash', () => {
  const other = { ...version, path: 'b.md' }
  const hashes = [
    hashOf(RECORD, []),
    hashOf(new TextEncoder().encode('记录。'), []),
    hashOf(RECORD, [version]),
    hashOf(RECORD, [other]),
    hashOf(RECORD, [version, other]),
    hashOf(RECORD, [other, version]),
    hashOf(RECORD, [{ ...version, title: '梨' }]),
    hashOf(RECORD, [{ ...version, fetchDate: '2025-03-02' }]),
    hashOf(RECORD, [{ ...version, status: 'unread' }]),
    hashOf(RECORD, [], [line]),
    hashOf(RECORD, [], [line, line]),
    hashOf(RECORD, [], [{ ...line, text: '订阅' }]),
    hashOf(RECORD, [], [{ ...line, reason: 'menu' }]),
    hashOf(RECORD, [], [{ ...line, blocksBefore: 2 }]),
  ]
  expect(new Set(hashes).size).toBe(hashes.length)
})
