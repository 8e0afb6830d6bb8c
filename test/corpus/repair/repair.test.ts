/** Pages that are UTF-8 read in another encoding are turned back, and no other page is touched. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '../../../src/corpus/read/front-matter.ts'
import { repairLines } from '../../../src/corpus/repair/repair.ts'
import { goodTexts } from '../clean/good-texts.ts'

type Misread = (text: string) => string

const inNode =
  (encoding: string): Misread =>
  (text) =>
    new TextDecoder(encoding).decode(Buffer.from(text))
/** Windows-1252 as browsers have it: its five empty bytes are control characters. */
const asWindows1252: Misread = (text) =>
  inIconv('windows-1252')(text).replace(/\uFFFD/g, (_, at: number) =>
    String.fromCharCode(Buffer.from(text)[at] ?? 0),
  )
const inIconv =
  (encoding: string): Misread =>
  (text) =>
    iconv.decode(Buffer.from(text), encoding)
const asLatin1: Misread = (text) => Buffer.from(text).toString('latin1')

/** Every byte has a character in these: nothing is lost. */
const misreadings: readonly (readonly [string, Misread])[] = [
  ['latin-1', asLatin1],
  ['windows-1252', asWindows1252],
  ...['windows-1250', 'windows-1251', 'windows-1254', 'windows-1256', 'windows-1258'].map(
    (name) => [name, inNode(name)] as const,
  ),
  ...['koi8-r', 'koi8-u', 'ibm866', 'iso-8859-2', 'iso-8859-5', 'macintosh', 'x-mac-cyrillic'].map(
    (name) => [name, inNode(name)] as const,
  ),
  ...['pt154', 'cp437', 'cp775', 'cp850', 'cp852', 'cp855', 'maccenteuro'].map(
    (name) => [name, inIconv(name)] as const,
  ),
  ['latin-1, then gbk', (text) => inIconv('gbk')(asLatin1(text))],
]

const CHINESE =
  '# 开源模型发布\n\n这家研究所今天公布了新的开源模型，权重可以免费下载。\n\n' +
  '* [文章](/articles "全部文章")\n* CVE-2024-1234：影响 1.2.3 之前的版本\n\n研究者认为，它的推理能力有明显进步……'

/** In a text, the sign of one that was misread as Latin-1. */
const CONTROLS = /[\u0080-\u009f]/

/** The articles that come with the program, but for those that show a damage. */
function sampleArticles(): readonly string[] {
  return readdirSync('corpus', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFrontMatter(readFileSync(join('corpus', path), 'utf8')).markdown)
    .filter((text) => !CONTROLS.test(text))
}

describe('UTF-8 read as', () => {
  test.each(misreadings)('%s is as it was', (_, misread) => {
    expect(repairLines(misread(CHINESE))?.text).toBe(CHINESE)
  })

  test.each(misreadings)('%s is as it was, line by line of whole articles', (_, misread) => {
    for (const article of sampleArticles().filter((each) => /[一-龥]{4}/.test(each))) {
      const repaired = repairLines(misread(article))?.text.split('\n') ?? []
      const wrong = article.split('\n').filter((line, i) => repaired[i] !== line)
      expect(wrong).toEqual([])
    }
  })

  test.each(Object.entries(goodTexts))('Latin-1 is as it was, in %s', (_, text) => {
    expect(repairLines(asLatin1(text))?.text).toBe(text)
  })
})

test('UTF-8 misread twice is as it was, and both encodings are named', () => {
  for (const [once, twice, codec] of [
    [asLatin1, asLatin1, 'windows-1252+windows-1252'],
    [asWindows1252, asWindows1252, 'windows-1252+windows-1252'],
    [inIconv('pt154'), asWindows1252, 'windows-1252+pt154'],
  ] as const)
    expect(repairLines(twice(once(CHINESE)))).toEqual({ text: CHINESE, codec })
})

describe('the encoding is named', () => {
  test.each([
    ['windows-1252', asLatin1],
    ['windows-1252', asWindows1252],
    ['pt154', inIconv('pt154')],
    ['cp855', inIconv('cp855')],
    ['windows-1256', inNode('windows-1256')],
    ['koi8-r', inNode('koi8-r')],
    ['gbk+iso-8859-1', (text: string) => inIconv('gbk')(asLatin1(text))],
  ])('%s', (name, misread) => {
    expect(repairLines(misread(CHINESE))?.codec).toBe(name)
  })
})

