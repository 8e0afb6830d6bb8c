import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byteFinder } from '../../../src/search/literal/byte-search.ts'

const encoder = new TextEncoder()
/** Few characters, so that parts come back and overlap; some share bytes. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'A', 'B', ' ', '漏', '洞', '渗', 'é', '😀'))
  .map((all) => all.join(''))
const needle = fc
  .array(fc.constantFrom('a', 'b', ' ', '漏', '洞', '渗', 'é', '😀'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => all.join(''))

describe('a text in bytes', () => {
  test('is found first where it stands first, capitals of ASCII aside', () => {
    fc.assert(
      fc.property(text, needle, fc.nat(8), fc.nat(8), (before, wanted, skipped, cut) => {
        const whole = encoder.encode(`${before}${wanted}${before}`)
        const [start, end] = [Math.min(skipped, whole.length), Math.max(0, whole.length - cut)]
        const small = whole.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte))
        const part = Buffer.from(small.subarray(0, end))
        const expected = start > end ? -1 : part.indexOf(wanted, start)
        expect(byteFinder(wanted)(whole, start, end)).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })

  test('is found among bytes of other characters', () => {
    const bytes = encoder.encode('Log4Shell 是 Log4j 的漏洞')
    expect(byteFinder('log4j')(bytes, 0, bytes.length)).toBe(14)
    expect(byteFinder('漏')(bytes, 0, bytes.length)).toBe(bytes.length - 6)
    expect(byteFinder('log5')(bytes, 0, bytes.length)).toBe(-1)
  })
})
