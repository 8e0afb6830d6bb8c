/** Lists every source of the archive with its articles, its failed fetches and its last two years. */

import type { IndexStats, SourceCount } from '../../src/backend/backend.ts'
import type { PageProps } from '../http/requests.ts'
import type { Messages } from '../messages/messages.ts'
import { linkToSearch } from '../parameters/addresses.ts'
import { shorten } from '../text/neutralize.ts'
import { Layout } from './layout.tsx'

interface SourcesProps extends PageProps {
  readonly stats: IndexStats
}

export function SourcesPage({ messages, here, stats }: SourcesProps) {
  const { title, name, articles, failed, last, trend } = messages.sources
  return (
    <Layout messages={messages} here={here} title={title}>
      <section class="manual">
        <h1>{title}</h1>
        <p class="help">{messages.archive(stats.articles, stats.sources.length)}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: no field set */}
        <div class="table" role="group" aria-label={title} tabindex={0}>
          <table class="sources">
            <thead>
              <tr>
                <th scope="col">{name}</th>
                <th scope="col" class="number">
                  {articles}
                </th>
                <th scope="col" class="number">
                  {failed}
                </th>
                <th scope="col">{last}</th>
                <th scope="col" class="lately">
                  {trend}
                </th>
              </tr>
            </thead>
            <tbody>
              {stats.sources.map((source) => (
                <Row messages={messages} source={source} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </Layout>
  )
}

function Row({ messages, source }: { readonly messages: Messages; readonly source: SourceCount }) {
  const { source: name, articles, failed, lastDate, recent } = source
  return (
    <tr>
      <td>
        {name === '' ? (
          messages.facets.noSource
        ) : (
          <a href={linkToSearch({ query: '', page: 1, sort: 'date', sourceIs: name })}>
            <bdi>{shorten(name, 60)}</bdi>
          </a>
        )}
      </td>
      <td class="number">{messages.count(articles)}</td>
      <td class="number">{messages.count(failed)}</td>
      <td>{lastDate}</td>
      <td class="lately">
        <TrendLine label={messages.sources.trendOf(recent)} counts={recent} />
      </td>
    </tr>
  )
}

const height = 20
const step = 4

function TrendLine({
  label,
  counts,
}: {
  readonly label: string
  readonly counts: readonly number[]
}) {
  const most = Math.max(1, ...counts)
  const points = counts.map(
    (count, i) => `${i * step},${height - 1 - (count / most) * (height - 2)}`,
  )
  const width = (counts.length - 1) * step
  return (
    <svg class="trend" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <polyline points={points.join(' ')} />
    </svg>
  )
}
