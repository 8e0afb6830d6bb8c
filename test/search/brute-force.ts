/** A search without an index: looks at every article for every query. Slow, short, and what the index is held against. */

import { parse } from '../../src/query/parse.ts'
import type { QueryNode, TextField } from '../../src/query/query.ts'
import type { TextNode } from '../../src/query/text-nodes.ts'
import { LITERAL_SHARE, RANKING, TITLE_ONLY_SHARE } from '../../src/search/lists/bm25f.ts'
import { SPAN } from '../../src/search/rank/nearness.ts'
import { regionalWords } from '../../src/text/terms/regional-words.ts'
import { cutWords, partsOf } from '../helpers/cut-words.ts'
import type { SmallArticle } from '../helpers/memory-index.ts'
import { segmenter } from './small-archive.ts'

const { k1, body: BODY, title: TITLE } = RANKING
const RUNS = /[a-z]+|\p{Script=Han}+/gu
const isHan = (run: string) => /^\p{Script=Han}/u.test(run)

/** Are a title and a query of words the same letters in the same order, whatever stands between them? */
export function isTitled(query: string, title: string): boolean {
  const flat = (text: string) =>
    (text.match(RUNS) ?? []).map((run) => (isHan(run) ? run : ` ${run} `)).join('')
  // Between two runs of letters there are two spaces, between letters and Han one: both say the same.
  return flat(query) === flat(title)
}

/** The words of a text: runs of letters, and what the dictionary finds in runs of Han. */
function wordsOf(text: string): readonly string[] {
  return (text.match(RUNS) ?? []).flatMap((run) => (isHan(run) ? hanWords(run) : [run]))
}

function hanWords(run: string): readonly string[] {
  return cutWords(segmenter, run).flatMap((word) => [
    word,
    ...(word.length > 2 ? partsOf(segmenter, word) : []),
  ])
}

export interface BruteForce {
  matches(node: QueryNode, article: SmallArticle): boolean
  /** The words asked for, each once. */
  asked(root: QueryNode): readonly string[]
  /** The article lacks some of the words that stand side by side, but has a tenth of their weight and all else. */
  matchesPartly(root: QueryNode, article: SmallArticle): boolean
  /** The words that stand side by side and are not in the article. */
  lacks(root: QueryNode, article: SmallArticle): readonly string[]
  score(query: string, article: SmallArticle): number
  /** False: two ways to cut a run of the query are equally probable, so either may be taken. */
  isClear(node: QueryNode): boolean
}

type Weigh = (word: string) => number