describe('good text stays', () => {
  test.each(Object.entries(goodTexts))('%s', (_, text) => {
    expect(repairLines(text)).toBeUndefined()
    for (const line of text.split('\n')) expect(repairLines(line)).toBeUndefined()
  })

  test.each(Object.entries(goodTexts))(
    'whatever the words are made of: letters of %s',
    (_, text) => {
      const letters = [...new Set(text.match(/\p{L}\p{M}*/gu))]
      const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 9 })
      const join = fc.constantFrom(
        ' ',
        ', ',
        '\n',
        ' – ',
        '. ',
        '\u00a0: ',
        ' «\u00a0',
        '\u00a0» ',
        '” „',
      )
      const pieces = fc.array(fc.tuple(word, join), { minLength: 1, maxLength: 60 })
      fc.assert(
        fc.property(pieces, (all) => {
          expect(repairLines(all.flat().join(''))).toBeUndefined()
        }),
        { numRuns: 300 },
      )
    },
  )

  test('an article about encodings, with what it quotes', () => {
    const article =
      '# 为什么会出现乱码\n\n“锟斤拷”是两个替换字符的 UTF-8 字节被当成 GBK 的结果：锟斤拷锟斤拷锟斤拷。\n\n' +
      '把“文章”按 Latin-1 读就成了下面这样，西欧的网页上常能看到这类字符：\n\n' +
      `    ${asLatin1('文章，今天的文章')}\n\n改用正确的编码重新打开文件，文字就恢复正常了。烫烫烫则是未初始化的内存。`
    expect(repairLines(article)).toBeUndefined()
  })

  test('a line that shows what becomes of a character', () => {
    const line = ['’', '“', '”', '–'].map((sign) => `${sign} becomes ${asWindows1252(sign)}`)
    expect(repairLines(`${line.join('\n')}\n${line.join('; ')}`)?.text ?? '').not.toContain(
      '’ becomes ’',
    )
  })

  test('a drawing of lines and blocks', () => {
    const drawing =
      '██████╗ ███████╗\n██╔══██╗██╔════╝\n░▒▓█▓▒░░▒▓█▓▒░\n┌──────┐\n├──────┤\n└──────┘'
    expect(repairLines(drawing)).toBeUndefined()
  })
})

describe('on a misread page', () => {
  const misread = asLatin1(CHINESE)

  test('lines that are sound stay', () => {
    const page = (body: string) => `# 开源模型发布\n\n© 2025 示例网 · 版权所有\n\n${body}`
    expect(repairLines(page(misread))?.text).toBe(page(CHINESE))
  })

  test('signs that were written as entities stay among what is repaired', () => {
    const page = (text: string) => `${misread}\n© 2025 » ${text} • …`
    expect(repairLines(page(asLatin1('示例网编辑部')))?.text).toBe(
      `${CHINESE}\n© 2025 » 示例网编辑部 • …`,
    )
  })

  test('a character cut by the fetcher is left off, at any byte', () => {
    const bytes = Buffer.from(`${CHINESE}\n全文完`)
    for (const lost of [1, 2]) {
      const cut = bytes.subarray(0, bytes.length - lost).toString('latin1')
      expect(repairLines(`${cut}...`)?.text).toBe(`${CHINESE}\n全文...`)
    }
  })

  test('no-break spaces that were trimmed or became blanks are bytes again', () => {
    const blank = (text: string) => text.replaceAll('\u00a0', ' ').replace(/ (?=$|\])/gm, '')
    const text = `${CHINESE}\n文章\n[往日文章](/old)\n增加人手，报名入场`
    expect(repairLines(blank(asLatin1(text)))?.text).toBe(text)
    expect(repairLines(blank(inIconv('pt154')(text)))?.text).toBe(text)
  })
})

describe('time is linear', () => {
  const units = ['æ', 'æ\x96\x87', 'Ã', 'Ã ', '美', '莽', 'ж', '█', 'æ\n', '\u0096', 'é»']
  test.each(units)('in %j', (unit) => {
    const text = unit.repeat(1_000_000 / unit.length)
    // Of the processor, not of the clock: other work on the machine takes none of it.
    const began = process.cpuUsage()
    repairLines(text)
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000)
  })
})
