import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExternalLink } from '../../../server/text/external-link.ts'
import { neutralize, neutralizeLines, shorten } from '../../../server/text/neutralize.ts'
import { hostileText } from '../hostile.ts'

describe('harmless text', () => {
  test('is as long as the text and holds no control, override or half character', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const safe = neutralize(text)
        expect(safe).toHaveLength(text.length)
        expect(safe).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u)
      }),
    )
  })

  test('of several lines keeps its line breaks and tabs, and nothing else', () => {
    expect(neutralizeLines('甲\r\n\t乙\r丙\u0000\u202e')).toBe('甲\n\t乙\n丙\ufffd\ufffd')
  })

  test('is cut between characters', () => {
    expect(shorten('𠮷野家', 3)).toBe('𠮷…')
    expect(shorten('𠮷𠮷𠮷', 4)).toBe('𠮷…')
    expect(shorten('开源模型', 4)).toBe('开源模型')
  })
})

describe('an address of an article', () => {
  test.each([
    ['https://www.solidot.org/story?sid=1', 'www.solidot.org'],
    ['http://example.org:8080/', 'example.org:8080'],
    ['https://例子.中国/', 'xn--fsqu00a.xn--fiqs8s'],
    ['https://bank.example@evil.example/', 'evil.example'],
  ])('%s is a link that shows %s', (address, host) => {
    expect(parseExternalLink(address)?.host).toBe(host)
  })

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org/',
    '//example.org/',
    '/articles/1',
    'https://',
    '',
  ])('%j is no link', (address) => {
    expect(parseExternalLink(address)).toBeUndefined()
  })
})
