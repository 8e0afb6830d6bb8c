/** Recognises a query that is an address, pasted whole. */

import { plainAddress, possibleKeys } from '../address/article-key.ts'
import { webAddress } from '../address/web-address.ts'

export interface PastedAddress {
  /** The keys that the article at the address may have: see article-key.ts. */
  readonly keys: readonly string[]
  /** The address without its scheme and what does not count in it. */
  readonly plain: string
  /** The text can be nothing else; node.js/vue.js may be an address, and is not meant as one. */
  readonly isCertain: boolean
}

const SCHEME = /^https?:\/\//i
/** Matches a host with a path, as it is copied from where the scheme is left out. */
const BARE = /^(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?::\d+)?\/[^/]/u
const LONGEST = 2048

/** Undefined: the query is something else. Takes `<https://example.com/a>`, and leaves out a full stop at the end. */
export function pastedAddress(typed: string): PastedAddress | undefined {
  const text = typed.trim().replace(/^[<＜]|[>＞]$|[。，；、）]+$/gu, '')
  if (text.length > LONGEST || /\s/.test(text)) return undefined
  const hasScheme = SCHEME.test(text)
  if (!hasScheme && !BARE.test(text)) return undefined
  const address = hasScheme ? text : `https://${text}`
  const url = webAddress(address)
  if (url === undefined || !url.hostname.includes('.')) return undefined
  return {
    keys: possibleKeys(address),
    plain: plainAddress(url),
    isCertain: hasScheme || /^www\./i.test(text),
  }
}
