/** Lays out every page: the head, the name that leads home, and a column for the page's own content. */

import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { icon, script, styleSheet } from '../http/assets.ts'
import type { PageProps } from '../http/requests.ts'
import { KeysDialog } from '../parts/key-list.tsx'
import { PageFooter } from '../parts/page-footer.tsx'

interface LayoutProps extends PageProps {
  /** Absent where the name alone is the title. */
  readonly title?: string
  /** Stands beside the name, above the page's content. */
  readonly header?: Child
  readonly next?: string
  readonly previous?: string
  /** True for the home page alone, whose form stands in the middle. */
  readonly home?: boolean
  readonly children?: Child
}

export function Layout(props: LayoutProps) {
  const { messages, here, title, header, next, previous, home, children } = props
  const page = (
    <html lang={messages.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title === undefined ? messages.name : messages.titleOf(title)}</title>
        <link rel="stylesheet" href={styleSheet.address} />
        <link rel="icon" href={icon.address} type="image/svg+xml" />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={messages.name}
          href="/opensearch.xml"
        />
        {script && <script type="module" src={script.address} />}
        {previous && <link rel="prev" href={previous} />}
        {next && <link rel="next" href={next} />}
      </head>
      <body class={home ? 'home' : 'inner'}>
        <header class="top">
          {home ? (
            <h1>
              <HomeLink messages={messages} />
            </h1>
          ) : (
            <HomeLink messages={messages} />
          )}
          {header}
        </header>
        <main>{children}</main>
        <PageFooter messages={messages} here={here} />
        {script && <KeysDialog messages={messages} />}
      </body>
    </html>
  )
  return html`<!doctype html>${page}`
}

function HomeLink({ messages }: Pick<LayoutProps, 'messages'>) {
  return (
    <a class="name" href="/">
      {messages.name}
    </a>
  )
}
