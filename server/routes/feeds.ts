/** Offers a search as a feed, and the archive as a search engine of the browser. */

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { formatPassage } from '../../src/search/answers/passage-text.ts'
import type { Hit } from '../../src/search/answers/result.ts'
import { icon } from '../http/assets.ts'
import type { ServerApp } from '../http/environment.ts'
import { readParameters } from '../http/requests.ts'
import { chooseMessages } from '../messages/language.ts'
import type { Messages } from '../messages/messages.ts'
import { linkToArticle, linkToSearch } from '../parameters/addresses.ts'
import { parseFeedRequest, parseNothing, parseSuggestRequest } from '../parameters/parameters.ts'
import type { Searcher } from '../searching/searcher.ts'
import { shorten } from '../text/neutralize.ts'

export function addFeeds(app: ServerApp, backend: SearchBackend, searcher: Searcher): void {
  app.get('/feed.atom', async (context) => {
    const request = parseFeedRequest(readParameters(context))
    const { hits } = await searcher.search(context, request)
    // Articles that lack words would be news in each answer.
    const complete = hits.filter(({ lacks }) => lacks === undefined)
    const feed = renderFeed(chooseMessages(context), readOrigin(context), request.query, complete)
    return context.body(String(await feed), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
    })
  })
  app.get('/opensearch.xml', async (context) => {
    parseNothing(readParameters(context))
    const description = renderOpenSearch(chooseMessages(context), readOrigin(context))
    return context.body(String(await description), 200, {
      'Content-Type': 'application/opensearchdescription+xml; charset=utf-8',
    })
  })
  app.get('/opensearch/suggest', async (context) => {
    const { query, suggestions } = await backend.suggest(
      parseSuggestRequest(readParameters(context)),
    )
    return context.body(JSON.stringify([query, suggestions.map((one) => one.query)]), 200, {
      'Content-Type': 'application/x-suggestions+json; charset=utf-8',
    })
  })
}

function readOrigin(context: Context): string {
  return new URL(context.req.url).origin
}

/** Renders the hits, which come newest fetched first. An entry has its article's id, which no rebuild changes. */
function renderFeed(messages: Messages, origin: string, query: string, hits: readonly Hit[]) {
  const here = `${origin}/feed.atom?${new URLSearchParams({ q: query })}`
  const page = origin + linkToSearch({ query, page: 1, sort: 'date' })
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${messages.language}">
<title>${messages.titleOf(shorten(query, 80))}</title>
<id>${here}</id>
<link rel="self" href="${here}"/>
<link rel="alternate" type="text/html" href="${page}"/>
<updated>${formatInstant(hits[0])}</updated>
${hits.map((hit) => renderEntry(messages, origin, hit))}</feed>
`
}

function renderEntry(messages: Messages, origin: string, hit: Hit) {
  const [snippet] = hit.snippets
  return html`<entry>
<title>${shorten(hit.title, 160) || messages.untitled}</title>
<id>urn:souwen:${hit.id}</id>
<link rel="alternate" type="text/html" href="${origin + linkToArticle(hit.id, '')}"/>
<updated>${formatInstant(hit)}</updated>
<author><name>${shorten(hit.source, 100) || messages.name}</name></author>
<summary>${shorten(snippet ? formatPassage(snippet).text : '', 1_000)}</summary>
</entry>
`
}

function formatInstant(hit: Hit | undefined): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(hit?.fetchDate || hit?.date || '')?.[0]
  return `${day ?? '1970-01-01'}T00:00:00Z`
}

function renderOpenSearch(messages: Messages, origin: string) {
  return html`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${messages.name}</ShortName>
<Description>${messages.tagline}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image type="image/svg+xml">${origin + icon.address}</Image>
<Url type="text/html" template="${origin}/?q={searchTerms}"/>
<Url type="application/x-suggestions+json" template="${origin}/opensearch/suggest?q={searchTerms}"/>
<Url type="application/atom+xml" template="${origin}/feed.atom?q={searchTerms}"/>
</OpenSearchDescription>
`
}
