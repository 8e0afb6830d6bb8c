/**
 * Collects the metadata in the head of a web page: `<meta>`, `<title>`, JSON-LD, and the remark of the program that saved it.
 */

import type { Attributes } from './tokens.ts'

export interface Metadata {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(piece: string): void
  comment(text: string): void
  finish(): readonly (readonly [name: string, value: string])[]
}

type Kind = 'title' | 'url' | 'source' | 'date' | 'author' | 'tags' | 'fetched'

/** Names of `<meta>`, by what they say; those that are surer come first. */
const META: Readonly<Record<Kind, readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'headline'],
  url: ['og:url'],
  source: ['og:site_name', 'application-name', 'dc.publisher'],
  date: [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'publishdate',
    'publish_date',
    'publish-date',
    'pubdate',
    'article.published',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'sailthru.date',
    'parsely-pub-date',
    'weibo:article:create_at',
    'date',
  ],
  author: ['author', 'article:author', 'dc.creator', 'parsely-author'],
  tags: ['keywords', 'article:tag', 'news_keywords'],
  fetched: [],
}

/** Longer texts of a script or title are not kept. UTF-16 units. */
const MAXIMUM_TEXT = 1 << 20

interface Found {
  readonly kind: Kind
  readonly rank: number
  readonly value: string
}

export function createMetadata(): Metadata {
  const found: Found[] = []
  let reading: 'title' | 'json' | 'h1' | undefined
  let text = ''
  const add = (kind: Kind, rank: number, value = '') => {
    if (value.trim() !== '') found.push({ kind, rank, value: value.replace(/\s+/g, ' ').trim() })
  }

  function open(name: string, attributes: Attributes): void {
    if (name === 'meta') addMeta(attributes, add)
    else if (name === 'link' && attributes.get('rel') === 'canonical')
      add('url', -1, attributes.get('href'))
    else if (name === 'time') add('date', 100, attributes.get('datetime'))
    else if (attributes.get('itemprop') === 'datePublished')
      add('date', 50, attributes.get('content'))
    const begins = beginOf(name, attributes)
    if (begins !== undefined) [reading, text] = [begins, '']
  }

  function close(name: string): void {
    if (reading === undefined || !ENDS.test(name)) return
    if (reading === 'json') addStructured(text, add)
    else add('title', reading === 'h1' ? 200 : 100, text)
    reading = undefined
  }

  return {
    open,
    close,
    text(piece) {
      if (reading !== undefined && text.length < MAXIMUM_TEXT) text += piece
    },
    comment: (remark) => addRemark(remark, add),
    finish: () => entriesOf(found),
  }
}

type Add = (kind: Kind, rank: number, value?: string) => void

const ENDS = /^(?:title|script|h1)$/

function beginOf(name: string, attributes: Attributes) {
  if (name === 'title' || name === 'h1') return name
  return name === 'script' && attributes.get('type') === 'application/ld+json' ? 'json' : undefined
}

function addMeta(attributes: Attributes, add: Add): void {
  const name = (
    attributes.get('property') ??
    attributes.get('name') ??
    attributes.get('itemprop') ??
    ''
  ).toLowerCase()
  for (const kind of Object.keys(META) as Kind[]) {
    const rank = META[kind].indexOf(name)
    if (rank >= 0) add(kind, rank, attributes.get('content'))
  }
}

const PUBLISHED = /"datePublished"\s*:\s*"([^"]{8,40})"/
const AUTHOR = /"author"\s*:\s*\[?\s*(?:\{[^{}]{0,500}?"name"\s*:\s*)?"([^"\\]{1,100})"/

/** The first article that JSON-LD speaks of; its graphs nest in many ways. */
function addStructured(json: string, add: Add): void {
  add('date', 30, PUBLISHED.exec(json)?.[1])
  add('author', 10, AUTHOR.exec(json)?.[1])
}

/** `saved from url=(0035)https://…` of Chrome, `url: … saved date: …` of SingleFile. */
function addRemark(remark: string, add: Add): void {
  const [, url] =
    /(?:saved from url=\(\d+\)|\burl:\s*)(https?:\/\/\S+)/.exec(remark.slice(0, 4000)) ?? []
  if (url === undefined) return
  add('url', 10, url)
  add('fetched', 0, /saved date:\s*([^\n]{8,80})/.exec(remark)?.[1])
}

function entriesOf(found: readonly Found[]): readonly (readonly [string, string])[] {
  const ranked = found.toSorted((a, b) => a.rank - b.rank)
  const best = (kind: Kind) => ranked.find((one) => one.kind === kind && isUsable(one))
  const kinds: readonly Kind[] = ['title', 'url', 'source', 'date', 'author', 'fetched']
  const entries = kinds.flatMap((kind): (readonly [string, string])[] => {
    const one = best(kind)
    return one === undefined
      ? []
      : [[kind, kind === 'title' ? ownTitle(one.value, ranked) : one.value]]
  })
  const tags = ranked.filter(({ kind }) => kind === 'tags').map(({ value }) => value)
  return tags.length > 0 ? [...entries, ['tags', tags.join(', ')]] : entries
}

/** Some name an author by the address of a page about him. */
function isUsable({ kind, value }: Found): boolean {
  return kind === 'url' || kind === 'title' || !/^https?:/.test(value)
}

/** The headline, where the title is the headline and the site's name. */
function ownTitle(title: string, found: readonly Found[]): string {
  const headline = found.find(({ kind, rank }) => kind === 'title' && rank === 200)?.value
  const isLonger = headline !== undefined && headline.length >= 4 && title.startsWith(headline)
  return isLonger ? headline : title
}
