import { expect, test } from 'vitest'
import { parse } from '../../../src/query/parse.ts'
import { prepare } from '../../../src/search/plan/prepare.ts'
import { dictionarySegmenter } from '../../helpers/dictionary-segmenter.ts'
import { memoryView, type Placed } from '../../helpers/memory-index.ts'

const WORDS = ['苹果', '漏洞', '升级', '开源', '模型']
const segmenter = dictionarySegmenter(WORDS)

/** Each holds one of the words in its title, and all in its body. */
const placed: readonly Placed[] = WORDS.map((title, number) => ({
  article: { number, title, body: `${WORDS.join('，')}。` },
}))

test.each(['苹果 OR 漏洞 升级', '(苹果 漏洞) OR 升级 开源模型', '升级 "苹果" 漏洞*'])(
  'the words of a query stay in its order, in however many segments the articles are: %s',
  async (query) => {
    const orders = []
    for (const segments of [[placed], placed.map((one) => [one]), [placed, [], []]]) {
      const { words } = await prepare(await memoryView(segments, segmenter), parse(query).root)
      orders.push(words.map(({ text }) => text))
    }
    expect(orders[1]).toEqual(orders[0])
    expect(orders[2]).toEqual(orders[0])
    const places = orders[0]?.map((word) => query.indexOf(word)) ?? []
    expect(places).toEqual([...places].sort((a, b) => a - b))
  },
)
