/** Shows what is running here: the index, its size, and the program. */

import type { IndexStats } from '../../src/backend/backend.ts'
import type { PageProps } from '../http/requests.ts'
import { Layout } from './layout.tsx'

interface AboutProps extends PageProps {
  readonly stats: IndexStats
  /** The program's version. */
  readonly version: string
}

export function AboutPage({ messages, here, stats, version }: AboutProps) {
  const { title, figures } = messages.about
  const rows = figures({ ...stats, version, node: process.versions.node })
  return (
    <Layout messages={messages} here={here} title={title}>
      <section class="manual">
        <h1>{title}</h1>
        <p>{messages.tagline}</p>
        <dl class="figures">
          {rows.map(({ name, value }) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Layout>
  )
}
