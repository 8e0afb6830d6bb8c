/** When two files are one article. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleId, articleKey } from '../../../src/corpus/read/identity.ts'

const key = (url: string, path = 'a.md') => articleKey({ url, path })

describe('one article', () => {
  test.each([
    ['http and https', 'http://example.com/a', 'https://example.com/a'],
    ['www.', 'https://www.example.com/a', 'https://example.com/a'],
    ['a final slash', 'https://example.com/a/', 'https://example.com/a'],
    ['slashes that stand twice', 'https://example.com//a//b', 'https://example.com/a/b'],
    ['the port of the scheme', 'https://example.com:443/a', 'http://example.com:80/a'],
    ['a place every page has', 'https://example.com/a#comments', 'https://example.com/a'],
    ['a way in the fragment', 'https://example.com/a#xtor=RSS-1', 'https://example.com/a'],
    ['a text to scroll to', 'https://example.com/a#:~:text=甲', 'https://example.com/a'],
    [
      'Chinese, written out or escaped',
      'https://example.com/新闻?q=甲',
      'https://example.com/%e6%96%b0%E9%97%BB?q=%e7%94%b2',
    ],
    ['a blank in a parameter', 'https://example.com/?q=a+b', 'https://example.com/?q=a%20b'],
    ['the host’s case', 'https://Example.COM/a', 'https://example.com/a'],
    [
      'campaigns',
      'https://example.com/a?utm_source=rss&utm_medium=feed&id=3',
      'https://example.com/a?id=3',
    ],
    ['the way of a feed', 'https://example.com/a?source=rss----7b7', 'https://example.com/a'],
    ['the order of parameters', 'https://example.com/?b=2&a=1', 'https://example.com/?a=1&b=2'],
    [
      'WeChat’s other parameters',
      'https://mp.weixin.qq.com/s?__biz=MzA3&mid=26&idx=1&sn=f&chksm=b&scene=58#rd',
      'http://mp.weixin.qq.com/s?__biz=MzA3==&mid=26&idx=1',
    ],
    [
      'WeChat inside another address',
      'https://proxy.example.com/?u=https%3A%2F%2Fmp.weixin.qq.com%2Fs%3F__biz%3DMzA3%26mid%3D26%26idx%3D1',
      'https://mp.weixin.qq.com/s?__biz=MzA3&mid=26&idx=1',
    ],
    [
      'WeChat inside an address with such parameters of its own, and a broken escape',
      'https://proxy.example.com/%E4%?mid=7&idx=3&u=https%253A%252F%252Fmp.weixin.qq.com%252Fs%253F__biz%253DMzA3%2526mid%253D26%2526idx%253D1',
      'https://mp.weixin.qq.com/s?__biz=MzA3&mid=26&idx=1',
    ],
    [
      'WeChat after the fragment',
      'https://mp.weixin.qq.com/s#__biz=MzA3&mid=26&idx=1',
      'https://mp.weixin.qq.com/s?__biz=MzA3&mid=26&idx=1',
    ],
    [
      'WeChat with its old names',
      'https://mp.weixin.qq.com/s?__biz=MzA3&appmsgid=26&itemidx=1',
      'https://mp.weixin.qq.com/s?__biz=MzA3&mid=26&idx=1',
    ],
  ])('%s', (_, a, b) => {
    expect(key(a)).toBe(key(b))
  })

  test('the parameters of a campaign never matter, wherever they stand', () => {
    const parameter = fc.constantFrom('id=3', 'page=2', 'q=甲')
    const tracking = fc.constantFrom(
      'utm_campaign=x',
      'fbclid=1',
      'spm=a.b',
      'from=timeline',
      'ref=rss',
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(parameter),
        fc.uniqueArray(tracking),
        fc.nat(),
        (kept, added, place) => {
          const all = [...kept.slice(0, place % 4), ...added, ...kept.slice(place % 4)]
          expect(key(`https://e.com/a?${all.join('&')}`)).toBe(
            key(`https://e.com/a?${kept.join('&')}`),
          )
        },
      ),
    )
  })
})

describe('two articles', () => {
  test.each([
    ['paths', 'https://example.com/a', 'https://example.com/b'],
    ['the case of a path', 'https://example.com/Ab', 'https://example.com/ab'],
    ['hosts', 'https://a.example.com/', 'https://b.example.com/'],
    ['parameters', 'https://example.com/?sid=1', 'https://example.com/?sid=2'],
    [
      'a source that is an article’s',
      'https://example.com/?source=12',
      'https://example.com/?source=13',
    ],
    ['ports', 'http://example.com:8001/a', 'http://example.com:8002/a'],
    [
      'parameters in an old encoding',
      'https://example.com/?q=%D6%D0',
      'https://example.com/?q=%CE%C4',
    ],
    [
      'parameters, one of them with & in it',
      'https://example.com/?a=1&b=2',
      'https://example.com/?a=1%26b%3D2',
    ],
    [
      'parts of a path, one of them with / in it',
      'https://example.com/a/b',
      'https://example.com/a%2Fb',
    ],
    ['news on one page', 'https://example.com/news#badges', 'https://example.com/news#rooms'],
    ['routes of a single page', 'https://example.com/#/post/1', 'https://example.com/#/post/2'],
    [
      'places in one WeChat message',
      'https://mp.weixin.qq.com/s?__biz=M&mid=2&idx=1',
      'https://mp.weixin.qq.com/s?__biz=M&mid=2&idx=2',
    ],
  ])('other %s', (_, a, b) => {
    expect(key(a)).not.toBe(key(b))
  })

  test.each(['', '不是地址', 'javascript:alert(1)', 'http://'])(
    'files without an address, such as %j',
    (url) => {
      expect(key(url, '甲.md')).not.toBe(key(url, '乙.md'))
      expect(key(url, '甲.md')).toBe(key(url, '甲.md'))
    },
  )
})

test('an id is 16 hex digits, the same on every machine', () => {
  // printf example | sha256sum
  expect(articleId('example')).toBe('50d858e0985ecc7f')
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(articleId(text)).toMatch(/^[0-9a-f]{16}$/)
    }),
  )
})

test('any address has a key', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: 'binary' }),
      ),
      (url) => {
        expect(key(url).length).toBeGreaterThan(0)
      },
    ),
  )
})
