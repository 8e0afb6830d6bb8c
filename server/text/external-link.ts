/** What of an article's address may become a link: only http and https, everything else is text. */

export interface ExternalLink {
  readonly href: string
  /** Host as the network sees it (`xn--…` for other scripts), so that look-alikes show. */
  readonly host: string
}

/** `externalLink('javascript:alert(1)')` is undefined. */
export function parseExternalLink(address: string): ExternalLink | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  return { href: url.href, host: url.host }
}
