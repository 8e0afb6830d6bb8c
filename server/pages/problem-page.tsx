/** Something went wrong, said to a reader: what, and what to do. */

import type { PageProps } from '../http/requests.ts'
import type { SearchState } from '../parameters/parameters.ts'
import { SearchForm } from '../parts/search-form.tsx'
import { Layout } from './layout.tsx'

/** A search that cannot be done, to be put right in the form. */
export interface WrongSearch {
  /** As typed. */
  readonly state: SearchState
  /** Name of the parameter that was wrong. */
  readonly parameter: string
}

interface ProblemPageProps extends PageProps {
  readonly title: string
  /** What was wrong and what to do, in the reader's language. */
  readonly details: readonly string[]
  /** The text of an error, which is English: which file, for whoever runs the server. */
  readonly cause?: string | undefined
  /** May go well the next time. */
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
