/** Reads from a request what its route needs. */

import type { Context } from 'hono'
import { chooseMessages } from '../messages/language.ts'
import type { Messages } from '../messages/messages.ts'

/** Every page gets these properties. */
export interface PageProps {
  readonly messages: Messages
  /** The path and query of the page itself, for links that come back to it. */
  readonly here: string
}

export function readPageProps(context: Context): PageProps {
  const { pathname, search } = new URL(context.req.url)
  return { messages: chooseMessages(context), here: pathname + search }
}

export function readParameters(context: Context): URLSearchParams {
  return new URL(context.req.url).searchParams
}
