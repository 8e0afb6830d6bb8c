import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostOf, isWithin } from '../../src/text/host.ts'

test.each([
  ['https://www.Example.com:8080/a?b#c', 'www.example.com'],
  ['http://user:secret@example.com/', 'example.com'],
  ['https://例子.cn/新闻', 'xn--fsqu00a.cn'],
  ['例子.cn', 'xn--fsqu00a.cn'],
  ['example.com/a', 'example.com'],
  ['*.example.com', 'example.com'],
  ['.example.com', 'example.com'],
  ['ｅｘａｍｐｌｅ．ｃｏｍ', 'example.com'],
  ['http://10.0.0.1/', '10.0.0.1'],
  ['cn', 'cn'],
  ['', ''],
  ['??', ''],
  ['https://', ''],
  ['a b', ''],
])('the host of %j is %j', (address, host) => {
  expect(hostOf(address)).toBe(host)
})

test.each([
  ['example.com', 'example.com', true],
  ['www.example.com', 'example.com', true],
  ['a.b.example.com', 'example.com', true],
  ['badexample.com', 'example.com', false],
  ['example.com', 'www.example.com', false],
  ['example.com.cn', 'example.com', false],
])('%s is within %s: %s', (host, wanted, expected) => {
  expect(isWithin(host, wanted)).toBe(expected)
})

test.each([
  ['hxxp://evil[.]example[.]com/a', 'evil.example.com'],
  ['hxxps[:]//evil(dot)com', 'evil.com'],
  ['1[.]2[.]3[.]4', '1.2.3.4'],
  ['HTTP://EXAMPLE.COM.', 'example.com'],
  ['https://my_bucket.example.com', 'my_bucket.example.com'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
  ['https://пример.рф', 'xn--e1afmkfd.xn--p1ai'],
  ['ftp://example.com/pub', 'example.com'],
  ['  https://example.com  ', 'example.com'],
  ['https://[::1]/', ''],
  ['https://exa mple.com/', ''],
  ['https://a..b/', ''],
  ['https://-/', '-'],
])('the host of %j, as people write it, is %j', (address, host) => {
  expect(hostOf(address)).toBe(host)
})

test('is what the URL parser of Node says, with any user, port, path and query', () => {
  const label = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,8}[a-z]$/)
  fc.assert(
    fc.property(
      fc.array(label, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('http://', 'HTTPS://', 'ftp://', ''),
      fc.constantFrom('', 'user@', 'user:secret@'),
      fc.constantFrom('', ':8080'),
      fc.constantFrom('', '/', '/a/b.html', '?q=漏洞', '#part', '/@name'),
      (labels, scheme, user, port, rest) => {
        const host = labels.join('.')
        const expected = new URL(`http://${host}`).hostname
        expect(hostOf(scheme + user + host + port + rest)).toBe(expected)
      },
    ),
  )
})
