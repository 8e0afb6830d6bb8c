/** Which article is at an address: what does not count in it, and what tells two articles apart. */

import { webAddress } from './web-address.ts'

/** Returns a key that is the same for all addresses of one article; undefined: the text is no address of the web. */
export function addressKey(text: string): string | undefined {
  const address = /^https?:/i.test(text) ? webAddress(text) : undefined
  return address && (weChatKey(text) ?? keyOf(address))
}

/**
 * Lists the keys that the article at an address may have, likeliest first: its page may have been fetched from the site for
 * telephones or from the other one, and without the place in it that the fragment names.
 */
export function possibleKeys(text: string): readonly string[] {
  const address = webAddress(text)
  if (address === undefined) return []
  const weChat = weChatKey(text)
  if (weChat !== undefined) return [weChat]
  const { host, pathname, search, hash } = address
  const keys = likelyHosts(host).flatMap((likely) =>
    [hash, ''].map((place) => keyOf({ host: likely, pathname, search, hash: place })),
  )
  return [...new Set(keys)]
}

function likelyHosts(host: string): readonly string[] {
  const bare = host.replace(/^www\./, '')
  const other = bare.replace(/(^|\.)(?:m|mobile|wap|3g)\./, '$1')
  return [bare, ...(other === bare ? [`m.${bare}`] : [other])]
}

/** Writes an address without what does not count, for its words: example.com/新闻?id=3. */
export function plainAddress({ host, pathname, search }: URL): string {
  const path = pathname.split('/').filter((part) => part !== '')
  const parameters = listParameters(search).map(([name, value]) => `${name}=${value}`)
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`
  return readable([host.replace(/^www\./, ''), ...path].join('/') + query)
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const BIZ = /[?&#]__biz=([\w+/]+=*)/
const MID = /[?&#](?:mid|appmsgid)=(\d+)/
const IDX = /[?&#](?:idx|itemidx)=(\d+)/

/** WeChat gives one article many addresses; account, message and place in it are the same in all, encoded or not. */
function weChatKey(url: string): string | undefined {
  const parameters = parametersWith(BIZ, decoded(decoded(url)).replaceAll('&amp;', '&'))
  const [biz, mid, idx] = [BIZ, MID, IDX].map((pattern) => pattern.exec(parameters)?.[1])
  if (biz === undefined || mid === undefined || idx === undefined) return undefined
  return `wechat ${biz.replace(/=+$/, '')} ${mid} ${idx}`
}

/** Returns the publisher at an address: the account on WeChat, the host elsewhere, or the text itself if it is no address. */
export function publisherOf(url: string): string {
  const account = BIZ.exec(decoded(decoded(url)))?.[1]
  if (account !== undefined) return `wechat ${account.replace(/=+$/, '')}`
  return webAddress(url)?.host.replace(/^www\./, '') ?? url
}

/** The parameters among which one stands; an address around them may have its own `mid`. */
function parametersWith(pattern: RegExp, url: string): string {
  const place = url.search(pattern)
  return place < 0
    ? ''
    : url.slice(Math.max(url.lastIndexOf('?', place), url.lastIndexOf('#', place)))
}

/** ASCII only, which is all that WeChat's parameters are; a broken escape elsewhere does not matter. */
function decoded(url: string): string {
  return url.replace(/%([0-7][\da-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/**
 * Parameters that say how a reader came, never what is shown: campaigns, clicks, shares. `source`, `from` and `ref` do on
 * some sites what they say, so only such values of theirs count that no article has.
 */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|spm|scm|share_token|share_source|vd_source|hm(?:sr|pl|cu|kw|ci)|guccounter|guce_referrer(?:_sig)?)$/i
const CAME_FROM = /^(?:source|from|ref|referrer)$/i
const WAYS =
  /^(?:rss|feed|atom|twitter|weibo|facebook|timeline|singlemessage|groupmessage|newsletter|email)/i

/**
 * Fragments that name a place every page has, or how a reader came. Any other may be all that tells two articles apart: a
 * route, or one of a page's news. One too many is a copy more; one too few is an article that nobody finds.
 */
const NO_ARTICLE =
  /^#(?:|rd|wechat_(?:redirect|qrcode)|comments?(?:-\d+)?|respond|reply|disqus_thread|more(?:-\d+)?|new(?:_tab)?|top|content|main|rss|(?:utm_\w+|xtor|echobox|ref|from)=.*|.*:~:.*)$/i

type AddressParts = Pick<URL, 'host' | 'pathname' | 'search' | 'hash'>

/** Scheme, www., a scheme's own port and final slashes do not count. */
function keyOf({ host, pathname, search, hash }: AddressParts): string {
  const query = listParameters(search)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  const path = pathname.split('/').filter((part) => part !== '')
  const place = NO_ARTICLE.test(hash) ? '' : hash
  return [host.replace(/^www\./, ''), path.map(spelled).join('/'), query.join('&'), place].join(' ')
}

function listParameters(search: string): readonly Parameter[] {
  return search.slice(1).split('&').map(parameter).filter(isTelling)
}

type Parameter = readonly [name: string, value: string]

function parameter(text: string): Parameter {
  const [name = '', ...value] = text.replaceAll('+', '%20').split('=')
  return [spelled(name), spelled(value.join('='))]
}

function isTelling([name, value]: Parameter): boolean {
  return name !== '' && !TRACKING.test(name) && !(CAME_FROM.test(name) && WAYS.test(value))
}

/** One spelling for the same text: a%2Fb, 中 and %E4%B8%AD. Escapes that are not UTF-8 (old sites in GBK) stay. */
function spelled(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part))
  } catch {
    return part.replace(/%[\da-f]{2}/gi, (octet) => octet.toUpperCase())
  }
}
