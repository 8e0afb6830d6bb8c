/** Bytes to text: which encoding a file is in. */

import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode, decodeHead } from '../../../src/corpus/read/decode.ts'

const SIMPLIFIED =
  '这家研究所今天公布了新的开源模型，权重可以免费下载，研究者认为它的推理能力有明显进步。'
const TRADITIONAL =
  '這家研究所今天公布了新的開源模型，權重可以免費下載，研究者認為它的推理能力有明顯進步。'

/** The Chinese articles of the sample corpus that are UTF-8 and were decoded right. */
function sampleTexts(): string[] {
  const corpus = join(import.meta.dirname, '../../../corpus')
  return readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|txt)$/.test(path))
    .map((path) => readFileSync(join(corpus, path)))
    .filter((bytes) => isUtf8(bytes))
    .map((bytes) =>
      bytes
        .toString()
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n'),
    )
    .filter((text) => (text.match(/\p{sc=Han}/gu) ?? []).length > 100)
    .filter((text) => !/[\u0080-\u00ff]{3}/.test(text))
}

describe('the encoding', () => {
  test.each([
    ['utf-8', Buffer.from(SIMPLIFIED)],
    ['utf-8', Buffer.from('plain ASCII')],
    ['utf-8', Buffer.from('')],
    ['gb18030', iconv.encode(SIMPLIFIED, 'gb18030')],
    ['gb18030', iconv.encode(TRADITIONAL, 'gb18030')],
    ['big5', iconv.encode(TRADITIONAL, 'big5')],
    ['utf-16le', iconv.encode(SIMPLIFIED, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(SIMPLIFIED, 'utf-16be', { addBOM: true })],
  ])('is %s', (encoding, bytes) => {
    expect(decode(bytes).encoding).toBe(encoding)
  })

  test('a text in any of them reads as it was written', () => {
    for (const encoding of ['utf-8', 'gb18030', 'big5'])
      expect(decode(iconv.encode(TRADITIONAL, encoding)).text).toBe(TRADITIONAL)
  })

  test.each(['春秋云镜-Tsclient', '防虫喷雾', '谷歌升级 Safari', '遭俄APT组织暴', '中文'])(
    'of a note as short as %s is found',
    (text) => {
      expect(decode(iconv.encode(text, 'gb18030'))).toEqual({ text, encoding: 'gb18030' })
    },
  )

  test.each(['漢諾瓦-布倫瑞克', '船底座·艾塔壽命', '奧斯卡最佳影片獎', '坂里村的地理地形'])(
    'of a note as short as %s is found, in Big5',
    (text) => {
      expect(decode(iconv.encode(text, 'big5'))).toEqual({ text, encoding: 'big5' })
    },
  )

  test('Hong Kong’s characters and kana are read in Big5', () => {
    const text = '佢哋喺茶餐廳食咗菠蘿油，啲人話好味。滙豐銀行、湖岸綫、鰂魚涌，のり。'
    expect(decode(iconv.encode(text, 'big5'))).toEqual({ text, encoding: 'big5' })
  })

  test('every article of the sample corpus is found in GB18030', () => {
    for (const text of sampleTexts())
      expect(decode(iconv.encode(text, 'gb18030'))).toEqual({ text, encoding: 'gb18030' })
  })

  test('every article that Big5 can write is found in Big5', () => {
    const texts = sampleTexts().filter(
      (text) => iconv.decode(iconv.encode(text, 'big5'), 'big5') === text,
    )
    expect(texts.length).toBeGreaterThan(3)
    for (const text of texts)
      expect(decode(iconv.encode(text, 'big5'))).toEqual({ text, encoding: 'big5' })
  })

  test('a character cut at the end of the head decides nothing', () => {
    const file = `${'a'.repeat(4095)}${SIMPLIFIED}`
    expect(decode(iconv.encode(file, 'gb18030'))).toEqual({ encoding: 'gb18030', text: file })
  })

  test('a text of another country’s is not taken for Chinese', () => {
    for (const text of ['Où est la bibliothèque ?', 'Über größere Übel', 'El niño y la niña'])
      expect(decode(iconv.encode(text, 'latin1'))).toEqual({ text, encoding: 'windows-1252' })
  })

  test.each([
    ['shift_jis', 'データセンターのサーバーを新しい機種へ移した。港の朝は汽笛から始まる。'],
    ['euc-jp', 'データセンターのサーバーを新しい機種へ移した。港の朝は汽笛から始まる。'],
    ['shift_jis', '港の朝'],
    ['euc-jp', '潮の満ち引き'],
    [
      'euc-kr',
      '항구의 아침은 언제나 예인선의 기적 소리로 시작된다. 부두의 사람들은 저마다 바쁘다.',
    ],
    ['euc-kr', '등대지기의 하루'],
    ['windows-1252', 'Le phare — « naïf » — coûte 40 €, l’été.'],
    ['windows-1252', 'Die größte Fähre fährt über den Kanal.'],
  ])('is %s: %s', (encoding, text) => {
    const bytes = iconv.encode(`${text}\n`, encoding)
    expect(decode(bytes)).toEqual({ text: `${text}\n`, encoding })
    expect(decode(Buffer.concat([Buffer.from('title: x\n\n'), bytes])).encoding).toBe(encoding)
  })

  test.each(['gb18030', 'big5', 'euc-kr', 'shift_jis'])(
    'a head in UTF-8 over a body in %s is read part by part',
    (encoding) => {
      const bodies = {
        gb18030: SIMPLIFIED,
        big5: TRADITIONAL,
        'euc-kr': '등대지기의 하루는 길다.',
        shift_jis: '灯台守の一日は長い。',
      }
      const body = `${bodies[encoding as keyof typeof bodies]}\n`.repeat(3)
      for (const filler of ['', 'x'.repeat(5000)]) {
        const head = `---\ntitle: 灯塔的一天\nnote: ${filler}\n---\n`
        const bytes = Buffer.concat([Buffer.from(head), iconv.encode(body, encoding)])
        expect(decode(bytes)).toEqual({ text: head + body, encoding })
      }
    },
  )

  test('a short title in English above GB18030 decides nothing', () => {
    const file = `title: Report\n\n${'ASCII only. '.repeat(4000)}\n${SIMPLIFIED}`
    expect(decode(iconv.encode(file, 'gb18030'))).toEqual({ encoding: 'gb18030', text: file })
  })
})

describe('UTF-8', () => {
  test('cut in the middle of its last character is UTF-8', () => {
    const { text, encoding } = decode(Buffer.from(SIMPLIFIED).subarray(0, -1))
    expect(encoding).toBe('utf-8')
    expect(text.startsWith(SIMPLIFIED.slice(0, -1))).toBe(true)
  })

  test('with a broken byte here and there is UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from(SIMPLIFIED.repeat(3)),
      Buffer.from([0xff]),
      Buffer.from(SIMPLIFIED),
    ])
    expect(decode(bytes)).toEqual({
      encoding: 'utf-8',
      text: `${SIMPLIFIED.repeat(3)}\uFFFD${SIMPLIFIED}`,
    })
  })

  test('any well-formed text without NUL comes back, line ends aside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'))
        expect(decode(Buffer.from(text)).text).toBe(text.replace(/\r\n?/g, '\n'))
      }),
    )
  })

  test('loses its byte order mark, and carriage returns', () => {
    expect(decode(Buffer.from('\uFEFF一\r\n二\r三')).text).toBe('一\n二\n三')
  })
})

