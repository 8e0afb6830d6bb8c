import { describe, expect, test } from 'vitest'
import { lexiconOf } from '../../src/suggest/lexicon.ts'
import { readingsOf } from '../../src/suggest/misspelt.ts'

const SOUNDS: Readonly<Record<string, string>> = {
  漏: 'lou',
  洞: 'dong',
  懂: 'dong',
  执: 'zhi',
  直: 'zhi',
  行: 'xing',
  远: 'yuan',
  程: 'cheng',
  信: 'xin',
  用: 'yong',
  社: 'she',
  设: 'she',
  施: 'shi',
  是: 'shi',
}

function syllablesOf(text: string): readonly string[] {
  return [...text].flatMap((character) => SOUNDS[character] ?? [])
}

function wordOf(text: string, articles: number) {
  const sound = syllablesOf(text).join(' ')
  return sound === '' ? { text, articles } : { text, articles, sound }
}

/** The words of an archive, those of most articles first. */
const lexicon = lexiconOf({
  words: [
    wordOf('vulnerability', 900),
    wordOf('漏洞', 800),
    wordOf('执行', 700),
    wordOf('远程', 600),
    wordOf('microsoft', 500),
    wordOf('信用社', 90),
    wordOf('信用设施', 80),
    wordOf('设施', 70),
    wordOf('懂用', 65),
    wordOf('log4shell', 60),
    wordOf('log5shell', 50),
    wordOf('macrosoft', 20),
    wordOf('tomcats', 10),
    wordOf('tomcat', 9),
  ],
  sources: [],
})

const read = (text: string) => readingsOf(lexicon, syllablesOf, text)

describe('a text that hardly occurs is read as', () => {
  test.each([
    ['a word with another letter', 'vulnerabilitx', ['vulnerability']],
    ['a word with a letter less', 'microsft', ['microsoft', 'macrosoft']],
    ['a word of the same sound', '漏懂', ['漏洞']],
    ['a word in a longer run', '远程直行', ['远程执行']],
    ['a word beside one that stays', '信用社是设是', ['信用社是设施']],
    ['a word in pinyin', 'loudong', ['漏洞']],
    [
      'the word among others, which stay',
      'the vulnerabilitx, 漏懂',
      ['the vulnerability, 漏懂', 'the vulnerabilitx, 漏洞'],
    ],
    ['the same in capitals', 'MICROSOFX', ['microsoft', 'macrosoft']],
  ])('%s: %s', (_what, text, readings) => {
    expect(read(text)).toEqual(readings)
  })
})

describe('a text is not read as another where', () => {
  test.each([
    ['it is short', 'abc'],
    ['it has a number of three digits', 'tomcat123'],
    ['its digits are others', 'log6shell'],
    ['it is a word nearly as common as the other', 'tomcat'],
    ['nothing is near', 'qwertzuiop'],
    ['the other word, or the end of it, would tear a word apart', '信用社是'],
    ['the word torn apart begins inside the other one', '漏懂用社'],
    ['it is one character', '懂'],
    ['its run is too long', '漏懂'.repeat(7)],
    ['it is empty', ''],
  ])('%s: %s', (_why, text) => {
    expect(read(text)).toEqual([])
  })
})
