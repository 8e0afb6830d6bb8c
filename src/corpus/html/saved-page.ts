/** A page saved from a browser: its text as Markdown, and what its head says of it. */

import { createMetadata } from './metadata.ts'
import { createPageText } from './page-text.ts'
import { visitTokens } from './tokens.ts'

export interface SavedPage {
  /** Names and values, as front matter has them. */
  readonly entries: readonly (readonly [name: string, value: string])[]
  readonly markdown: string
}

export function readSavedPage(html: string): SavedPage {
  const metadata = createMetadata()
  const text = createPageText()
  visitTokens(html, {
    onOpen: (name, attributes) => {
      metadata.open(name, attributes)
      text.open(name, attributes)
    },
    onClose: (name) => {
      metadata.close(name)
      text.close(name)
    },
    onText: (piece) => {
      metadata.text(piece)
      text.text(piece)
    },
    onComment: metadata.comment,
  })
  return { entries: metadata.finish(), markdown: text.finish() }
}
