/** The tags of HTML that Markdown may hold: which they are, and where each ends. */

import type { WholePage } from './whole-page.ts'

export interface Tag {
  /** The name is in lower case. */
  readonly name: string
  readonly closing: boolean
  readonly hasAttributes: boolean
  /** The tag ends here, after its `>`. */
  readonly end: number
}

/** A tag changes the text around it according to its kind. */
export type TagKind = 'inline' | 'block' | 'cell' | 'void' | 'break' | 'unseen' | 'verbatim'

const NAMES: Readonly<Record<TagKind, string>> = {
  inline:
    'a abbr acronym audio b bdi bdo big button canvas cite code data datalist del dfn em font i ins kbd label map mark meter nobr object output picture progress q rb rp rt rtc ruby s samp select slot small span strike strong sub sup textarea time title tt u var video',
  block:
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav noscript ol optgroup option p search section summary table tbody tfoot thead tr ul',
  cell: 'td th',
  void: 'area base embed frame img input link meta param source track',
  break: 'br hr wbr',
  unseen: 'head iframe math script style svg template',
  verbatim: 'listing pre xmp',
}

const KINDS: ReadonlyMap<string, TagKind> = new Map(
  (Object.keys(NAMES) as TagKind[]).flatMap((kind) =>
    NAMES[kind].split(' ').map((name): [string, TagKind] => [name, kind]),
  ),
)

/** Elements that end without a tag of their own. */
const ENDS_BY_ITSELF = new Set('p li dt dd tr td th thead tbody tfoot option col'.split(' '))

const NAME = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])/y

/** Longer tags are none, but for pictures that are written out in an attribute. UTF-16 units. */
const MAXIMUM_TAG = 4000

/** The tag at this `<`, if it is one; `<title>` of a command and `List<String>` are text. */
export function tagAt(text: string, at: number, page: WholePage): Tag | undefined {
  NAME.lastIndex = at
  const [head = '', slash = '', written = ''] = NAME.exec(text) ?? []
  const name = written.toLowerCase()
  const kind = KINDS.get(name)
  if (kind === undefined) return undefined
  const end = tagEnd(text, at + head.length)
  if (end < 0) return undefined
  const closing = slash !== ''
  const hasAttributes = /[^\s/]/.test(text.slice(at + head.length, end - 1))
  const tag = { name, closing, hasAttributes, end }
  return isMarkup(tag, kind, page) ? tag : undefined
}

export function kindOf({ name }: Tag): TagKind {
  return KINDS.get(name) ?? 'inline'
}

function isMarkup(tag: Tag, kind: TagKind, { opened, closed }: WholePage): boolean {
  if (kind === 'break') return true
  if (kind === 'void') return tag.hasAttributes || tag.closing
  if (ENDS_BY_ITSELF.has(tag.name)) return true
  return tag.closing ? opened.has(tag.name) : closed.has(tag.name)
}

/** Returns the place after the `>` that ends a tag, ignoring any in quoted values; −1 if nothing ends it. */
function tagEnd(text: string, from: number): number {
  let limit = Math.min(text.length, from + MAXIMUM_TAG)
  for (let at = from; at < limit; at++) {
    const sign = text[at]
    if (sign === '>') return at + 1
    if (sign === '<') return -1
    if ((sign !== '"' && sign !== "'") || text[at - 1] !== '=') continue
    const close = text.indexOf(sign, at + 1)
    if (close < 0) return -1
    if (text.startsWith('data:', at + 1)) limit = Math.min(text.length, close + MAXIMUM_TAG)
    at = close
  }
  return -1
}
