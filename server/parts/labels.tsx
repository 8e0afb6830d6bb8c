/** Names the authors and tags of an article; each leads to the articles that have it, too. */

import { print } from '../../src/query/print.ts'
import type { Condition } from '../../src/query/query.ts'
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
        <a class="label" href={linkToQuery(writeCondition({ kind: 'author', text: author }))}>
          <bdi>{shorten(author, maxCharacters)}</bdi>
        </a>
      ))}
      {tags.slice(0, shownAtMost).map((tag) => (
        <a class="label" href={linkToQuery(writeCondition({ kind: 'tag', text: tag }))}>
          #<bdi>{shorten(tag, maxCharacters)}</bdi>
        </a>
      ))}
    </>
  )
}

function writeCondition(condition: Condition): string {
  return print({ root: { kind: 'and', children: [condition] }, warnings: [] })
}
