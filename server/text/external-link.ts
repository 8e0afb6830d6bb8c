/** Decides which addresses of articles become links. Only http and https do; all others are shown as text. */

export interface ExternalLink {
  readonly href: string
  /** The host as the network sees it (`xn--…` for other scripts), so that look-alikes show. */
  readonly host: string
}

/** `externalLink('javascript:alert(1)')` is undefined. */
export function parseExternalLink(address: string): ExternalLink | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  return { href: url.href, host: url.host }
}
