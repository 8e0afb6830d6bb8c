/** Reads the files that pages load, once at the start. */

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

export interface Asset {
  /** The path with the content's hash, so that browsers may keep the file for good. */
  readonly address: string
  readonly path: string
  readonly type: string
  readonly content: string
}

export const styleSheet = readAssetByName('style.css', 'text/css; charset=utf-8')
export const icon = readAssetByName('icon.svg', 'image/svg+xml')
/** The client script is absent in sources that were never built; pages work without it. */
export const script = readClientScript()
export const assets: readonly Asset[] = [styleSheet, icon, ...(script ? [script] : [])]

/** The folder of the assets stands beside this one, in the sources and in the build. */
function readAssetByName(name: string, type: string): Asset {
  return readAsset(name, type, new URL(`../assets/${name}`, import.meta.url))
}

/** The build makes the script, so it stands in dist alone. */
function readClientScript(): Asset | undefined {
  const places = ['../assets/client.js', '../../dist/server/assets/client.js']
  const file = places.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url))
  return file && readAsset('client.js', 'text/javascript; charset=utf-8', file)
}

function readAsset(name: string, type: string, file: URL): Asset {
  const content = readFileSync(file, 'utf8')
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { address: `/${name}?v=${hash}`, path: `/${name}`, type, content }
}
