/** Tells a reader what went wrong and what to do. */

import type { PageProps } from '../http/requests.ts'
import type { SearchState } from '../parameters/parameters.ts'
import { SearchForm } from '../parts/search-form.tsx'
import { Layout } from './layout.tsx'

/** A search with a wrong parameter, to be put right in the form. */
export interface WrongSearch {
  /** The search as it was typed. */
  readonly state: SearchState
  /** The name of the parameter that was wrong. */
  readonly parameter: string
}

interface ProblemPageProps extends PageProps {
  readonly title: string
  /** The paragraphs that say what was wrong and what to do, in the reader's language. */
  readonly details: readonly string[]
  /** The English text of an error, for the person who runs the server. */
  readonly cause?: string | undefined
  /** Whether to offer the same request again. */
  readonly again?: boolean
  readonly wrongSearch?: WrongSearch | undefined
}

export function ProblemPage(props: ProblemPageProps) {
  const { messages, here, title, details, cause, again, wrongSearch } = props
  return (
    <Layout
      messages={messages}
      here={here}
      title={title}
      header={
        wrongSearch && (
          <SearchForm messages={messages} state={wrongSearch.state} wrong={wrongSearch.parameter} />
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
        {cause && (
          <p class="help" lang="en">
            <bdi>{cause}</bdi>
          </p>
        )}
        <p class="ways">
          {again && <a href={here}>{messages.tryAgain}</a>}
          <a href="/">{messages.backHome}</a>
        </p>
      </section>
    </Layout>
  )
}
