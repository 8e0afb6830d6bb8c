/** Shows how to write a query. Each line has an example that can be tried. */

import type { PageProps } from '../http/requests.ts'
import { ExampleList } from '../parts/example-list.tsx'
import { KeyList } from '../parts/key-list.tsx'
import type { Example } from '../text/examples.ts'
import { Layout } from './layout.tsx'

interface HelpProps extends PageProps {
  readonly examples: readonly Example[]
}

export function HelpPage({ messages, here, examples }: HelpProps) {
  const { title, keysTitle } = messages.help
  return (
    <Layout messages={messages} here={here} title={title}>
      <section class="manual how">
        <h1>{title}</h1>
        <ExampleList examples={examples} />
        <h2 id="keys">{keysTitle}</h2>
        <KeyList messages={messages} />
      </section>
    </Layout>
  )
}
