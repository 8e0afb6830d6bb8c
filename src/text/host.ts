/** Finds the host of an address, in the form in which it is stored and asked for. */

import { normalizeText } from './normalize/normalize.ts'
import { findWrittenForms, replaceByCanonical } from './terms/written-forms.ts'

/** Letters, digits, hyphens and full stops: the usual host, which needs no URL parser. */
const PLAIN = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i

/**
 * Returns the host in small letters, without port; 例子.cn becomes xn--fsqu00a.cn. Returns '' where there is none.
 * @param address with or without its scheme, or the host alone, also as `.example.com` and `*.example.com`
 */
export function hostOf(address: string): string {
  const written = normalizeText(address).trim()
  const bare = replaceByCanonical(written, findWrittenForms(written))
    .replace(SCHEME, '')
    .replace(/^\*?\.+/, '')
  const [host = ''] = bare.split(/[/?#:]/, 1)
  if (PLAIN.test(host) && !bare.includes('@')) return host
  const parsed = parsedHost(bare)
  return PLAIN.test(parsed) ? parsed : ''
}

function parsedHost(bare: string): string {
  try {
    return new URL(`http://${bare}`).hostname.replace(/\.$/, '')
  } catch {
    return ''
  }
}

/** Says whether a host is the other or one below it: www.example.com is within example.com. */
export function isWithin(host: string, wanted: string): boolean {
  return host === wanted || host.endsWith(`.${wanted}`)
}
