/** The program's version, from its package.json: two folders above the source of the server, three above the built one. */

import { existsSync, readFileSync } from 'node:fs'

export const version = readVersion()

function readVersion(): string {
  const files = ['../../package.json', '../../../package.json'].map(
    (path) => new URL(path, import.meta.url),
  )
  const file = files.find((one) => existsSync(one))
  if (file === undefined) return ''
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version?: string }
  return version ?? ''
}
