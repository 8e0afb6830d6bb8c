/** Shows the API to people who write programs: each address with what it takes, from the OpenAPI document. */

import type { PageProps } from '../http/requests.ts'
import { Layout } from './layout.tsx'

export interface Operation {
  readonly path: string
  readonly summary: string
  readonly parameters: readonly { readonly name: string; readonly description: string }[]
}

interface ApiProps extends PageProps {
  readonly operations: readonly Operation[]
}

export function ApiPage({ messages, here, operations }: ApiProps) {
  const { title, intro, document } = messages.api
  return (
    <Layout messages={messages} here={here} title={title}>
      <section class="manual">
        <h1>{title}</h1>
        <p>
          {intro} <a href="/api/openapi.json">{document}</a>
        </p>
        {operations.map(({ path, summary, parameters }) => (
          <section lang="en">
            <h2>
              <code>GET {path}</code>
            </h2>
            <p>{summary}</p>
            {parameters.length > 0 && (
              <dl class="takes">
                {parameters.map(({ name, description }) => (
                  <div>
                    <dt>
                      <code>{name}</code>
                    </dt>
                    <dd>{description}</dd>
                  </div>
                ))}
              </dl>
            )}
          </section>
        ))}
      </section>
    </Layout>
  )
}
