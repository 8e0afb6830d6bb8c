import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/corpus/article.ts'
import { bodyOf } from '../../../src/index/store/article-record.ts'
import type { MarkedText } from '../../../src/search/answers/result.ts'
import { findMarks, type Needle } from '../../../src/search/literal/marks.ts'
import { listSections, wholeSection } from '../../../src/search/show/sections.ts'
import { makeSnippets } from '../../../src/search/show/snippet.ts'
import { countColumns } from '../../../src/text/columns.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { anyText } from '../../text/arbitraries.ts'

const needle = (text: string, weight = 1): Needle => ({ text, weight, wholeWord: false })
const columns = (text: string) => countColumns(text, 0, text.length)
/** The most columns that the passages of one text take by default. */
const MOST = 360
const snippetsOf = (body: string, needles: readonly Needle[]) =>
  makeSnippets(body, needles, wholeSection(body))

/** With 【】 around the marks. */
function shown({ text, marks }: MarkedText): string {
  return marks.reduceRight(
    (result, [start, end]) =>
      `${result.slice(0, start)}【${result.slice(start, end)}】${result.slice(end)}`,
    text,
  )
}

function snippets(body: string, ...needles: Needle[]): string[] {
  return snippetsOf(body, needles).map(shown)
}

const opening =
  '去年以来，不少公司公开了自己训练的大语言模型，价格也一再下调，开发者因此有了更多的选择。'
const model =
  '昨天，一家杭州的公司发布了新的開源模型，参数有一千二百亿个，能在一块显卡上运行，许可证允许商用。'
const attack =
  '与此同时，安全研究人员提醒说，有人在软件包仓库里放了名字相近的恶意包，这是一起供应链攻击。'
const advice = '他们建议尽快核对依赖的名字和版本，锁定散列值，并检查构建机器的日志。'
const filler = '这一段写的是别的事情，和前后文都没有关系，只是为了让文章长一些，好让读者翻很久。'
const article = [opening, model, attack, advice].join('')

