import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/corpus/article.ts'
import { bodyOf } from '../../../src/index/store/article-record.ts'
import type { MarkedText } from '../../../src/search/answers/result.ts'
import { findMarks, type Needle } from '../../../src/search/literal/marks.ts'
import { listHeadings } from '../../../src/search/show/headings.ts'
import { makeSnippets } from '../../../src/search/show/snippet.ts'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { anyText } from '../../text/arbitraries.ts'

const needle = (text: string, weight = 1): Needle => ({ text, weight, wholeWord: false })
const characters = (text: string) => [...text].length

/** With 【】 around the marks. */
function shown({ text, marks }: MarkedText): string {
  return marks.reduceRight(
    (result, [start, end]) =>
      `${result.slice(0, start)}【${result.slice(start, end)}】${result.slice(end)}`,
    text,
  )
}

function snippets(body: string, ...needles: Needle[]): string[] {
  return makeSnippets(body, needles).map(shown)
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
      `${model.replace('杭州', '【杭州】')}${attack}${advice}`,
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
    expect(snippets(`\n${article}`, needle('没有'))).toEqual([`${opening}${model}${attack}`])
    expect(snippets(article)).toEqual([`${opening}${model}${attack}`])
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

  test('becomes three where three words stand apart, and is not more than it needs', () => {
    const body = [model, attack, advice].join(filler.repeat(9))
    const needles = [needle('散列值'), needle('杭州'), needle('恶意包')]
    expect(snippets(body, ...needles)).toEqual([
      expect.stringContaining('【杭州】'),
      expect.stringContaining('【恶意包】'),
      expect.stringContaining('【散列值】'),
    ])
    const together = `${body}${filler.repeat(9)}杭州的恶意包和散列值。${filler.repeat(9)}`
    const [only, ...rest] = snippets(together, ...needles)
    expect(only).toContain('【杭州】的【恶意包】和【散列值】。')
    expect(rest).toEqual([])
  })

  test('is where the heavier words stand, if not all can be shown', () => {
    const body = [opening, model, attack, advice].join(filler.repeat(9))
    const heavy = [needle('杭州', 4), needle('恶意包', 4), needle('散列值', 4)]
    const found = snippets(body, needle('选择', 1), ...heavy)
    expect(found.join()).not.toContain('【选择】')
    expect(found.join()).toMatch(/【杭州】.*【恶意包】.*【散列值】/)
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
    const [only, ...rest] = makeSnippets(`${filler}${phrase}${filler}`, [needle(phrase)])
    expect(only).toEqual({ text: phrase.slice(0, 160), marks: [[0, 160]] })
    expect(rest).toEqual([])
  })

  test('leaves emoji and characters beyond the basic plane whole', () => {
    const body = '👨\u200d👩\u200d👧𠮷'.repeat(200)
    for (const { text } of makeSnippets(body, [needle('没有')])) {
      expect(text.isWellFormed()).toBe(true)
      expect(characters(text)).toBeLessThanOrEqual(160)
    }
  })
})

describe('the heading above a snippet', () => {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  const heading = (text: string): Block => ({ kind: 'heading', text })
  const under = (blocks: readonly Block[], ...needles: Needle[]) =>
    makeSnippets(bodyOf({ blocks }), needles, listHeadings(blocks, '杭州的模型')).map(
      (snippet) => snippet.heading && shown(snippet.heading),
    )
  const long = filler.repeat(9)

  test('goes with it, marked', () => {
    const blocks = [paragraph(long), heading('杭州：新模型'), paragraph(`${long}${model}`)]
    expect(under(blocks, needle('杭州'))).toEqual([undefined])
    expect(under(blocks, needle('一千二百亿'), needle('模型'))).toEqual(['杭州：新【模型】'])
  })

  test('is shown once, is not shown where the snippet holds it or stands above it', () => {
    const blocks = [
      heading('起因'),
      paragraph(`${long}${model}${long}${attack}`),
      heading('后果'),
      paragraph(advice),
    ]
    expect(under(blocks, needle('杭州'), needle('恶意包'))).toEqual(['起因', undefined])
    expect(under(blocks, needle('后果'))).toEqual(['起因'])
    expect(under([heading('起因'), paragraph(model)], needle('杭州'))).toEqual([undefined])
    expect(
      under([paragraph(`${long}${model}${long}`), heading('后果')], needle('一千二百亿')),
    ).toEqual([undefined])
  })

  test('is none that only says the title again', () => {
    const blocks = [heading('杭州的模型！'), paragraph(`${long}${model}`)]
    expect(under(blocks, needle('一千二百亿'))).toEqual([undefined])
  })

  test('is cut where it is long', () => {
    const blocks = [heading('很长的标题，'.repeat(100)), paragraph(`${long}${model}`)]
    const [text = ''] = under(blocks, needle('一千二百亿'))
    expect(text).toMatch(/^(很长的标题，)+$/)
    expect(text.length).toBeLessThanOrEqual(90)
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
    const found = makeSnippets(body, needles)
    expect(found.length).toBeGreaterThan(0)
    for (const { text } of found) expect(characters(text)).toBeLessThanOrEqual(160)
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
        const found = makeSnippets(body, needles)
        expect(found.length).toBeLessThanOrEqual(3)
        expect(found.length > 0).toBe(body.trim() !== '')
        let position = 0
        for (const { text } of found) {
          const at = body.indexOf(text, position)
          expect(at).toBeGreaterThanOrEqual(position)
          expect(text).not.toBe('')
          position = at + text.length
        }
        const total = found.reduce((sum, { text }) => sum + characters(text), 0)
        expect(total).toBeLessThanOrEqual(160)
      }),
      { numRuns: 2000 },
    )
  })

  test('marks lie inside their snippet, in order, apart, and normalise to hold a needle', () => {
    fc.assert(
      fc.property(bodyAndNeedles, ({ body, needles }) => {
        for (const { text, marks } of makeSnippets(body, needles)) {
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
        const isMarked = makeSnippets(body, needles).some(({ marks }) => marks.length > 0)
        expect(isMarked).toBe(isFound)
      }),
      { numRuns: 2000 },
    )
  })

  test('of sentences that fit it holds whole ones, 120 to 160 characters of them', () => {
    fc.assert(
      fc.property(clean, fc.nat(), fc.nat(), (sentences, place, depth) => {
        const text = sentences[place % sentences.length] ?? ''
        const at = depth % (text.length - 12)
        const marked = `${text.slice(0, at)}獭${text.slice(at + 1)}`
        const body = sentences.with(place % sentences.length, marked).join('')
        const [only, ...rest] = makeSnippets(body, [needle('獭')])
        expect(rest).toEqual([])
        expect(only?.text).toMatch(/^[句獭].*。$/)
        expect(`。${body}`).toContain(`。${only?.text}`)
        expect(characters(only?.text ?? '')).toBeGreaterThanOrEqual(120)
      }),
      { numRuns: 500 },
    )
  })
})
