/** A file of the corpus as a page: where its fields come from. */

import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { HEAD_BYTES, MAX_LINES, readHead, readPage } from '../../../src/corpus/read/page.ts'

const page = (text: string, path = '2025/03/09/源_标题.md') => readPage(Buffer.from(text), path)

describe('the title', () => {
  test.each([
    ['from the front matter', '---\ntitle: 甲\n---\n# 乙', '甲'],
    [
      'else from the first heading, without markup',
      '---\ntitle:\n---\n正文\n\n## **乙** [丙](x) ##\n# 丁',
      '乙 丙',
    ],
    ['else from the file’s name', '没有标题', '源_标题'],
    [
      'else from the first heading, and no half of a character',
      `# ${'甲'.repeat(500)}𠮷`,
      `${'甲'.repeat(500)}𠮷`,
    ],
    [
      'without control characters and marks that nobody sees',
      '---\ntitle: 甲\u001b[31m\u0007乙\uFEFF\n---\n',
      '甲 [31m 乙',
    ],
  ])('%s', (_, text, title) => {
    expect(page(text).title).toBe(title)
  })
})

describe('the date', () => {
  test.each([
    ['as given', 'date: 2025-03-01\nfetch_date: 2025-10-02T12:03:13.017231', '2025-03-01'],
    ['in other spellings', 'date: 2025/3/1', '2025-03-01'],
    ['in Chinese', 'date: 2025年3月1日', '2025-03-01'],
    [
      'else the day of the fetch',
      'date: 昨天\nfetch_date: 2025-10-02T12:03:13.017231',
      '2025-10-02',
    ],
    ['else the day in the path', 'source: 源', '2025-03-09'],
    ['a day that no calendar has is none', 'date: 2025-02-30', '2025-03-09'],
  ])('%s', (_, lines, date) => {
    expect(page(`---\ntitle: 甲\n${lines}\n---\n`).date).toBe(date)
  })

  test('is empty where nothing tells it', () => {
    expect(page('正文', 'note.txt').date).toBe('')
    expect(page('正文', '2025/13/40/note.txt').date).toBe('')
  })
})

test('a whole page', () => {
  const text =
    '---\ntitle: 甲\nurl: https://example.com/1\nsource: 源\ndate: 2025-03-01\nfetch_date: 2025-10-02T12:03:13.017231\n---\n\n正文'
  expect(readPage(iconv.encode(text, 'gb18030'), 'a.md')).toEqual({
    path: 'a.md',
    title: '甲',
    url: 'https://example.com/1',
    source: '源',
    date: '2025-03-01',
    fetchDate: '2025-10-02T12:03:13.017231',
    authors: [],
    tags: [],
    meta: {},
    markdown: '\n正文',
    encoding: 'gb18030',
    repaired: '',
    repairedLines: '',
    navigation: [],
  })
})

test('a page that was misread is turned back, and says from what', () => {
  const body = '# 开源模型发布\n\n研究所今天公布了新的开源模型，权重可以免费下载。\n'
  const misread = iconv.decode(Buffer.from(body), 'pt154')
  expect(page(`---\ntitle: 开源模型发布\n---\n${misread}`)).toMatchObject({
    title: '开源模型发布',
    markdown: body,
    encoding: 'utf-8',
    repaired: 'pt154',
    repairedLines: body.trim(),
  })
  expect(page(misread).title).toBe('开源模型发布')
  expect(page(body).repaired).toBe('')
})

describe('a file’s head', () => {
  const line = fc.string({
    unit: fc.constantFrom('甲', '乙', 'a', ' ', ':', '-', '#', '\uFEFF', '\r'),
    maxLength: 30,
  })
  const file = fc
    .record({
      title: fc.oneof(
        line,
        fc.tuple(line, line).map((parts) => parts.join('\n---\n')),
      ),
      source: line,
      filler: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 3900, max: 4096 })),
      body: fc.array(line, { maxLength: 20 }),
      open: fc.constantFrom('---\n', '', '\n---\n'),
      close: fc.constantFrom('---\n', '', '--- \n'),
    })
    .map(
      ({ title, source, filler, body, open, close }) =>
        `${open}title: ${title}\nurl: https://e.com/${'x'.repeat(filler)}\nsource: ${source}\n${close}${body.join('\n')}`,
    )

  test.each(['utf-8', 'gb18030', 'utf-16le'])(
    'gives the fields that the whole file gives, in %s',
    (encoding) => {
      fc.assert(
        fc.property(file, fc.integer({ min: 0, max: 9 }), (text, repeat) => {
          const bytes = iconv.encode(text + '正文在后面。\n'.repeat(repeat * 60), encoding, {
            addBOM: encoding === 'utf-16le',
          })
          const {
            markdown,
            encoding: read,
            repaired,
            repairedLines,
            navigation,
            authors,
            tags,
            meta,
            ...fields
          } = readPage(bytes, 'x/y.md')
          expect(readHead(bytes.subarray(0, HEAD_BYTES), 'x/y.md', () => bytes)).toEqual(fields)
        }),
      )
    },
  )

  test('is enough for a page as fetched', () => {
    const text = `---\ntitle: 甲\nurl: https://e.com/\nsource: 源\ndate: 2025-03-01\nfetch_date: 2025-10-02T12:03:13\n---\n${'正文。'.repeat(5000)}`
    const whole = () => {
      throw new Error('the whole file was read')
    }
    expect(readHead(Buffer.from(text).subarray(0, HEAD_BYTES), 'a.md', whole).title).toBe('甲')
  })
})

test('a page of too many lines is refused with their number, also when only its head is wanted', () => {
  const lines = (count: number) => Buffer.from('x\n'.repeat(count - 1))
  expect(readPage(lines(MAX_LINES), 'a.md').markdown).toHaveLength((MAX_LINES - 1) * 2)
  const reason = '1000001 lines are more than the 1000000 read of a file'
  expect(() => readPage(lines(MAX_LINES + 1), 'a.md')).toThrow(reason)
  const whole = lines(MAX_LINES + 1)
  expect(() => readHead(whole.subarray(0, HEAD_BYTES), 'a.md', () => whole)).toThrow(reason)
})
