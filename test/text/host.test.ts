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
