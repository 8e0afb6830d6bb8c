/** A web page as a stream of tags and text. Browsers' rules on what closes what are not needed for its lines. */

import { Tokenizer } from 'htmlparser2'

export type Attributes = ReadonlyMap<string, string>

export interface TokenVisitor {
  /** Names are in lower case; a tag that closes itself is opened and closed. */
  onOpen(name: string, attributes: Attributes): void
  onClose(name: string): void
  /** Entities are decoded. A text may come in several pieces. */
  onText(text: string): void
  onComment(text: string): void
}

/** Takes time that grows with the page's length, however its tags nest. */
export function visitTokens(html: string, visitor: TokenVisitor): void {
  let name = ''
  let attributes = new Map<string, string>()
  let attribute = ''
  let value = ''
  const slice = (start: number, end: number) => html.slice(start, end)
  const open = () => visitor.onOpen(name, attributes)
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        name = slice(start, end).toLowerCase()
        attributes = new Map()
      },
      onattribname: (start, end) => {
        attribute = slice(start, end).toLowerCase()
        value = ''
      },
      onattribdata: (start, end) => {
        value += slice(start, end)
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code)
      },
      onattribend: () => {
        if (!attributes.has(attribute)) attributes.set(attribute, value)
      },
      onopentagend: open,
      onselfclosingtag: () => {
        open()
        visitor.onClose(name)
      },
      onclosetag: (start, end) => visitor.onClose(slice(start, end).toLowerCase()),
      ontext: (start, end) => visitor.onText(slice(start, end)),
      ontextentity: (code) => visitor.onText(String.fromCodePoint(code)),
      oncomment: (start, end) => visitor.onComment(slice(start, end)),
      oncdata: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
