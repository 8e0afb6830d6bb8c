/** Shows one result. Its title leads to the stored article, its host to the original. */

import { formatCode, formatPassage } from '../../src/search/answers/passage-text.ts'
import type { Hit, Marks, Snippet } from '../../src/search/answers/result.ts'
import type { Messages } from '../messages/messages.ts'
import { linkToArticle } from '../parameters/addresses.ts'
import { parseExternalLink } from '../text/external-link.ts'
import { Marked, MarkedLines } from '../text/marked.tsx'
import { shorten } from '../text/neutralize.ts'
import { addTypeface, chooseTypeface } from '../text/typeface.ts'
import { Copies } from './copies.tsx'
import { Labels } from './labels.tsx'

interface HitProps {
  readonly messages: Messages
  readonly hit: Hit
  readonly query: string
}

const maxTitleCharacters = 160
const maxAddressCharacters = 80

export function HitView({ messages, hit, query }: HitProps) {
  const title = shorten(hit.title, maxTitleCharacters) || messages.untitled
  return (
    <article class="hit">
      <h2 dir="auto" class={chooseTypeface(title)}>
        <a href={linkToArticle(hit.id, query)}>
          <Marked snippet={{ text: title, marks: cutTitleMarks(hit, title) }} />
        </a>
      </h2>
      <p class="about">
        {hit.source && <bdi>{shorten(hit.source, 60)}</bdi>}
        {hit.date && <time datetime={hit.date}>{hit.date}</time>}
        <Labels authors={hit.authors} tags={hit.tags} />
        <Original address={hit.url} messages={messages} />
        <Badges hit={hit} messages={messages} />
      </p>
      {hit.lacks && <Lacks messages={messages} words={hit.lacks} />}
      {hit.snippets.map((snippet) => (
        <>
          {snippet.heading && (
            <p dir="auto" class={addTypeface('snippet-heading', snippet.heading.text)}>
              <Marked snippet={snippet.heading} />
            </p>
          )}
          <Passage messages={messages} snippet={snippet} />
        </>
      ))}
      {hit.snippets.length === 0 && <p class="help">{messages.titleOnly}</p>}
      <Copies messages={messages} copies={hit.duplicates ?? []} query={query} />
    </article>
  )
}

interface PassageProps {
  readonly messages: Messages
  readonly snippet: Snippet
}

function Passage({ messages, snippet }: PassageProps) {
  if (snippet.isCode) {
    return (
      <pre class="snippet">
        <MarkedLines snippet={formatCode(snippet)} />
      </pre>
    )
  }
  return (
    <p dir="auto" class={addTypeface('snippet', snippet.text)}>
      {snippet.isRemoved && <span class="badge">{messages.fromPage}</span>}
      <Marked snippet={formatPassage(snippet)} />
    </p>
  )
}

interface LacksProps {
  readonly messages: Messages
  readonly words: readonly string[]
}

/** Names the words of the query that the article is without. */
function Lacks({ messages, words }: LacksProps) {
  return (
    <p class="help">
      {messages.lacks}
      {words.map((word) => (
        <>
          <s>
            <bdi>{shorten(word, 60)}</bdi>
          </s>{' '}
        </>
      ))}
    </p>
  )
}

/** Names what a reader should know before opening the article. */
function Badges({ hit, messages: { facets } }: Pick<HitProps, 'hit' | 'messages'>) {
  const badges = [
    hit.status !== 'article' && facets.status[hit.status],
    hit.truncated && facets.truncated,
    hit.repaired !== '' && facets.repaired,
  ].filter((badge) => typeof badge === 'string')
  return badges.map((badge) => <span class="badge">{badge}</span>)
}

/** Cuts the title's marks where the title is shortened. */
function cutTitleMarks({ title, titleMarks }: Hit, shown: string): Marks {
  const kept = title.length <= maxTitleCharacters ? title.length : shown.length - 1
  return titleMarks
    .filter(([start]) => start < kept)
    .map(([start, end]) => [start, Math.min(end, kept)] as const)
}

interface OriginalProps {
  readonly messages: Messages
  readonly address: string
}

function Original({ messages, address }: OriginalProps) {
  if (address === '') return null
  const link = parseExternalLink(address)
  if (!link) return <bdi class="address">{shorten(address, maxAddressCharacters)}</bdi>
  return (
    <a
      class="original"
      href={link.href}
      rel="noopener noreferrer nofollow"
      title={messages.original}
    >
      <bdi>{shorten(link.host, maxAddressCharacters)}</bdi>
      <span aria-hidden="true"> ↗</span>
    </a>
  )
}