describe('a snippet', () => {
  test('is whole sentences around what was found', () => {
    expect(snippets(article.repeat(2), needle('杭州'))).toEqual([
      `${model.replace('杭州', '【杭州】')}${attack}`,
    ])
  })

  test('marks Traditional text for a Simplified word', () => {
    expect(snippets(article, needle('开源模型')).join()).toContain('新的【開源模型】，')
  })

  test('of a short article is all of it', () => {
    expect(snippets(` ${advice}\n`, needle('日志'))).toEqual([advice.replace('日志', '【日志】')])
    expect(snippets(advice)).toEqual([advice])
  })

  test('is the beginning of the article where nothing is found', () => {
    expect(snippets(`\n${article}`, needle('没有'))).toEqual([`${opening}${model}`])
    expect(snippets(article)).toEqual([`${opening}${model}`])
  })

  test.each(['', ' \n\u3000'])('of an article without text, %j, is none', (body) => {
    expect(snippets(body, needle('没有'))).toEqual([])
  })

  test('shows two words in one passage where they stand close', () => {
    const body = `${filler.repeat(9)}${model}${attack}${filler.repeat(9)}`
    const [first = '', ...rest] = snippets(body, needle('杭州'), needle('恶意包'))
    expect(first).toMatch(/【杭州】.*【恶意包】/)
    expect(rest).toEqual([])
  })

  test('becomes two in the order of the article where they stand apart', () => {
    const body = `${model}${filler.repeat(9)}${attack}${filler.repeat(9)}`
    const found = snippets(body, needle('恶意包'), needle('杭州'))
    expect(found).toEqual([
      expect.stringContaining('【杭州】'),
      expect.stringContaining('【恶意包】'),
    ])
  })

  test('becomes no more than two, and is not more than it needs', () => {
    const body = [model, attack, advice].join(filler.repeat(9))
    const needles = [needle('散列值'), needle('杭州', 2), needle('恶意包', 2)]
    expect(snippets(body, ...needles)).toEqual([
      expect.stringContaining('【杭州】'),
      expect.stringContaining('【恶意包】'),
    ])
    const together = `${body}${filler.repeat(9)}杭州的恶意包和散列值。${filler.repeat(9)}`
    const [only, ...rest] = snippets(together, ...needles)
    expect(only).toContain('【杭州】的【恶意包】和【散列值】。')
    expect(rest).toEqual([])
  })

  test('is one where a second shows hardly more', () => {
    const body = `${model}${filler.repeat(9)}${attack}${filler.repeat(9)}`
    expect(snippets(body, needle('杭州', 10), needle('恶意包', 1))).toHaveLength(1)
  })

  test('is where the words stand nearest together', () => {
    const apart = `杭州的那一家公司。${'这里说别的。'.repeat(6)}还有恶意包。`
    const body = [apart, filler.repeat(9), '杭州发现了恶意包。', filler.repeat(9)].join('')
    expect(snippets(body, needle('杭州'), needle('恶意包'))[0]).toContain(
      '【杭州】发现了【恶意包】',
    )
  })

  test('is in a sentence rather than in a list of names or in code', () => {
    const names = ['otter', 'otter.md', 'otter otter', 'LICENSE'].join('\n')
    const blocks: Block[] = [
      { kind: 'code', text: `otter()\n${'run()\n'.repeat(90)}` },
      { kind: 'list', text: `${names}\n${'README\n'.repeat(60)}` },
      { kind: 'paragraph', text: 'This program is about an otter in the river. It swims.' },
    ]
    const [first] = makeSnippets(bodyOf({ blocks }), [needle('otter')], listSections(blocks, ''))
    expect(first?.text).toMatch(/^This program is about an otter/)
  })

  test('is the lead where nothing is found: the first sentences, not a byline or an address', () => {
    const blocks: Block[] = [
      { kind: 'heading', text: '杭州的模型' },
      { kind: 'paragraph', text: '作者：李四\n2024-05-06' },
      { kind: 'paragraph', text: 'https://example.org/a/b/c/d/e/f/g/h' },
      { kind: 'paragraph', text: article.repeat(3) },
    ]
    const body = bodyOf({ blocks })
    const [only, ...rest] = makeSnippets(body, [], listSections(blocks, '杭州的模型'))
    expect(only?.text).toBe(`${opening}${model}`)
    expect(rest).toEqual([])
  })

  test('is of code where the words stand only there, and says so', () => {
    const code = ['function swim() {', '  return otter(1.5)', '}'].join('\n')
    const blocks: Block[] = [
      { kind: 'paragraph', text: filler },
      { kind: 'code', text: code },
    ]
    expect(makeSnippets(bodyOf({ blocks }), [needle('otter')], listSections(blocks, ''))).toEqual([
      { text: code, marks: [[27, 32]], isCode: true },
    ])
  })

  test('marks words side by side as one', () => {
    const text = '这是 supply chain attack，也叫供应链攻击。'
    const words = ['supply', 'chain', 'attack', '供应链', '攻击'].map((word) => needle(word))
    expect(snippets(text, ...words)).toEqual([
      '这是 【supply】 【chain】 【attack】，也叫【供应链攻击】。',
    ])
    expect(snippets('供应链\n攻击', ...words)).toEqual(['【供应链】\n【攻击】'])
  })

  test('is where the word stands several times rather than once', () => {
    const dense = '模型，模型，还是模型，说来说去都是模型。'
    const body = `${model}${filler.repeat(9)}${dense}${filler.repeat(9)}`
    expect(snippets(body, needle('模型'))[0]).toContain(dense.replaceAll('模型', '【模型】'))
  })

  test('is cut behind a comma where a sentence is too long', () => {
    const clause = '一句话里有很多很多的小句子，'
    const body = `${clause.repeat(30)}说到了水獭，${clause.repeat(30)}完。`
    const [only = ''] = snippets(body, needle('水獭'))
    expect(only).toMatch(/^一句话.*，$/)
  })

  test('is cut between words, never inside one, where there is no comma', () => {
    const body = `${'wonderful '.repeat(60)}otter ${'wonderful '.repeat(60)}`
    const [only = ''] = snippets(body, needle('otter'))
    expect(only).toMatch(/^(wonderful )+【otter】( wonderful)+$/)
  })

  test('neither begins with a closing sign nor ends with an opening one', () => {
    const body = `他说：“${'好'.repeat(300)}”（${'对'.repeat(300)}）。`
    for (const word of ['好', '”（', '对'])
      for (const text of snippets(body, needle(word))) expect(text).not.toMatch(/^[”）。]|[“（]$/)
  })

  test('does not take the full stop of a number or name for the end of a sentence', () => {
    const sentence = 'The new node.js 22.4.1 is out and liked by 3.14 million users'
    const body = `${`${sentence}. `.repeat(3)}An otter. ${`${sentence}. `.repeat(3)}`
    const [only = ''] = snippets(body, needle('otter'))
    expect(only).toMatch(/^(An|The new) .* users\.$/)
  })

  test('of a phrase longer than itself is the beginning of the phrase, marked', () => {
    const phrase = '很长'.repeat(200)
    const [only, ...rest] = snippetsOf(`${filler}${phrase}${filler}`, [needle(phrase)])
    expect(only).toMatchObject({ text: phrase.slice(0, 135), marks: [[0, 135]], cutAfter: true })
    expect(rest).toEqual([])
  })

  test('leaves emoji and characters beyond the basic plane whole', () => {
    const body = '👨\u200d👩\u200d👧𠮷'.repeat(200)
    for (const { text } of snippetsOf(body, [needle('没有')])) {
      expect(text.isWellFormed()).toBe(true)
      expect(columns(text)).toBeLessThanOrEqual(MOST)
    }
  })
})

