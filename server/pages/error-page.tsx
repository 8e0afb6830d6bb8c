/** Something went wrong, said to a reader: what, and what to do. */

import type { Messages } from '../messages.ts'
import { Layout } from './layout.tsx'

interface ErrorPageProps {
  readonly messages: Messages
  readonly title: string
  /** What was wrong, in the reader's language where we know; texts of errors otherwise. */
  readonly details: readonly string[]
}

export function ErrorPage({ messages, title, details }: ErrorPageProps) {
  return (
    <Layout messages={messages} title={title}>
      <section class="failure">
        <h1>{title}</h1>
        {details.map((detail) => (
          <p>
            <bdi>{detail}</bdi>
          </p>
        ))}
        <p>
          <a href="/">{messages.backHome}</a>
        </p>
      </section>
    </Layout>
  )
}
