/** A search without an index: looks at every article for every query. Slow, short, and what the index is held against. */

import type { QueryNode, TextField } from '../../src/query/query.ts'
import { BODY, K1, LITERAL_SHARE, TITLE, TITLE_ONLY_SHARE } from '../../src/search/bm25f.ts'
import type { SmallArticle } from '../helpers/memory-index.ts'
import { segmenter } from './small-archive.ts'

const RUNS = /[a-z]+|\p{Script=Han}+/gu
const isHan = (run: string) => /^\p{Script=Han}/u.test(run)

/** The words of a text: runs of letters, and what the dictionary finds in runs of Han. */
function wordsOf(text: string): readonly string[] {
  return (text.match(RUNS) ?? []).flatMap((run) => (isHan(run) ? hanWords(run) : [run]))
}

function hanWords(run: string): readonly string[] {
  return segmenter.cut(run).flatMap((word) => {
    const parts = word.length > 2 ? segmenter.parts(word) : []
    return [word, ...parts.map(({ start, length }) => word.slice(start, start + length))]
  })
}

export interface BruteForce {
  matches(node: QueryNode, article: SmallArticle): boolean
  score(root: QueryNode, article: SmallArticle): number
  /** False: two ways to cut a run of the query are equally probable, so either may be taken. */
  isClear(node: QueryNode): boolean
}

export function bruteForce(articles: readonly SmallArticle[]): BruteForce {
  const words = new Map(
    articles.map(({ title, body, number }) => [
      number,
      { title: wordsOf(title), body: wordsOf(body) },
    ]),
  )
  const wordsIn = ({ number }: SmallArticle, field?: TextField) => {
    const { title = [], body = [] } = words.get(number) ?? {}
    return field === 'title' ? title : [...title, ...body]
  }
  const holders = (word: string) =>
    articles.filter((article) => wordsIn(article).includes(word)).length
  const occurrences = articles.flatMap((article) => wordsIn(article)).length
  const cost = (word: string) =>
    Math.log(Math.max(1, occurrences)) - Math.log(Math.max(0.01, holders(word)))

  /** All ways to part a run into words of the archive and single characters, the most probable first. */
  function cuts(
    run: string,
  ): readonly { readonly words: readonly string[]; readonly cost: number }[] {
    if (run === '') return [{ words: [], cost: 0 }]
    const heads = Array.from(run, (_, i) => run.slice(0, i + 1))
    return heads
      .filter((head) => head.length === 1 || holders(head) > 0)
      .flatMap((head) =>
        cuts(run.slice(head.length)).map((rest) => ({
          words: [head, ...rest.words],
          cost: cost(head) + rest.cost,
        })),
      )
      .sort((a, b) => a.cost - b.cost)
  }
  const cut = (run: string) => (isHan(run) ? (cuts(run)[0]?.words ?? []) : [run])

  const contains = ({ title, body }: SmallArticle, part: string, field?: TextField) =>
    title.includes(part) || (field === undefined && body.includes(part))
  /** In titles to the letter; else every pair of neighbours somewhere in title or body. */
  const holdsCharacters = (article: SmallArticle, run: string, field?: TextField) => {
    if (field === 'title' || run.length === 1) return contains(article, run, field)
    const pairs = Array.from(run.slice(1), (_, i) => run.slice(i, i + 2))
    return pairs.every((pair) => contains(article, pair))
  }
  const holdsAll = (article: SmallArticle, run: string, field?: TextField) =>
    cut(run).every((word) => wordsIn(article, field).includes(word))

  function matches(node: QueryNode, article: SmallArticle): boolean {
    switch (node.kind) {
      case 'and':
        return node.children.every((child) => matches(child, article))
      case 'or':
        return node.children.some((child) => matches(child, article))
      case 'not':
        return !matches(node.child, article)
      case 'phrase':
        return contains(article, node.text.trim(), node.field)
      case 'source':
        return (article.source ?? '').includes(node.text.toLowerCase())
      case 'date':
        return inDays(article.date ?? '', node.from, node.to)
      case 'word':
        return (node.text.match(RUNS) ?? []).every(
          (run) =>
            holdsAll(article, run, node.field) ||
            (isHan(run) && holdsCharacters(article, run, node.field)),
        )
    }
  }

  const length = (field: 'title' | 'body', { number }: SmallArticle) =>
    words.get(number)?.[field].length ?? 0
  const average = (field: 'title' | 'body', over: readonly SmallArticle[]) =>
    over.reduce((sum, article) => sum + length(field, article), 0) / Math.max(1, over.length)
  const norm = (here: number, usual: number, b: number) =>
    usual === 0 ? 1 : 1 - b + (b * here) / usual
  const averageTitle = average('title', articles)
  const averageBody = average(
    'body',
    articles.filter((article) => length('body', article) > 0),
  )

  /** A term's share of a score; `frequency` says how often it stands in a field of any article. */
  function termScore(
    article: SmallArticle,
    frequency: (article: SmallArticle, field: 'title' | 'body') => number,
  ): number {
    const inTitle = frequency(article, 'title')
    const inBody = frequency(article, 'body')
    if (inTitle + inBody === 0) return 0
    const found = articles.filter((one) => frequency(one, 'title') + frequency(one, 'body') > 0)
    const idf = Math.log(1 + (articles.length - found.length + 0.5) / (found.length + 0.5))
    const titleNorm = norm(length('title', article), averageTitle, TITLE.b)
    const bodyNorm = norm(length('body', article), averageBody, BODY.b)
    const f = (TITLE.weight * inTitle) / titleNorm + (BODY.weight * inBody) / bodyNorm
    return (idf * f) / (K1 + f)
  }

  function runScore(run: string, article: SmallArticle): number {
    const count = (word: string) => (one: SmallArticle, field: 'title' | 'body') =>
      (words.get(one.number)?.[field] ?? []).filter((other) => other === word).length
    const asWords = cut(run).reduce((sum, word) => sum + termScore(article, count(word)), 0)
    const asCharacters = (one: SmallArticle, field: 'title' | 'body') => {
      if (!isHan(run) || holdsAll(one, run) || !holdsCharacters(one, run)) return 0
      if (wordsIn(one).includes(run)) return count(run)(one, field)
      // Of characters the index knows only that they are there.
      return Number(field === 'body')
    }
    return asWords + LITERAL_SHARE * termScore(article, asCharacters)
  }

  function score(root: QueryNode, article: SmallArticle): number {
    const runs = wantedWords(root).flatMap((text) => text.match(RUNS) ?? [])
    const sum = runs.reduce((total, run) => total + runScore(run, article), 0)
    return article.failed ? sum * TITLE_ONLY_SHARE : sum
  }

  function isClear(node: QueryNode): boolean {
    if (node.kind === 'and' || node.kind === 'or') return node.children.every(isClear)
    if (node.kind === 'not') return isClear(node.child)
    if (node.kind !== 'word') return true
    return (node.text.match(RUNS) ?? []).filter(isHan).every((run) => {
      const [best, second] = cuts(run)
      return second === undefined || second.cost - (best?.cost ?? 0) > 1e-6
    })
  }

  return { matches, score, isClear }
}

function inDays(date: string, from: string, to: string): boolean {
  return date !== '' && date >= from && (to === '' || date <= to)
}

function wantedWords(node: QueryNode): readonly string[] {
  if (node.kind === 'word') return [node.text]
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(wantedWords) : []
}
