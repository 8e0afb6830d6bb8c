/** The files that pages need besides themselves, read once at start. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export interface Asset {
  /** With the content's hash, so that browsers may keep it for good. */
  readonly address: string
  readonly path: string
  readonly type: string
  readonly content: string
}

export const styleSheet = asset('style.css', 'text/css; charset=utf-8')
export const icon = asset('icon.svg', 'image/svg+xml')
export const assets: readonly Asset[] = [styleSheet, icon]

/** The folder lies beside this file both in the sources and, copied by the build, in dist. */
function asset(name: string, type: string): Asset {
  const content = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { address: `/${name}?v=${hash}`, path: `/${name}`, type, content }
}
