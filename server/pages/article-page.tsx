/** A stored article as a clean page: what the index holds, without what the original page would run or load. */

import type { StoredArticle } from '../../src/backend/backend.ts'
import { queryAddress } from '../addresses.ts'
import { externalLink } from '../external-link.ts'
import { harmless, shorten } from '../harmless.ts'
import { partBlock } from '../long-blocks.ts'
import type { Messages } from '../messages/messages.ts'
import type { PageProps } from '../requests.ts'
import { typefaceOf } from '../typeface.ts'
import { BlockView } from './block.tsx'
import { Layout } from './layout.tsx'

interface ArticleProps extends PageProps {
  readonly article: StoredArticle
  /** The query that led here; '' when none did. */
  readonly query: string
}

export function ArticlePage({ messages, here, article, query }: ArticleProps) {
  const title = harmless(article.title) || messages.untitled
  return (
    <Layout
      messages={messages}
      here={here}
      title={shorten(title, 120)}
      header={
        <a class="back" href={query === '' ? '/' : queryAddress(query)}>
          {query === '' ? messages.backHome : messages.back}
        </a>
      }
    >
      <article class="text">
        <h1 dir="auto" class={typefaceOf(title)}>
          {title}
        </h1>
        <About messages={messages} article={article} />
        <StatusNote messages={messages} article={article} />
        {article.blocks.flatMap(partBlock).map((block) => (
          <BlockView messages={messages} block={block} />
        ))}
        {article.truncated && <p class="notice">{messages.truncated}</p>}
      </article>
    </Layout>
  )
}

type AboutProps = Pick<ArticleProps, 'messages' | 'article'>

function About({ messages, article }: AboutProps) {
  const { source, date, fetchDate, url } = article
  return (
    <p class="about">
      {source && <bdi>{shorten(source, 100)}</bdi>}
      {date && <time datetime={date}>{date}</time>}
      {fetchDate && <span>{messages.fetched(shorten(fetchDate, 11).replace(/[T…].*$/, ''))}</span>}
      {url && <Original messages={messages} address={url} />}
    </p>
  )
}

function Original({
  messages,
  address,
}: {
  readonly messages: Messages
  readonly address: string
}) {
  const link = externalLink(address)
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

function StatusNote({ messages, article }: AboutProps) {
  const note = messages.status[article.status]
  return note === '' ? null : <p class="notice">{note}</p>
}
