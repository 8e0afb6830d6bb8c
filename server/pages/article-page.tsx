/** Shows a stored article, without anything that the original page would run or load. */

import type { RelatedArticle, StoredArticle } from '../../src/backend/backend.ts'
import type { PageProps } from '../http/requests.ts'
import type { Messages } from '../messages/messages.ts'
import { linkToArticle, linkToQuery } from '../parameters/addresses.ts'
import { ArticleNotes } from '../parts/article-notes.tsx'
import { BlockView } from '../parts/block.tsx'
import { Labels } from '../parts/labels.tsx'
import { parseExternalLink } from '../text/external-link.ts'
import { countMarks, type MarkedBlock } from '../text/marked-blocks.ts'
import { neutralize, shorten } from '../text/neutralize.ts'
import { chooseTypeface, guessLanguage } from '../text/typeface.ts'
import { Layout } from './layout.tsx'

interface ArticleProps extends PageProps {
  readonly article: StoredArticle
  readonly blocks: readonly MarkedBlock[]
  readonly related: readonly RelatedArticle[]
  /** The query that led here, or ''. */
  readonly query: string
}

export function ArticlePage(props: ArticleProps) {
  const { messages, here, article, blocks, related, query } = props
  const title = neutralize(article.title) || messages.untitled
  return (
    <Layout
      messages={messages}
      here={here}
      title={shorten(title, 120)}
      header={
        <a class="back" href={query === '' ? '/' : linkToQuery(query)}>
          {query === '' ? messages.backHome : messages.back}
        </a>
      }
    >
      <article class="text" lang={guessLanguage(article.title)}>
        <h1 dir="auto" class={chooseTypeface(title)}>
          {title}
        </h1>
        <ArticleHead messages={messages} article={article} />
        <StatusNote messages={messages} article={article} />
        {blocks.map((block) => (
          <BlockView messages={messages} block={block} />
        ))}
        {article.truncated && <p class="notice">{messages.truncated}</p>}
      </article>
      <ArticleNotes messages={messages} article={article} />
      <Related messages={messages} related={related} />
      <MarkLinks messages={messages} marks={countMarks(blocks)} />
    </Layout>
  )
}

type HeadProps = Pick<ArticleProps, 'messages' | 'article'>

function ArticleHead({ messages, article }: HeadProps) {
  const { source, date, fetchDate, url, authors, tags } = article
  return (
    <p class="about" lang={messages.language}>
      {source && <bdi>{shorten(source, 100)}</bdi>}
      {date && <time datetime={date}>{date}</time>}
      <Labels authors={authors} tags={tags} />
      {fetchDate && <span>{messages.fetched(shorten(fetchDate, 11).replace(/[T…].*$/, ''))}</span>}
      {url && <Original messages={messages} address={url} />}
    </p>
  )
}

interface OriginalProps {
  readonly messages: Messages
  readonly address: string
}

function Original({ messages, address }: OriginalProps) {
  const link = parseExternalLink(address)
  if (!link) {
    return (
      <span class="address">
        {messages.badAddress}
        <bdi>{shorten(address, 200)}</bdi>
      </span>
    )
  }
  return (
    <a class="original" href={link.href} rel="noopener noreferrer nofollow">
      {messages.original} <bdi>{shorten(link.host, 80)}</bdi>
      <span aria-hidden="true"> ↗</span>
    </a>
  )
}

function StatusNote({ messages, article }: HeadProps) {
  const note = messages.status[article.status]
  if (note === '') return null
  return (
    <p class="notice" lang={messages.language}>
      {note}
    </p>
  )
}

function Related({ messages, related }: Pick<ArticleProps, 'messages' | 'related'>) {
  if (related.length === 0) return null
  return (
    <section class="related">
      <h2>{messages.article.related}</h2>
      <ul>
        {related.map(({ id, title, source, date }) => (
          <li>
            <a href={linkToArticle(id, '')}>
              <bdi>{shorten(title, 120) || messages.untitled}</bdi>
            </a>{' '}
            <small>
              <bdi>{shorten(source, 40)}</bdi> {date}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** So many marks have a link each. The script steps through all of them. */
const mostLinks = 12

function MarkLinks({ messages, marks }: { readonly messages: Messages; readonly marks: number }) {
  if (marks === 0) return null
  const { marks: label, previousMark, nextMark } = messages.article
  return (
    <nav class="marks" aria-label={label(marks)}>
      <span>{label(marks)}</span>
      {Array.from({ length: Math.min(marks, mostLinks) }, (_, i) => (
        <a href={`#mark-${i + 1}`}>{i + 1}</a>
      ))}
      <button type="button" hidden data-step="-1" aria-label={previousMark}>
        ↑
      </button>
      <button type="button" hidden data-step="1" aria-label={nextMark}>
        ↓
      </button>
    </nav>
  )
}