const sumOf = (words: readonly string[], weightOf: Weigh) =>
  words.reduce((sum, word) => sum + weightOf(word), 0)

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
  const cut = (run: string) => (isHan(run) ? joinUnseen(cuts(run)[0]?.words ?? []) : [run])
  /** Characters side by side that no article holds as words are one unknown word. */
  const joinUnseen = (parts: readonly string[]) => {
    const seen = parts.map((part) => holders(part) > 0)
    const follows = (i: number) => i > 0 && !seen[i] && !seen[i - 1]
    return parts.flatMap((part, i) => {
      if (follows(i)) return []
      let next = i + 1
      while (next < parts.length && follows(next)) next++
      return [parts.slice(i, next).join('') || part]
    })
  }

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

  /** A run that was typed by itself and cut into nothing but single characters and unknown words: a name. A word of the other region is none. */
  const isName = (text: string, run: string) =>
    text === run &&
    isHan(run) &&
    run.length > 1 &&
    regionalWords(run).length === 0 &&
    cut(run).every((piece) => piece.length === 1 || holders(piece) === 0)
  /** The words of a text of the query, each run's after the one before. */
  const wordsAsked = (text: string) =>
    (text.match(RUNS) ?? []).flatMap((run) => (isName(text, run) ? [run] : cut(run)))

  function matches(node: QueryNode, article: SmallArticle): boolean {
    if ('field' in node && node.field === 'page') {
      const { field: _, ...inArticle } = node
      return matches(inArticle, article) || standsInRemoved(node, article)
    }
    switch (node.kind) {
      case 'and':
        return node.children.every((child) => matches(child, article))
      case 'or':
        return node.children.some((child) => matches(child, article))
      case 'not':
        return !matches(node.child, article)
      case 'phrase':
        return contains(article, node.text.trim(), node.field)
      case 'prefix':
        return wordsIn(article, node.field).some((word) => word.startsWith(node.text))
      case 'source':
        return (article.source ?? '').includes(node.text.toLowerCase())
      case 'url':
        return (article.url ?? '').includes(node.text.toLowerCase())
      case 'author':
        return (article.authors ?? []).some((author) => author.includes(node.text))
      case 'tag':
        return (article.tags ?? []).some((tag) => `${tag}/`.startsWith(`${node.text}/`))
      case 'meta':
        return (article.meta?.[node.name] ?? '').includes(node.text)
      case 'site':
        return new RegExp(`^https://([a-z]+\\.)*${node.host}/`).test(article.url ?? '')
      case 'date':
        return inDays(article.date ?? '', node.from, node.to)
      case 'fetched':
        return inDays((article.fetchDate ?? '').slice(0, 10), node.from, node.to)
      case 'is':
        return traitsOf(article).includes(node.trait)
      case 'language':
        return languageOf(article) === node.language
      case 'word':
        return (node.text.match(RUNS) ?? []).every(
          (run) =>
            (!isName(node.text, run) && holdsAll(article, run, node.field)) ||
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

  const idfOf = (found: number) => Math.log(1 + (articles.length - found + 0.5) / (found + 0.5))
  const count = (word: string) => (one: SmallArticle, field: 'title' | 'body') =>
    (words.get(one.number)?.[field] ?? []).filter((other) => other === word).length

  /** A term's share of a score; `frequency` says how often it stands in a field of any article. */
  function termScore(
    article: SmallArticle,
    frequency: (article: SmallArticle, field: 'title' | 'body') => number,
  ): number {
    const inTitle = frequency(article, 'title')
    const inBody = frequency(article, 'body')
    if (inTitle + inBody === 0) return 0
    const found = articles.filter((one) => frequency(one, 'title') + frequency(one, 'body') > 0)
    const idf = idfOf(found.length)
    const titleNorm = norm(length('title', article), averageTitle, TITLE.b)
    const bodyNorm = norm(length('body', article), averageBody, BODY.b)
    const f = (TITLE.weight * inTitle) / titleNorm + (BODY.weight * inBody) / bodyNorm
    return (idf * f) / (k1 + f)
  }

  /** A name counts as often as the rarest of its known pieces, where all of these are words of the article; else once. */
  function nameScore(run: string, article: SmallArticle): number {
    const known = [...new Set(cut(run))].filter((piece) => holders(piece) > 0)
    return termScore(article, (one, field) => {
      if (!holdsCharacters(one, run)) return 0
      const least = (where: 'title' | 'body') =>
        Math.min(...known.map((piece) => count(piece)(one, where)))
      const isCounted = known.length > 0 && least('title') + least('body') > 0
      return isCounted ? least(field) : Number(field === 'body')
    })
  }

  function runScore(run: string, article: SmallArticle): number {
    const asWords = [...new Set(cut(run))].reduce(
      (sum, word) => sum + termScore(article, count(word)),
      0,
    )
    const asCharacters = (one: SmallArticle, field: 'title' | 'body') => {
      if (!isHan(run) || holdsAll(one, run) || !holdsCharacters(one, run)) return 0
      if (wordsIn(one).includes(run)) return count(run)(one, field)
      // Of characters the index knows only that they are there.
      return Number(field === 'body')
    }
    return asWords + LITERAL_SHARE * termScore(article, asCharacters)
  }

  /** Words in the words asked for: their score as words of their own, and of that a share. */
  function partScore(asked: readonly string[], article: SmallArticle): number {
    const parts = asked.filter(isHan).flatMap((word) =>
      Array.from(word, (_, i) => [word.slice(i, i + 2), word.slice(i, i + 3)])
        .flat()
        .filter((part) => part.length > 1 && part.length < word.length),
    )
    return [...new Set(parts)]
      .filter((part) => !asked.includes(part))
      .reduce((sum, part) => sum + RANKING.partShare * termScore(article, count(part)), 0)
  }

  /** The idf of each word: of a name by those that hold its characters. */
  function weigher(texts: readonly string[]): (word: string) => number {
    const named = (word: string) => texts.some((text) => isName(text, word))
    const found = (word: string) =>
      articles.filter((article) => holdsCharacters(article, word)).length
    return (word) => idfOf(named(word) ? found(word) : holders(word))
  }

  /** What the words that begin in the best stretch of the text weigh. */
  function nearness(asked: readonly string[], text: string, weightOf: Weigh): number {
    const places = asked.map((word) => placesOf(word, text))
    const weightFrom = (start: number) =>
      asked.reduce((sum, word, i) => {
        const near = places[i]?.some((at) => at >= start && at <= start + SPAN)
        return near ? sum + weightOf(word) : sum
      }, 0)
    return Math.max(...Array.from({ length: text.length + 1 }, (_, start) => weightFrom(start)))
  }

  function characterScore(
    asked: readonly string[],
    article: SmallArticle,
    text: string,
    weightOf: Weigh,
  ): number {
    const bodyNorm = norm(length('body', article), averageBody, BODY.b)
    return [...new Set(asked.filter(isHan).join(''))].reduce((sum, character) => {
      const shares = asked
        .filter((word) => word.includes(character))
        .map((word) => weightOf(word) / word.length)
      const f = (text.split(character).length - 1) / bodyNorm
      return sum + (Math.max(...shares) * f) / (k1 + f)
    }, 0)
  }

  /** What was typed as it would stand in a text: short and Han alone as one text without spaces, by its pairs. */
  function phraseScore(
    query: string,
    asked: readonly string[],
    article: SmallArticle,
    weightOf: Weigh,
  ): number {
    if (asked.length < 2) return 0
    const weight = RANKING.phraseShare * sumOf(asked, weightOf)
    const joined = query.replaceAll(' ', '')
    if (joined.length <= 12 && isAllHan(joined)) {
      return holdsCharacters(article, joined) ? weight : 0
    }
    const text = `${article.title}\n${article.body}`
    const spaceless = query.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    return [query, spaceless].some((phrase) => isIn(phrase, text)) ? weight : 0
  }

  function closeness(
    query: string,
    asked: readonly string[],
    article: SmallArticle,
    weightOf: Weigh,
  ): number {
    if (asked.length < 2) return 0
    const text = `${article.title}\n${article.body}`
    const inTitle = asked.filter((word) => placesOf(word, article.title).length > 0)
    const spaceless = query.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    const isWhole = [query, spaceless].some((phrase) => isIn(phrase, article.title))
    return (
      RANKING.titleShare * (sumOf(inTitle, weightOf) + (isWhole ? sumOf(asked, weightOf) : 0)) +
      RANKING.nearnessShare * nearness(asked, text, weightOf) +
      RANKING.characterShare * characterScore(asked, article, text, weightOf)
    )
  }

  function score(query: string, article: SmallArticle): number {
    const { root } = parse(query)
    const texts = wantedWords(root)
    const asked = [...new Set(texts.flatMap(wordsAsked))]
    const weightOf = weigher(texts)
    const scores = texts.flatMap((text) =>
      [...new Set(text.match(RUNS) ?? [])].map((run) =>
        isName(text, run) ? nameScore(run, article) : runScore(run, article),
      ),
    )
    const sum =
      scores.reduce((total, one) => total + one, 0) +
      partScore(asked, article) +
      phraseScore(query, asked, article, weightOf) +
      closeness(query, asked, article, weightOf)
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

  /** The words that articles may lack, each once, with those that hold it: as a word, or in a run of the query as characters. */
  function looseWords(root: QueryNode): ReadonlyMap<string, readonly SmallArticle[]> {
    const loose = root.kind === 'and' && !root.strict ? root.children : []
    const typed = loose.flatMap((node) =>
      node.kind === 'word' && node.field === undefined ? [node.text] : [],
    )
    const runs = typed.flatMap((text) => text.match(RUNS) ?? [])
    const texts = [...new Set(typed.flatMap(wordsAsked))]
    const holds = (word: string) => (article: SmallArticle) =>
      wordsIn(article).includes(word) ||
      (typed.some((text) => isName(text, word)) && holdsCharacters(article, word)) ||
      runs.some((run) => cut(run).includes(word) && isHan(run) && holdsCharacters(article, run))
    return new Map(texts.map((word) => [word, articles.filter(holds(word))]))
  }

  /** What is beside the words that may lack. */
  function fixedParts(root: QueryNode): readonly QueryNode[] {
    const parts = root.kind === 'and' ? root.children : [root]
    if (root.kind === 'and' && root.strict) return parts
    return parts.filter((node) => node.kind !== 'word' || node.field !== undefined)
  }

  function lacks(root: QueryNode, article: SmallArticle): readonly string[] {
    return [...looseWords(root)]
      .filter(([, found]) => !found.includes(article))
      .map(([word]) => word)
  }

  /** So small an archive never has enough articles: what holds a tenth of the weight is taken. */
  function matchesPartly(root: QueryNode, article: SmallArticle): boolean {
    const loose = [...looseWords(root)].map(([, found]) => found)
    if (loose.length < 2 || matches(root, article)) return false
    const weigh = (some: readonly (readonly SmallArticle[])[]) =>
      some.reduce((sum, found) => sum + idfOf(found.length), 0)
    const held = weigh(loose.filter((found) => found.includes(article)))
    return (
      held >= weigh(loose) / 10 - 1e-9 &&
      held > 0 &&
      fixedParts(root).every((node) => matches(node, article))
    )
  }

  const asked = (root: QueryNode) => [...new Set(wantedWords(root).flatMap(wordsAsked))]

  return { matches, matchesPartly, lacks, score, asked, isClear }
}

function traitsOf({ failed, truncated, repaired }: SmallArticle): readonly string[] {
  return [failed ? 'empty' : 'article', truncated ? 'truncated' : '', repaired ? 'repaired' : '']
}

/** Its words are Han or letters, which could be English; six letters say as much as a Han character. */
function languageOf({ title, body }: SmallArticle): string {
  const text = body || title
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length
  const [han, letters] = [count(/\p{Script=Han}/gu), count(/[a-z]/g)]
  if (han > 0 && han * 6 >= letters) return 'zh'
  return letters > 0 ? 'en' : 'other'
}

function inDays(date: string, from: string, to: string): boolean {
  return date !== '' && date >= from && (to === '' || date <= to)
}

function isAllHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text)
}

/** Some line that was taken off holds the text: a word as a whole, a beginning where a word begins. */
function standsInRemoved({ kind, text }: TextNode, { removed = [] }: SmallArticle): boolean {
  const wanted = text.trim()
  const holds = {
    word: (line: string) => isIn(wanted, line),
    phrase: (line: string) => line.includes(wanted),
    prefix: (line: string) => beginsIn(wanted, line),
  }
  return removed.some(holds[kind])
}

function beginsIn(beginning: string, text: string): boolean {
  return new RegExp(`(?<![a-z])${beginning}`).test(text)
}

/** Somewhere, with no letter going on before or behind where the phrase has one at its edge. */
function isIn(phrase: string, text: string): boolean {
  const before = /^[a-z]/.test(phrase) ? '(?<![a-z])' : ''
  const after = /[a-z]$/.test(phrase) ? '(?![a-z])' : ''
  return new RegExp(before + phrase + after).test(text)
}

/** Where a word stands without overlapping itself; Latin words only as a whole. */
function placesOf(word: string, text: string): readonly number[] {
  const pattern = isHan(word) ? new RegExp(word, 'g') : /[a-z]+/g
  return Array.from(text.matchAll(pattern))
    .filter(([found]) => found === word)
    .map(({ index }) => index)
}

function wantedWords(node: QueryNode): readonly string[] {
  if (node.kind === 'word') return [node.text]
  return node.kind === 'and' || node.kind === 'or' ? node.children.flatMap(wantedWords) : []
}
