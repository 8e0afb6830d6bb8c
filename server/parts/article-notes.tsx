/** Shows under an article how to cite it, its file, its other fetches and the furniture of its page. */

import type { StoredArticle } from '../../src/backend/backend.ts'
import type { Messages } from '../messages/messages.ts'
import { linkToFile } from '../parameters/addresses.ts'
import { parseExternalLink } from '../text/external-link.ts'
import { neutralizeLines, shorten } from '../text/neutralize.ts'

interface NotesProps {
  readonly messages: Messages
  readonly article: StoredArticle
}

export function ArticleNotes({ messages, article }: NotesProps) {
  const { notes, cite, file } = messages.article
  return (
    <section class="notes">
      <h2>{notes}</h2>
      <dl>
        <div>
          <dt>{cite}</dt>
          <dd>
            <bdi class="citation">{formatCitation(messages, article)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{file}</dt>
          <dd>
            <a href={linkToFile(article.id)}>
              <bdi>{shorten(article.path, 300)}</bdi>
            </a>
          </dd>
        </div>
      </dl>
      <Versions messages={messages} article={article} />
      <Furniture messages={messages} article={article} />
    </section>
  )
}

/** Returns one line to be copied. */
function formatCitation(
  { article: { citation }, untitled }: Messages,
  article: StoredArticle,
): string {
  const address = parseExternalLink(article.url)?.href ?? ''
  return citation({
    title: shorten(article.title, 300) || untitled,
    source: shorten(article.source, 100),
    date: article.date,
    address: shorten(address, 500),
  })
}

function Versions({ messages, article: { versions } }: NotesProps) {
  if (versions.length < 2) return null
  const { facets, article } = messages
  return (
    <details>
      <summary>{article.versions(versions.length)}</summary>
      <ul>
        {versions.map(({ path, fetchDate, status }) => (
          <li>
            {shorten(fetchDate, 20)} <bdi>{shorten(path, 300)}</bdi>{' '}
            <small>{status === 'unread' ? article.unread : facets.status[status]}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}

const mostLines = 200

function Furniture({ messages, article: { removed } }: NotesProps) {
  if (removed.length === 0) return null
  return (
    <details>
      <summary>{messages.article.furniture(removed.length)}</summary>
      <ul class="removed">
        {removed.slice(0, mostLines).map(({ text }) => (
          <li>{neutralizeLines(text).slice(0, 300)}</li>
        ))}
      </ul>
    </details>
  )
}
