/** Links at the foot of every page to the other pages and to the same page in other languages. */

import { type Messages, tables } from '../messages/messages.ts'
import { linkToLanguage } from '../parameters/addresses.ts'

interface FooterProps {
  readonly messages: Messages
  /** The path and query of the page it stands on. */
  readonly here: string
}

export function PageFooter({ messages, here }: FooterProps) {
  return (
    <footer class="foot">
      <nav aria-label={messages.siteLinks}>
        <a href="/sources">{messages.sources.title}</a>
        <a href="/help">{messages.help.title}</a>
        <a href="/help#keys" data-opens="keys">
          {messages.help.keysTitle}
        </a>
        <a href="/about">{messages.about.title}</a>
        <a href="/api">{messages.api.title}</a>
      </nav>
      <nav aria-label={messages.languages}>
        {tables.map(({ language, languageName }) => (
          <a
            href={linkToLanguage(language, here)}
            lang={language}
            hreflang={language}
            aria-current={language === messages.language ? 'true' : undefined}
          >
            {languageName}
          </a>
        ))}
      </nav>
    </footer>
  )
}
