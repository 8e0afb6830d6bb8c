import { describe, expect, test } from 'vitest'
import { languageOf } from '../../src/text/language.ts'
import { normalizeText } from '../../src/text/normalize/normalize.ts'

test.each([
  ['zh', '一家研究所今天公布了新的开源模型，权重可以免费下载。'],
  ['zh', '老闆阿坤把最後一批書籍裝箱，一共四百三十七箱。'],
  ['zh', 'Apache Tomcat 远程代码执行漏洞 CVE-2025-24813 在野利用分析'],
  ['zh', '日本の「の」是一个假名，这一段中文里只有这一个，其余都是汉字。'],
  ['en', 'A critical vulnerability was found in the firmware of several routers.'],
  ['en', 'Apache Tomcat 10.1.35 released'],
  ['en', 'The café said: naïve users of the API were not affected by the outage.'],
  ['en', 'The word 漏洞 means vulnerability, and that is all the Chinese there is in this text.'],
  ['ja', '脆弱性が見つかったため、すぐに更新してください。'],
  ['other', 'Eine kritische Schwachstelle wurde in der Firmware und in den Routern gefunden.'],
  ['other', 'La vulnerabilidad crítica afecta a los usuarios de la versión anterior.'],
  ['other', 'Критическая уязвимость обнаружена в прошивке маршрутизаторов.'],
  ['other', '펌웨어에서 심각한 취약점이 발견되었습니다.'],
  ['other', '😀 …'],
  ['other', ''],
])('%s: %s', (language, text) => {
  expect(languageOf(normalizeText(text))).toBe(language)
})

describe('the limits between languages', () => {
  test('six letters for each Han character are Chinese still, and seven are not', () => {
    expect(languageOf(`漏洞 ${'the '.repeat(4)}`)).toBe('zh')
    expect(languageOf(`漏洞 ${'the '.repeat(4)}a`)).toBe('en')
  })

  test('three kana among twenty characters are a quotation, four are Japanese', () => {
    const text = (kana: number) => '漢'.repeat(20 - kana) + 'の'.repeat(kana)
    expect([languageOf(text(3)), languageOf(text(4))]).toEqual(['zh', 'ja'])
  })

  test('one word in ten with letters that English lacks is another language', () => {
    const words = (foreign: number) =>
      `${'żółw '.repeat(foreign)}${'firmware '.repeat(20 - foreign)}`
    expect([languageOf(words(1)), languageOf(words(2))]).toEqual(['en', 'other'])
  })

  test('common words of English weigh as much as those of other languages', () => {
    expect(languageOf('the router und firmware')).toBe('en')
    expect(languageOf('the router und die firmware')).toBe('other')
  })

  test('names with letters that English lacks are English where its common words are more', () => {
    expect(languageOf('the café of the señor')).toBe('en')
    expect(languageOf('café señor naïve')).toBe('other')
  })

  test('4,096 units tell the language of the whole', () => {
    const chinese = '书'.repeat(4_096)
    expect(languageOf(chinese + 'の'.repeat(9_000))).toBe('zh')
    expect(languageOf(`${' '.repeat(4_095)}${chinese}`)).toBe('zh')
    expect(languageOf(`${' '.repeat(4_096)}${chinese}`)).toBe('other')
  })
})

test('one letter of a language is of that language, signs and digits are of none', () => {
  const expected = {
    书: 'zh',
    𠮷: 'zh',
    あ: 'ja',
    ア: 'ja',
    a: 'en',
    7: 'en',
    ж: 'other',
    '。': 'other',
  }
  for (const [text, language] of Object.entries(expected)) expect(languageOf(text)).toBe(language)
})
