/** Ids, statuses, dates and columns as numbers: every value comes back from its code. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../../src/corpus/article.ts'
import {
  COLUMNS,
  columnWidth,
  decodeColumn,
  encodeColumn,
} from '../../../src/index/columns/columns.ts'
import {
  countMonths,
  dateNumber,
  dateText,
  monthOf,
  monthText,
} from '../../../src/index/columns/dates.ts'
import { bytesToHex, hexToBytes, idHalves, idOf } from '../../../src/index/columns/ids.ts'
import {
  isTruncated,
  isWithoutArticle,
  packStatus,
  STATUS_LIMIT,
  statusOf,
} from '../../../src/index/columns/statuses.ts'

const id = fc
  .bigInt({ min: 0n, max: 2n ** 64n - 1n })
  .map((value) => value.toString(16).padStart(16, '0'))

describe('ids', () => {
  test('come back from their halves, wherever they stand in a column', () => {
    fc.assert(
      fc.property(fc.array(id, { minLength: 1 }), (ids) => {
        const column = Uint32Array.from(ids.flatMap(idHalves))
        expect(ids.map((_, article) => idOf(column, article))).toEqual(ids)
      }),
    )
  })

  test('have the halves of the number that they are', () => {
    expect(idHalves('00000001ffffffff')).toEqual([1, 0xffffffff])
    expect(idHalves('fedcba9876543210')).toEqual([0xfedcba98, 0x76543210])
  })

  test('are bytes as Node has them', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const hex = Buffer.from(bytes).toString('hex')
        expect(bytesToHex(bytes)).toBe(hex)
        expect(hexToBytes(hex)).toEqual(Uint8Array.from(bytes))
      }),
    )
  })
})

describe('statuses', () => {
  test.each(STATUSES)('%s comes back, cut off or not', (status) => {
    for (const truncated of [false, true]) {
      const packed = packStatus(status, truncated)
      expect(packed).toBeLessThan(STATUS_LIMIT)
      expect([statusOf(packed), isTruncated(packed)]).toEqual([status, truncated])
      expect(isWithoutArticle(packed)).toBe(status !== 'article')
    }
  })

  test('that no list has are damage', () => {
    expect(() => statusOf(STATUS_LIMIT)).toThrow(expect.objectContaining({ code: 'index-damaged' }))
  })
})

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('dates', () => {
  test('come back from their numbers, and sort as they do', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(dateText(dateNumber(a))).toBe(a)
        expect(Math.sign(dateNumber(a) - dateNumber(b))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })

  test('may lack a day or a month, or have a time', () => {
    expect(dateNumber('2025-03')).toBe(20250300)
    expect(dateNumber('2025')).toBe(20250000)
    expect(dateNumber('2025-10-02T12:03:13.017231')).toBe(20251002)
    expect([dateNumber(''), dateText(0)]).toEqual([0, ''])
  })

  test('are of a month', () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(monthText(monthOf(dateNumber(text)))).toBe(text.slice(0, 7))
      }),
    )
    expect([monthText(202500), monthText(0)]).toEqual(['2025', ''])
  })

  test('are as many months apart as the calendar says', () => {
    fc.assert(
      fc.property(day, fc.nat(600), (text, months) => {
        const later = new Date(`${text.slice(0, 7)}-01T00:00:00Z`)
        later.setUTCMonth(later.getUTCMonth() + months)
        fc.pre(later.getUTCFullYear() <= 9999)
        const count = (of: string) => countMonths(monthOf(dateNumber(of)))
        expect(count(later.toISOString().slice(0, 10)) - count(text)).toBe(months)
      }),
    )
  })
})

describe('a column', () => {
  test.each(COLUMNS)('%s reads back', (name) => {
    const limit = encodeColumn(name, Uint32Array.of(0)).length === 1 ? 0xff : 0xffffffff
    const row = fc.tuple(...Array.from({ length: columnWidth(name) }, () => fc.nat(limit)))
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const numbers = Uint32Array.from(rows.flat())
        const bytes = encodeColumn(name, numbers).slice()
        expect(decodeColumn(name, bytes, rows.length)).toEqual(numbers)
        expect(() => decodeColumn(name, bytes, rows.length + 1)).toThrow(name)
      }),
      { numRuns: 20 },
    )
  })

  test('is little-endian', () => {
    expect([...encodeColumn('dates', Uint32Array.of(0x01020304))]).toEqual([4, 3, 2, 1])
    expect([...encodeColumn('statuses', Uint32Array.of(3, 13))]).toEqual([3, 13])
  })
})
