/**
 * Cuts Chinese into the words that nodejieba gives. Its dictionary is used, and none of its native code, which holds 280 MB
 * a thread and makes a string of each word. The build compiles the dictionary into `words.trie` beside this module; where
 * there is none, as in a checkout, the dictionary is read from the package nodejieba. Only indexing loads any of it.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { SouwenError } from '../../errors.ts'
import type { Segmenter } from '../terms/segmenter.ts'
import { encodeWords, readWords, type Words } from './compiled-words.ts'
import { NORMALIZED_WORDS } from './normalized-words.ts'
import { probablePathCutter } from './probable-path.ts'
import { userDictionaryLines } from './user-dictionary.ts'
import { addLines } from './word-lines.ts'
import { visitParts } from './word-parts.ts'
import { WordTrie } from './word-trie.ts'

export interface JiebaOptions {
  /** Path of a dictionary in jieba's format; its words come on top of jieba's own. */
  readonly userDictionary?: string
}

/**
 * Throws SouwenError: `segmenter-missing` with neither compiled words nor the package, `bad-request` for a bad user dictionary.
 */
export function jiebaSegmenter(options: JiebaOptions = {}): Segmenter {
  const own = readUserDictionary(options.userDictionary)
  const compiled = readWords(new URL('./words.trie', import.meta.url))
  const { trie, total, rarest } = compiled ?? wordsOfPackage()
  for (const line of own) addLines(trie, line)
  const weightOf = (frequency: number) => Math.log(frequency / total)
  return {
    cut: probablePathCutter(trie, Float64Array.from(trie.frequencies, weightOf), weightOf(rarest)),
    parts: (text, start, end, visit) => visitParts(trie, text, start, end, visit),
  }
}

/** The bytes of `words.trie`. Throws SouwenError `segmenter-missing` without the package nodejieba. */
export function compiledWords(): Uint8Array {
  return encodeWords(wordsOfPackage())
}

function wordsOfPackage(): Words {
  const { words, additions, path } = readPackage()
  const trie = new WordTrie()
  const total = addLines(trie, words)
  const rarest = trie.frequencies.slice(1).reduce((a, b) => Math.min(a, b))
  const added = userDictionaryLines(additions, path)
  for (const line of [...added, ...NORMALIZED_WORDS.split('|')]) addLines(trie, line)
  return { trie, total, rarest }
}

interface Dictionaries {
  /** A word, its frequency and its tag on each line. */
  readonly words: string
  readonly additions: string
  /** Path of the additions, for messages. */
  readonly path: string
}

/** Reads the package's dictionaries. To ask it where they are loads none of its native code. */
function readPackage(): Dictionaries {
  try {
    const { DEFAULT_DICT, DEFAULT_USER_DICT } = createRequire(import.meta.url)('nodejieba')
    return {
      words: readFileSync(DEFAULT_DICT, 'utf8'),
      additions: readFileSync(DEFAULT_USER_DICT, 'utf8'),
      path: DEFAULT_USER_DICT,
    }
  } catch (cause) {
    throw new SouwenError(
      'segmenter-missing',
      'the dictionary of the package nodejieba, by which Chinese is cut into words, is not here; install it with "npm install"',
      { cause },
    )
  }
}

function readUserDictionary(path: string | undefined): readonly string[] {
  if (path === undefined) return []
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    throw new SouwenError('bad-request', `user dictionary ${path}: cannot be read`, { cause })
  }
  try {
    return userDictionaryLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes), path)
  } catch (cause) {
    if (cause instanceof SouwenError) throw cause
    throw new SouwenError('bad-request', `user dictionary ${path}: is not UTF-8`, { cause })
  }
}
