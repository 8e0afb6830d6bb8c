/** Asks a reader for the token. */

import type { PageProps } from '../http/requests.ts'
import { Layout } from './layout.tsx'

interface EntranceProps extends PageProps {
  /** Whether a wrong token was typed. */
  readonly wrong: boolean
}

export function EntrancePage({ messages, here, wrong }: EntranceProps) {
  const { title, token, enter, wrongToken, tokenHelp } = messages.entrance
  return (
    <Layout messages={messages} here={wrong ? '/' : here} title={title}>
      <section class="failure">
        <h1>{title}</h1>
        <form action="/enter" method="post" class="entrance">
          {/* Password managers keep the token under this name, which is not sent. */}
          <input type="text" autocomplete="username" value={messages.name} readonly hidden />
          <label for="token">{token}</label>
          <div class="ask">
            <input
              id="token"
              name="token"
              type="password"
              maxlength={1000}
              autocomplete="current-password"
              aria-invalid={wrong ? 'true' : undefined}
              aria-describedby="token-help"
            />
            <button type="submit">{enter}</button>
          </div>
          <p id="token-help" class="help">
            {wrong ? wrongToken : tokenHelp}
          </p>
        </form>
      </section>
    </Layout>
  )
}