test('bytes that are no text are refused with the reason', () => {
  expect(() => decode(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toThrow(/binary/)
})

test('whatever the bytes, the text is well-formed or there is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      fc.pre(!bytes.includes(0))
      expect(decode(bytes).text.isWellFormed()).toBe(true)
    }),
  )
})

test('a head behind a byte order mark decides, whatever comes later', () => {
  const bytes = Buffer.concat([Buffer.from(`\uFEFF${SIMPLIFIED}`), Buffer.from([0xff, 0xff])])
  expect(decodeHead(bytes)).toBe(decode(bytes).text)
})

test('ten megabytes of any one byte, or of halves of characters, take time that grows with the length', () => {
  for (const unit of [[0xff], [0xa4], [0xe4, 0xb8], [0x0d]]) {
    // The processor's time, not the clock's: other programs on the machine take none of it.
    const began = process.cpuUsage()
    decode(Buffer.alloc(10 << 20, Buffer.from(unit)))
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(10_000)
  }
})

test('a head that decides reads as the whole file begins', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 5 }), fc.nat(40), (text, length) => {
      fc.pre(!text.includes('\0'))
      const bytes = Buffer.from(text)
      const head = decodeHead(bytes.subarray(0, length))
      if (head !== undefined) expect(decode(bytes).text.startsWith(head.slice(0, -1))).toBe(true)
    }),
  )
})
