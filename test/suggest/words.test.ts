import { describe, expect, test } from 'vitest'
import { lexiconOf } from '../../src/suggest/lexicon.ts'
import { typedOf } from '../../src/suggest/split-input.ts'
import { wordSuggestions } from '../../src/suggest/words.ts'

/** Articles as their words, in order: counting is a look at each. */
const ARTICLES = [
  'apache tomcat 漏洞',
  'apache tomcat 服务器漏洞',
  'apache log4j',
  'linux kernel 漏洞',
]

const lexicon = lexiconOf({
  words: [
    { text: '漏洞', articles: 3, sound: 'lou dong' },
    { text: 'apache', articles: 3 },
    { text: 'kernel', articles: 2 },
    { text: 'tomcat', articles: 2 },
    { text: 'kubernetes', articles: 1 },
    { text: '服务器', articles: 1, sound: 'fu wu qi' },
    { text: 'log4j', articles: 1 },
  ],
  sources: [],
})

async function count(text: string): Promise<number> {
  const words = text.split(/\s+/)
  return ARTICLES.filter((article) => words.every((word) => article.includes(word))).length
}

async function suggest(typed: string, limit = 10) {
  const suggestions = await wordSuggestions(lexicon, count, typedOf(typed), limit)
  return suggestions.map(({ text, articles }) => [text, articles])
}

describe('what completes a word', () => {
  test('begins so, the commonest first', async () => {
    expect(await suggest('k')).toEqual([
      ['kernel', 2],
      ['kubernetes', 1],
    ])
    expect(await suggest('k', 1)).toEqual([['kernel', 2]])
  })

  test('stands behind what was typed before, and in the same articles', async () => {
    expect(await suggest('apache t')).toEqual([['apache tomcat', 2]])
    expect(await suggest('linux l')).toEqual([['linux 漏洞', 1]])
  })

  test('is as common as it is where no article holds both', async () => {
    expect(await suggest('log4j k')).toEqual([
      ['log4j kernel', 2],
      ['log4j kubernetes', 1],
    ])
  })

  test('goes on a run of Chinese behind a word of it', async () => {
    expect(await suggest('服务器漏')).toEqual([['服务器漏洞', 1]])
  })

  test('is nothing where no word begins so', async () => {
    expect(await suggest('zzz')).toEqual([])
    expect(await suggest('服务器龘')).toEqual([])
  })
})
