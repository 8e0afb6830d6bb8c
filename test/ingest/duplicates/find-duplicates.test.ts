import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, findDuplicates } from '../../../src/ingest/duplicates/find-duplicates.ts'
import { sketchOf } from '../../../src/text/shingles.ts'

interface Article extends Candidate {
  readonly text: string
}

const TEXTS = ['甲乙丙丁', '子丑寅卯', '东南西北'].map((four) =>
  Array.from({ length: 40 }, (_, n) => four + String(n * 7919)).join(''),
)

const article = fc
  .record({
    number: fc.nat(9999),
    text: fc.constantFrom('', ...TEXTS),
    date: fc.constantFrom(0, 20250301, 20250302, 20250312, 20250401),
    title: fc.constantFrom('', '一', '二'),
    publisher: fc.constantFrom(1, 2),
  })
  .map(
    ({ number, text, ...rest }): Article => ({
      ...rest,
      text,
      id: number.toString(16).padStart(16, '0'),
      hasBody: text !== '',
      sketch: sketchOf(text),
    }),
  )
const articles = fc.uniqueArray(article, { maxLength: 14, selector: ({ id }) => id })

const sameText = (a: Article, b: Article): Promise<boolean> => Promise.resolve(a.text === b.text)

const ids = async (all: readonly Article[]) => {
  const groups = await findDuplicates(all, sameText)
  return groups.map((group) => group.map(({ id }) => id))
}

describe('groups of articles that are one text', () => {
  test('do not depend on the order in which the articles come', async () => {
    await fc.assert(
      fc.asyncProperty(
        articles.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        async ([all, shuffled]) => {
          expect(await ids(shuffled)).toEqual(await ids(all))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('hold each article once at most, and all of one text together', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (all) => {
        const groups = await ids(all)
        const members = groups.flat()
        expect(new Set(members).size).toBe(members.length)
        for (const text of TEXTS) {
          const equal = all.filter((one) => one.text === text).map(({ id }) => id)
          const holding = groups.filter((group) => equal.some((id) => group.includes(id)))
          if (equal.length > 1) expect(equal.every((id) => holding[0]?.includes(id))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('begin with the earliest that has a body', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (all) => {
        const byId = new Map(all.map((one) => [one.id, one]))
        for (const group of await ids(all)) {
          const [first, ...others] = group.map((id) => byId.get(id))
          const time = (one: Article | undefined) => one?.date || 99_999_999
          for (const other of others) {
            expect(first?.hasBody || !other?.hasBody).toBe(true)
            if (first?.hasBody === other?.hasBody)
              expect(time(first)).toBeLessThanOrEqual(time(other))
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a page without a body', () => {
  const page = (number: number, rest: Partial<Article>): Article => ({
    id: number.toString(16).padStart(16, '0'),
    text: '',
    date: 20250310,
    title: '一',
    publisher: number,
    hasBody: false,
    sketch: undefined,
    ...rest,
  })
  const body = { text: TEXTS[0] ?? '', hasBody: true, sketch: sketchOf(TEXTS[0] ?? '') }

  test.each<readonly [string, boolean, Article, Article]>([
    ['joins the article of its title', true, page(1, body), page(2, {})],
    ['joins it whichever came first', true, page(1, { ...body, date: 20250320 }), page(2, {})],
    ['joins another one of its title', true, page(1, {}), page(2, { date: 20250324 })],
    ['is another edition a month later', false, page(1, body), page(2, { date: 20250410 })],
    [
      'is another edition a week later at the same publisher',
      false,
      page(1, {}),
      page(2, { publisher: 1, date: 20250317 }),
    ],
    ['without a date is alone', false, page(1, body), page(2, { date: 0 })],
    ['with another title is alone', false, page(1, body), page(2, { title: '二' })],
    ['with too short a title is alone', false, page(1, { title: '' }), page(2, { title: '' })],
  ])('%s', async (_, joined, one, other) => {
    expect((await ids([one, other])).length).toBe(joined ? 1 : 0)
  })
})
