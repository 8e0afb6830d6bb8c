/** Reads XML strictly, as far as feeds need it: whatever is not well-formed (XML 1.0) throws, where browsers and readers would. */

/** What the tests ask for by name, besides whatever else an element has. */
interface Attributes extends Readonly<Record<string, string>> {
  readonly rel?: string
  readonly href?: string
  readonly type?: string
  readonly xmlns?: string
  readonly template?: string
}

export interface Element {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly Element[]
  /** All text inside it, unescaped. */
  readonly text: string
}

const DECLARATION = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/
const TOKEN = /<(\/?)([A-Za-z]+)((?:\s+[a-z]+(?::[a-z]+)?="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
const ATTRIBUTE = /([a-z]+(?::[a-z]+)?)="([^"<]*)"/g
/** Char of XML 1.0: no other character may stand in a document, escaped or not. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

interface Open {
  readonly name: string
  readonly attributes: Attributes
  readonly children: Element[]
  text: string
}

/** The root element. Throws an Error that says what is wrong. */
export function parseXml(source: string): Element {
  const wrong = FORBIDDEN.exec(source)
  if (wrong) throw new Error(`a character that XML forbids at ${wrong.index}`)
  if (!DECLARATION.test(source)) throw new Error('no declaration')
  const body = source.replace(DECLARATION, '').trimEnd()
  const top: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let end = 0
  for (const match of body.matchAll(TOKEN)) {
    take(open, match)
    end = match.index + match[0].length
  }
  if (end !== body.length) throw new Error(`not well-formed: ${body.slice(end, end + 60)}`)
  const [root, ...more] = top.children
  if (open.length !== 1 || root === undefined || more.length > 0)
    throw new Error('not one root element')
  return root
}

function take(
  open: Open[],
  [, slash, name = '', attributes = '', empty, text]: readonly (string | undefined)[],
): void {
  const parent = open.at(-1)
  if (parent === undefined) throw new Error('the root was closed')
  if (text !== undefined) {
    if (open.length === 1) throw new Error('text outside of the root')
    parent.text += unescaped(text)
  } else if (slash === '/') {
    if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`)
    open.pop()
    const above = open.at(-1)
    if (above) above.text += parent.text
  } else {
    const element = { name, attributes: attributesOf(attributes), children: [], text: '' }
    parent.children.push(element)
    if (empty !== '/') open.push(element)
  }
}

function attributesOf(source: string): Readonly<Record<string, string>> {
  const pairs = Array.from(
    source.matchAll(ATTRIBUTE),
    ([, name = '', value = '']) => [name, unescaped(value)] as const,
  )
  const attributes = Object.fromEntries(pairs)
  if (Object.keys(attributes).length !== pairs.length) throw new Error(`twice: ${source}`)
  return attributes
}

function unescaped(text: string): string {
  return text.replace(/&([^;&\s]*;?)/g, (whole, entity: string) => {
    const character = ENTITIES[entity.slice(0, -1)]
    if (character === undefined || !entity.endsWith(';')) throw new Error(`not an entity: ${whole}`)
    return character
  })
}
