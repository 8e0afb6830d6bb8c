/** What routes ask of a request besides its checked parameters. */

import type { Context } from 'hono'
import { chooseMessages } from '../messages/language.ts'
import type { Messages } from '../messages/messages.ts'

/** What every page is given. */
export interface PageProps {
  readonly messages: Messages
  /** Path and query of the page itself, for links that come back to it. */
  readonly here: string
}

export function readPageProps(context: Context): PageProps {
  const { pathname, search } = new URL(context.req.url)
  return { messages: chooseMessages(context), here: pathname + search }
}

export function readParameters(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams
}
