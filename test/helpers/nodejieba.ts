/**
 * Nodejieba as an oracle, loaded with the words that src/text/jieba/jieba.ts puts beside jieba's dictionary. Installing
 * compiles nothing, so its native half is built here when it is first needed.
 */

import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import nodejieba from 'nodejieba'
import { NORMALIZED_WORDS } from '../../src/text/jieba/normalized-words.ts'
import { userDictionaryLines } from '../../src/text/jieba/user-dictionary.ts'

/** Where the package keeps its dictionaries; its types leave that out. */
const PATHS = nodejieba as unknown as {
  readonly DEFAULT_DICT: string
  readonly DEFAULT_USER_DICT: string
}
export const { DEFAULT_DICT } = PATHS
const { DEFAULT_USER_DICT } = PATHS

/** Builds the native half unless it is there. Returns why it cannot be built, undefined when it can be used. */
export async function buildNodejieba(): Promise<string | undefined> {
  if (isBuilt()) return undefined
  const options = { cwd: join(import.meta.dirname, '../..'), env: withHeaders(process.env) }
  try {
    await promisify(execFile)('npm', ['rebuild', 'nodejieba', '--ignore-scripts=false'], options)
  } catch (error) {
    return String(error)
  }
  return isBuilt() ? undefined : 'npm rebuild left nothing that can be loaded'
}

/** The package remembers that its native half was missing, so the file itself is loaded. */
function isBuilt(): boolean {
  const binary = join(dirname(DEFAULT_DICT), '../../../build/Release/nodejieba.node')
  if (!existsSync(binary)) return false
  try {
    process.dlopen({ exports: {} } as NodeJS.Module, binary)
    return true
  } catch {
    return false
  }
}

/** Node's headers are taken from beside Node where they are installed there, and downloaded elsewhere. */
function withHeaders(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const installation = dirname(dirname(process.execPath))
  const hasHeaders = existsSync(join(installation, 'include/node/node_api.h'))
  return hasHeaders ? { npm_config_nodedir: installation, ...environment } : environment
}

/** Loads it for this thread. `own`: lines of an owner's dictionary, `word frequency tag`. */
export function loadNodejieba(own: readonly string[] = []): typeof nodejieba {
  const additions = userDictionaryLines(readFileSync(DEFAULT_USER_DICT, 'utf8'), DEFAULT_USER_DICT)
  const folder = mkdtempSync(join(tmpdir(), 'souwen-nodejieba-'))
  try {
    const userDict = join(folder, 'words')
    writeFileSync(userDict, [...additions, ...NORMALIZED_WORDS.split('|'), ...own].join('\n'))
    nodejieba.load({ userDict })
  } finally {
    rmSync(folder, { recursive: true })
  }
  return nodejieba
}
