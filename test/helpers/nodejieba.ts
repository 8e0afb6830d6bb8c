/** Nodejieba as an oracle: loaded with the words that src/text/jieba/jieba.ts puts beside jieba's dictionary. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
