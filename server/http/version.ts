/** Reads the program's version from package.json, which stands two folders above the sources and three above the build. */

import { existsSync, readFileSync } from 'node:fs'

export const version = readVersion()

function readVersion(): string {
  const files = ['../../package.json', '../../../package.json'].map(
    (path) => new URL(path, import.meta.url),
  )
  const file = files.find((one) => existsSync(one))
  if (file === undefined) throw new Error('package.json is missing; install souwen again')
  return JSON.parse(readFileSync(file, 'utf8')).version
}