describe('the heading above a snippet', () => {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  const heading = (text: string): Block => ({ kind: 'heading', text })
  const under = (blocks: readonly Block[], ...needles: Needle[]) =>
    makeSnippets(bodyOf({ blocks }), needles, listSections(blocks, '杭州的模型')).map(
      (snippet) => snippet.heading && shown(snippet.heading),
    )
  const long = filler.repeat(9)

  test('goes with it, marked', () => {
    const blocks = [paragraph(long), heading('杭州：新模型'), paragraph(`${long}${model}`)]
    expect(under(blocks, needle('杭州'))).toEqual(['【杭州】：新模型'])
    expect(under(blocks, needle('一千二百亿'), needle('模型'))).toEqual(['杭州：新【模型】'])
  })

  test('is shown once, whole, and not where the snippet stands above it', () => {
    const blocks = [
      heading('起因'),
      paragraph(`${long}${model}${long}${attack}`),
      heading('后果'),
      paragraph(advice),
    ]
    expect(under(blocks, needle('杭州'), needle('恶意包'))).toEqual(['起因', undefined])
    expect(under(blocks, needle('后果'))).toEqual(['【后果】'])
    expect(under([heading('起因'), paragraph(model)], needle('杭州'))).toEqual(['起因'])
    expect(
      under([paragraph(`${long}${model}${long}`), heading('后果')], needle('一千二百亿')),
    ).toEqual([undefined])
  })

  test('is none that only says the title again', () => {
    const blocks = [heading('杭州的模型！'), paragraph(`${long}${model}`)]
    expect(under(blocks, needle('一千二百亿'))).toEqual([undefined])
  })

  test('is none that is too long to be shown whole', () => {
    const blocks = [heading('很长的标题，'.repeat(100)), paragraph(`${long}${model}`)]
    expect(under(blocks, needle('一千二百亿'))).toEqual([undefined])
  })
})

