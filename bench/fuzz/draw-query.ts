/** Draws queries as nobody would ask them: everything that the language has, in any order and number. */

import type { Draw } from '../statistics.ts'
import type { Material } from './material.ts'

export type DrawText = (material: Material, draw: Draw) => string

const LETTERS = 'etaoinsrhldcumfpgwybvkxjqz'
const HAN =
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长'
const OTHER = [
  'あ',
  'の',
  'カタカナ',
  'サーバー',
  '서울',
  '한국어',
  'привет',
  'и',
  'سلام',
  'ก',
  'é',
  '😀',
  'ß',
  'Ⅷ',
  '𠮷',
  '﷽',
]
const SIGNS = [
  '，',
  '。',
  ',',
  '.',
  '-',
  '--',
  '…',
  '....',
  '“',
  '/',
  '//',
  '://',
  '()',
  '=',
  '%',
  '#',
  '+',
  '*',
  '!',
  '?',
  ', ',
  '. ',
  ' - ',
  '、',
  '：',
  '│',
  '==',
  '￥',
  '@',
]
const FIELDS = [
  'title:',
  'in:page ',
  'page:',
  'url:',
  'site:',
  'source:',
  'author:',
  'tag:',
  'meta.lang:',
  'meta.category:',
  'date:',
  'fetched:',
  'is:',
  'lang:',
  'intitle:',
  'inurl:',
  'filetype:',
  'before:',
  'after:',
  '标题:',
  '网址:',
  '作者:',
  'unknown:',
]
const VALUES = [
  '2024',
  '2024-03',
  '2024-01-01..2024-02-01',
  '>2023',
  'http',
  'com',
  'www',
  '.com',
  'zh',
  'en',
  'article',
  'truncated',
  'failed',
  'freebuf.com',
  'cn',
  '今天',
  '上周',
  '9999-99',
  '"e"',
  '"的"',
  '"a b"',
]
const JOINTS = [
  ' ',
  ' ',
  ' ',
  ' OR ',
  ' OR ',
  ' AND ',
  ' NOT ',
  ' -',
  ' ',
  ' (',
  ') ',
  ' | ',
  ' || ',
  ' 或 ',
  ' 非 ',
  '',
]

/** The parser leaves out more than 128 operands, or 512 units. */
const MOST_PARTS = 140

const pick = <Item>(items: ArrayLike<Item>, draw: Draw): Item => {
  const item = items[draw(items.length)]
  if (item === undefined) throw new RangeError('nothing to draw from')
  return item
}

const repeat = (count: number, one: () => string, joint = '') =>
  Array.from({ length: count }, one).join(joint)

const word: DrawText = ({ words }, draw) => pick(words, draw)
const common: DrawText = ({ common }, draw) => pick(common, draw)
const commonest: DrawText = ({ common }, draw) => pick(common.slice(0, 40), draw)
const letter: DrawText = (_, draw) => pick(LETTERS.slice(0, 4 + draw(22)), draw)
const letters: DrawText = (_, draw) => repeat(1 + draw(4), () => pick(LETTERS, draw))
const han: DrawText = (_, draw) => pick(HAN, draw)
const hanRun: DrawText = (_, draw) => repeat(1 + draw(12), () => pick(HAN, draw))
const digits: DrawText = (_, draw) => String(draw(10 ** (1 + draw(7))))
const sign: DrawText = (_, draw) => pick(SIGNS, draw)
const other: DrawText = (_, draw) => pick(OTHER, draw)

/** A piece of an article's text. */
const piece: DrawText = ({ texts }, draw) => {
  const text = pick(texts, draw)
  const start = draw(Math.max(1, text.length))
  return text.slice(start, start + 1 + draw(draw(4) === 0 ? 200 : 12)).toWellFormed()
}

const ATOMS = [
  word,
  word,
  common,
  common,
  commonest,
  letter,
  letters,
  han,
  hanRun,
  digits,
  sign,
  other,
  piece,
  piece,
]
const atom: DrawText = (material, draw) => pick(ATOMS, draw)(material, draw)

const BETWEEN = ['', ' ', ', ', '，', ' the ', '-', '. ']

const quote: DrawText = (material, draw) =>
  `"${repeat(1 + draw(4), () => atom(material, draw), pick(BETWEEN, draw)).replaceAll('"', '')}"`

/** Two letters or signs with a blank somewhere, which stand in most articles. */
const commonQuote: DrawText = (material, draw) => {
  const short = () => pick([letter, letter, sign, han, commonest], draw)(material, draw)
  return `"${short()}${pick(BETWEEN, draw)}${draw(3) === 0 ? '' : short()}"`
}

const prefix: DrawText = (material, draw) =>
  `${pick([letter, letters, word, digits], draw)(material, draw)}*`

const field: DrawText = (material, draw) => {
  const value = pick(
    [atom, letter, quote, commonQuote, prefix, (_: Material, d: Draw) => pick(VALUES, d)],
    draw,
  )
  return pick(FIELDS, draw) + value(material, draw)
}

const PARTS = [atom, atom, atom, quote, commonQuote, prefix, field]

/** One kind of part, again and again, up to the parser's limits. */
const manyOfOneKind: DrawText = (material, draw) => {
  const part = pick([...PARTS, letter, han, hanRun, commonest, url, titled, dated], draw)
  const joint = pick([' ', ' OR ', ' OR ', ' -'], draw)
  const all = repeat(2 + draw(MOST_PARTS), () => part(material, draw), joint)
  return draw(4) === 0 ? `in:page ${all}` : all
}

const url: DrawText = (material, draw) =>
  `url:${pick([letter, letters, digits], draw)(material, draw)}`
const titled: DrawText = (material, draw) =>
  `title:${pick([letter, commonQuote, han], draw)(material, draw)}`
const dated: DrawText = (_, draw) => `${pick(['date:', 'fetched:'], draw)}20${10 + draw(16)}`

const few: DrawText = (material, draw) => {
  let query = pick(PARTS, draw)(material, draw)
  for (let left = draw(5); left > 0; left--)
    query += pick(JOINTS, draw) + pick(PARTS, draw)(material, draw)
  return query
}

const many: DrawText = (material, draw) => {
  let query = ''
  for (let left = 5 + draw(60); left > 0; left--)
    query += pick(JOINTS, draw) + pick(PARTS, draw)(material, draw)
  return query
}

const SHAPES = [few, few, few, few, many, manyOfOneKind, commonQuote, quote]

export const drawQuery: DrawText = (material, draw) => pick(SHAPES, draw)(material, draw)
