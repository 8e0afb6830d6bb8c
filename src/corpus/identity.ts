/**
 * When two files are one article: fetched again, found through another feed, shared with other parameters in the address.
 * Files are compared by what the page's own address says, never by title.
 */

import { createHash } from 'node:crypto'
import type { Head } from './page.ts'

/** 16 hex digits from an article's key: SHA-256, the first 64 bits. */
export function articleId(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}

/** What is the same for all files of one article. Without an address a file is an article by itself. */
export function articleKey({ url, path }: Pick<Head, 'url' | 'path'>): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return `file ${path}`
  return weChatKey(url) ?? addressKey(new URL(url))
}

const BIZ = /[?&#]__biz=([\w+/]+=*)/
const MID = /[?&#](?:mid|appmsgid)=(\d+)/
const IDX = /[?&#](?:idx|itemidx)=(\d+)/

/** WeChat gives one article many addresses; account, message and place in it are the same in all, encoded or not. */
function weChatKey(url: string): string | undefined {
  const plain = decoded(decoded(url)).replaceAll('&amp;', '&')
  const [biz, mid, idx] = [BIZ, MID, IDX].map((pattern) => pattern.exec(plain)?.[1])
  if (biz === undefined || mid === undefined || idx === undefined) return undefined
  return `wechat ${biz.replace(/=+$/, '')} ${mid} ${idx}`
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/**
 * Parameters that say how a reader came, never what is shown: campaigns, clicks, shares. `source`, `from` and `ref` do on
 * some sites what they say, so only such values of theirs count that no article has.
 */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|spm|scm|share_token|share_source|guccounter|guce_referrer(?:_sig)?)$/i
const CAME_FROM = /^(?:source|from|ref|referrer)$/i
const WAYS =
  /^(?:rss|feed|atom|twitter|weibo|facebook|timeline|singlemessage|groupmessage|newsletter|email)/i

function isTracking([name, value]: readonly [string, string]): boolean {
  return TRACKING.test(name) || (CAME_FROM.test(name) && WAYS.test(value))
}

/** Scheme, www., port, final slash and fragment do not count; a fragment that is a route of its own does. */
function addressKey(url: URL): string {
  const parameters = [...url.searchParams].filter((parameter) => !isTracking(parameter))
  const query = parameters.map(([name, value]) => `${name}=${value}`).sort()
  const path = url.pathname.replace(/\/+$/, '')
  const route = /^#(?:!|\/)/.test(url.hash) ? url.hash : ''
  return [url.hostname.replace(/^www\./, ''), path, query.join('&'), route].join(' ')
}