describe('an article of a million characters', () => {
  test.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['words', '开源模型。'.repeat(200_000)],
    ['spaces', `开源${' '.repeat(1_000_000)}模型`],
    ['empty lines', `开源${'\n'.repeat(1_000_000)}模型`],
    ['accents on one letter', `a${'\u0301'.repeat(1_000_000)}`],
    ['full stops', '.'.repeat(1_000_000)],
    ['closing brackets', '）'.repeat(1_000_000)],
    ['characters that become several', '㎡'.repeat(1_000_000)],
    ['flags', '🇨🇳'.repeat(250_000)],
  ])('of %s takes no time', (_what, body) => {
    const needles = ['开源', '模型', 'a', 'a'.repeat(500), '.', '）', 'm', '🇳'].map((text) =>
      needle(text),
    )
    const found = snippetsOf(body, needles)
    expect(found.length).toBeGreaterThan(0)
    for (const { text } of found) expect(columns(text)).toBeLessThanOrEqual(MOST)
  })
})

const sentence = fc
  .integer({ min: 20, max: 39 })
  .map((length) => `${'句'.repeat(length - 11)}，话，还有更多的话。`)
const clean = fc.array(sentence, { minLength: 12, maxLength: 40 })

/** Long enough to be cut, with needles that stand in it. */
const bodyAndNeedles = fc.array(anyText, { minLength: 1, maxLength: 30 }).chain((texts) => {
  const body = texts.join('')
  const normalized = [...normalizeText(body)]
  const piece = fc
    .tuple(
      fc.nat(normalized.length),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ max: 9, min: 0 }),
    )
    .map(([start, length, weight]) =>
      needle(
        normalized
          .slice(start, start + length)
          .join('')
          .trim(),
        weight,
      ),
    )
  return fc.record({ body: fc.constant(body), needles: fc.array(piece, { maxLength: 4 }) })
})

describe('whatever the article', () => {
  test('snippets are pieces of it, in order and apart, no longer than they should be', () => {
    fc.assert(
      fc.property(bodyAndNeedles, ({ body, needles }) => {
        const found = snippetsOf(body, needles)
        expect(found.length).toBeLessThanOrEqual(3)
        expect(found.length > 0).toBe(body.trim() !== '')
        let position = 0
        for (const { text } of found) {
          const at = body.indexOf(text, position)
          expect(at).toBeGreaterThanOrEqual(position)
          expect(text).not.toBe('')
          position = at + text.length
        }
        const total = found.reduce((sum, { text }) => sum + columns(text), 0)
        expect(total).toBeLessThanOrEqual(MOST)
      }),
      { numRuns: 2000 },
    )
  })

  test('marks lie inside their snippet, in order, apart, and normalise to hold a needle', () => {
    fc.assert(
      fc.property(bodyAndNeedles, ({ body, needles }) => {
        for (const { text, marks } of snippetsOf(body, needles)) {
          let last = -1
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThan(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            const mark = normalizeText(text.slice(start, end))
            expect(needles.some((one) => one.text !== '' && mark.includes(one.text))).toBe(true)
            last = end
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('what is found in the article is marked in its snippets', () => {
    fc.assert(
      fc.property(bodyAndNeedles, ({ body, needles }) => {
        const isFound = findMarks(body, needles).length > 0
        const isMarked = snippetsOf(body, needles).some(({ marks }) => marks.length > 0)
        expect(isMarked).toBe(isFound)
      }),
      { numRuns: 2000 },
    )
  })

  test('of sentences that fit it holds whole ones, about 200 columns of them', () => {
    fc.assert(
      fc.property(clean, fc.nat(), fc.nat(), (sentences, place, depth) => {
        const text = sentences[place % sentences.length] ?? ''
        const at = depth % (text.length - 12)
        const marked = `${text.slice(0, at)}獭${text.slice(at + 1)}`
        const body = sentences.with(place % sentences.length, marked).join('')
        const [only, ...rest] = snippetsOf(body, [needle('獭')])
        expect(rest).toEqual([])
        expect(only?.text).toMatch(/^[句獭].*。$/)
        expect(`。${body}`).toContain(`。${only?.text}`)
        expect(only).not.toHaveProperty('cutBefore')
        expect(only).not.toHaveProperty('cutAfter')
        expect(columns(only?.text ?? '')).toBeGreaterThanOrEqual(120)
      }),
      { numRuns: 500 },
    )
  })
})
