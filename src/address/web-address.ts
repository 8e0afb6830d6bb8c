/** Addresses taken apart. Several ask for the parts of a head's address, one after the other: the last is remembered. */

let last: { readonly text: string; readonly url: URL | undefined } = { text: '', url: undefined }

/** Undefined: the text is no address. */
export function webAddress(text: string): URL | undefined {
  if (text !== last.text) last = { text, url: parsed(text) }
  return last.url
}

/** Nearly every one is an address: to ask first would take it apart twice. */
function parsed(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
