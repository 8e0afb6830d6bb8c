/** A page saved from a browser: its text as Markdown, and what its head says of it. */

import { createMetadata } from './metadata.ts'
import { createPageText, type WrittenPage } from './page-text.ts'
import { visitTokens } from './tokens.ts'

export interface SavedPage extends WrittenPage {
  /** Names and values, as front matter has them. */
  readonly entries: readonly (readonly [name: string, value: string])[]
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
  return { entries: metadata.finish(), ...text.finish() }
}
