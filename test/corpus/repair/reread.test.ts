/** A line is turned back where it was misread, character by character, and left as it is where that would do harm. */

import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { type Codec, misreadCodecs } from '../../../src/corpus/repair/misread-codecs.ts'
import { reread } from '../../../src/corpus/repair/reread.ts'

function codecNamed(wanted: string): Codec {
  const codec = misreadCodecs().list.find(({ name }) => name === wanted)
  if (codec === undefined) throw new Error(`no encoding ${wanted}`)
  return codec
}

const windows = codecNamed('windows-1252')
const latin1 = (text: string) => Buffer.from(text).toString('latin1')

/** Characters without a byte A0, which would be lost at the end of a line. */
const CHARACTERS = [...'今天公布了新的开源模型权重可以免费下载文章']

describe('a line that was misread', () => {
  const text = fc.array(fc.constantFrom(...CHARACTERS, 'a', ' ', '-', '1'), { maxLength: 20 })

  test.each([
    'windows-1252',
    'windows-1251',
    'koi8-r',
    'macintosh',
    'pt154',
    'cp855',
    'iso-8859-5',
  ])('in %s is the line that it was, and each character is counted', (name) => {
    const misread = (line: string) =>
      name === 'windows-1252' ? latin1(line) : iconv.decode(Buffer.from(line), name)
    const whole = (one: string) => !misread(one).includes('\uFFFD')
    fc.assert(
      fc.property(text, (characters) => {
        const line = characters.filter(whole).join('')
        const chinese = [...line].filter((one) => one > '\u007f')
        const again = reread(misread(line), codecNamed(name))
        if (chinese.length === 0) expect(again).toBeUndefined()
        else
          expect(again).toEqual({
            text: line,
            found: chinese,
            whole: chinese.length,
            broken: 0,
            left: 0,
          })
      }),
    )
  })

  test('keeps what stands in it as itself', () => {
    expect(reread(`© 2025 » ${latin1('示例网编辑部')} • …`, windows)).toMatchObject({
      text: '© 2025 » 示例网编辑部 • …',
      whole: 6,
      left: 0,
    })
  })

  test('keeps a letter that is also the first byte of a character, where no other byte follows', () => {
    expect(reread(`éx ${latin1('示例网编辑部')}`, windows)).toMatchObject({
      text: 'éx 示例网编辑部',
      broken: 0,
      left: 1,
    })
  })

  test('may hold a letter of its own to five that were found, and no more', () => {
    const own = 'žř'
    expect(reread(`${own}${latin1('示例网编辑部今天公布')}`, windows)).toMatchObject({ left: 2 })
    expect(reread(`${own}${latin1('示例网编辑部今天公')}`, windows)).toBeUndefined()
    // One letter is no sign of anything where two and more were found.
    expect(reread(`ž${latin1('示例')}`, windows)).toMatchObject({ left: 1 })
    expect(reread(`ž${latin1('示')}`, windows)).toBeUndefined()
  })
})

describe('a byte that was lost', () => {
  const turned = (line: string) => reread(line, windows)

  test('in the middle of a character leaves a sign for it', () => {
    const bytes = [...latin1('今天公布了新的')]
    // The last byte of the second character.
    const line = bytes.toSpliced(5, 1).join('')
    expect(turned(line)).toMatchObject({ text: '今\uFFFD公布了新的', whole: 6, broken: 1 })
  })

  test('A0 at the end of a line, a link or in front of a blank is known', () => {
    // The last byte of 加 is A0, and so is the second one of 頠.
    expect(latin1('加').at(-1)).toBe('\u00a0')
    const lost = latin1('增加').slice(0, -1)
    expect(turned(lost)).toMatchObject({ text: '增加', whole: 1, broken: 0 })
    expect(turned(`[${lost}](/a)`)).toMatchObject({ text: '[增加](/a)' })
    expect(turned(`${lost} ${latin1('人手')}`)).toMatchObject({
      text: '增加人手',
      found: [...'增加人手'],
    })
    // Nothing is trimmed in front of a letter.
    expect(turned(`${lost}x`)?.text).not.toBe('增加x')
  })

  test('A0 inside a character became a blank', () => {
    const character = '頠'
    expect(latin1(character)[1]).toBe('\u00a0')
    const line = latin1(`今天${character}公布`).replace('\u00a0', ' ')
    expect(turned(line)).toMatchObject({ text: `今天${character}公布`, whole: 4 })
  })

  test('is not made up in an encoding in which A0 is no blank', () => {
    const codec = codecNamed('koi8-r')
    expect(codec.losesA0).toBe(false)
    const line = iconv.decode(Buffer.from('增加'), 'koi8-r').slice(0, -1)
    expect(reread(line, codec)?.text).not.toBe('增加')
  })

  test('by the fetcher’s cut leaves nothing before its mark', () => {
    for (const kept of [1, 2])
      expect(turned(`${latin1('今天公布')}${latin1('了').slice(0, kept)}...`)).toMatchObject({
        text: '今天公布...',
        broken: 1,
      })
  })
})

describe('a line that was not misread', () => {
  test.each([
    ['in Chinese', '今天公布了新的开源模型'],
    ['in French', 'déjà vu à l’été'],
    ['in ASCII', 'nothing'],
    ['that is empty', ''],
  ])('%s stays', (_, line) => {
    expect(reread(line, windows)).toBeUndefined()
  })

  test('of box drawings stays: they are bytes in the encodings of old terminals', () => {
    const codec = codecNamed('cp437')
    const bytes = iconv.decode(Buffer.from('°°°°'), 'cp437')
    expect(bytes).toMatch(/^(?:[┬-▓]{2}){4}$/)
    expect(reread(bytes, codec)).toBeUndefined()
  })

  test('that shows what becomes of characters stays', () => {
    const explain = (sign: string) => `${sign} becomes ${latin1(sign)}`
    expect(reread(explain('’'), windows)).toBeUndefined()
    expect(reread(explain('文章'), windows)).toBeUndefined()
    expect(reread(latin1('’文章’'), windows)).toMatchObject({ text: '’文章’' })
  })

  test('whose bytes are no character that is written stays', () => {
    for (const code of [0x0700, 0x1400, 0xe000, 0x10fffd, 0x0080])
      expect(
        reread(latin1(String.fromCodePoint(code).repeat(3)), windows)?.text ?? '',
      ).not.toContain(String.fromCodePoint(code === 0x80 ? 0x700 : code))
  })

  test('in more bytes than a character needs stays: no decoder of UTF-8 takes them', () => {
    // E0 83 A9 and F0 86 96 87 are overlong forms of é and 文, ED A0 80 is half of a pair.
    for (const bytes of ['\u00e0\u0083\u00a9', '\u00f0\u0086\u0096\u0087', '\u00ed\u00a0\u0080'])
      expect(reread(bytes.repeat(4), windows)).toBeUndefined()
  })
})
