/** Names the authors and tags of an article; each leads to the articles that have it, too. */

import { linkToQuery } from '../parameters/addresses.ts'
import { shorten } from '../text/neutralize.ts'

interface LabelsProps {
  readonly authors: readonly string[]
  readonly tags: readonly string[]
}

/** So many of each are shown. */
const shownAtMost = 8
const maxCharacters = 40

export function Labels({ authors, tags }: LabelsProps) {
  return (
    <>
      {authors.slice(0, shownAtMost).map((author) => (
        <a class="label" href={linkToQuery(writeField('author', author))}>
          <bdi>{shorten(author, maxCharacters)}</bdi>
        </a>
      ))}
      {tags.slice(0, shownAtMost).map((tag) => (
        <a class="label" href={linkToQuery(writeField('tag', tag))}>
          #<bdi>{shorten(tag, maxCharacters)}</bdi>
        </a>
      ))}
    </>
  )
}

/** A query for a label. Quotation marks inside would end it. */
export function writeField(name: 'author' | 'tag', text: string): string {
  return `${name}:"${text.replaceAll('"', ' ').trim()}"`
}
