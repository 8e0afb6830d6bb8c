/** Records of articles as bytes: what is walked over without decoding is what decoding gives. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../../src/corpus/article.ts'
import { ByteWriter } from '../../../src/index/files/bytes.ts'
import {
  type ArticleRecord,
  bodyOf,
  decodeRecord,
  encodeRecord,
  visitTexts,
} from '../../../src/index/store/article-record.ts'
import { anyText } from '../../text/arbitraries.ts'

const text = anyText.map((one) => one.toWellFormed())
const kind = fc.constantFrom('paragraph', 'heading', 'list', 'quote', 'code', 'table')
const record: fc.Arbitrary<ArticleRecord> = fc.record({
  id: fc.stringMatching(/^[0-9a-f]{16}$/),
  paths: fc.array(text, { maxLength: 3 }),
  title: text,
  url: text,
  source: text,
  date: text,
  fetchDate: text,
  repaired: text,
  authors: fc.array(text, { maxLength: 3 }),
  tags: fc.array(text, { maxLength: 3 }),
  meta: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
  status: fc.constantFrom(...STATUSES),
  truncated: fc.boolean(),
  blocks: fc.array(fc.record({ kind, text }), { maxLength: 4 }),
})

function encode(article: ArticleRecord): Uint8Array {
  const writer = new ByteWriter(1)
  encodeRecord(article, writer)
  return writer.toBytes()
}

describe('a record', () => {
  test('reads back', () => {
    fc.assert(
      fc.property(record, (article) => {
        expect(decodeRecord(encode(article))).toEqual(article)
      }),
    )
  })

  test('is walked over text by text, the title first', () => {
    fc.assert(
      fc.property(record, (article) => {
        const bytes = encode(article)
        const found: [boolean, string][] = []
        visitTexts(bytes, (isTitle, start, end) => {
          found.push([isTitle, Buffer.from(bytes.subarray(start, end)).toString()])
        })
        const blocks = article.blocks.map((block) => [false, block.text])
        expect(found).toEqual([[true, article.title], ...blocks])
      }),
    )
  })

  test('that is cut off anywhere is damage', () => {
    fc.assert(
      fc.property(
        record,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (article, part) => {
          const bytes = encode(article)
          const cut = bytes.subarray(0, Math.floor(bytes.length * part))
          const damage = expect.objectContaining({ code: 'index-damaged' })
          expect(() => decodeRecord(cut)).toThrow(damage)
          expect(() => visitTexts(cut, () => {})).toThrow(damage)
        },
      ),
    )
  })

  test('has no block of a kind that there is not', () => {
    const [sample] = fc.sample(record, 1)
    if (sample === undefined) throw new Error('no sample')
    const bytes = encode({ ...sample, blocks: [{ kind: 'table', text: '' }] })
    bytes[bytes.length - 2] = 6
    expect(() => decodeRecord(bytes)).toThrow('verify')
  })

  test('has a body of its blocks, a line feed between two', () => {
    const blocks = ['一', '', '二'].map((one) => ({ kind: 'paragraph', text: one }) as const)
    expect(bodyOf({ blocks })).toBe('一\n\n二')
    expect(bodyOf({ blocks: [] })).toBe('')
  })
})
