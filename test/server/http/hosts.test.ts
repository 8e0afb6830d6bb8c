import { expect, test } from 'vitest'
import { isAllowedHost } from '../../../server/http/hosts.ts'

test.each([
  ['127.0.0.1:3000', ['127.0.0.1'], true],
  ['localhost', ['127.0.0.1'], true],
  ['LOCALHOST.:3000', [], true],
  ['[::1]:3000', [], true],
  ['archive.lan:3000', ['archive.lan'], true],
  ['archive.lan', ['127.0.0.1'], false],
  ['evil.example', ['127.0.0.1'], false],
  ['evil.example', ['0.0.0.0'], false],
  ['192.168.1.5:3000', ['0.0.0.0'], true],
  ['[fe80::1]:3000', ['::'], true],
  ['192.168.1.5:3000', ['127.0.0.1'], false],
  ['127.0.0.1.evil.example', [], false],
  ['localhost.evil.example:80', [], false],
  ['evil.example:80@localhost', [], false],
  ['localhost/evil', [], false],
  ['', ['127.0.0.1'], false],
])('a request for %j to a server at %j is answered: %s', (header, allowed, answered) => {
  expect(isAllowedHost(header, allowed)).toBe(answered)
})
