/** Something went wrong, said to a reader: what, and what to do. */

import type { SearchState } from '../parameters.ts'
import type { PageProps } from '../requests.ts'
import { Layout } from './layout.tsx'
import { SearchForm } from './search-form.tsx'

/** A search that cannot be done, to be put right in the form. */
export interface RefusedSearch {
  /** As typed. */
  readonly state: SearchState
  /** Name of the parameter that was wrong. */
  readonly parameter: string
}

interface ErrorPageProps extends PageProps {
  readonly title: string
  /** What was wrong, in the reader's language where we know; texts of errors otherwise. */
  readonly details: readonly string[]
  readonly refused?: RefusedSearch | undefined
}

export function ErrorPage({ messages, here, title, details, refused }: ErrorPageProps) {
  return (
    <Layout
      messages={messages}
      here={here}
      title={title}
      header={
        refused && (
          <SearchForm messages={messages} state={refused.state} wrong={refused.parameter} />
        )
      }
    >
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
