/**
 * Jieba's dictionary, read from the package nodejieba, and cutting by it: the same words as nodejieba's, which keeps
 * its dictionary in 280 MB a thread and makes a string of each word on the way from C++. It is loaded at index time and
 * never to ask. Loading takes about 0.15 s and 17 MB a thread, and 0.01 s where the build has compiled it.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { crc32 } from 'node:zlib'
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

/** Throws SouwenError: `segmenter-missing` without jieba's dictionary, `bad-request` for a bad user dictionary. */
export function jiebaSegmenter(options: JiebaOptions = {}): Segmenter {
  const own = readUserDictionary(options.userDictionary)
  const jieba = readJieba()
  const compiled = readWords(new URL('./words.trie', import.meta.url), keyOf(jieba))
  const { trie, total, rarest } = compiled ?? wordsOf(jieba)
  for (const line of own) addLines(trie, line)
  const weightOf = (frequency: number) => Math.log(frequency / total)
  return {
    cut: probablePathCutter(trie, Float64Array.from(trie.frequencies, weightOf), weightOf(rarest)),
    parts: (text, start, end, visit) => visitParts(trie, text, start, end, visit),
  }
}

/** The words of jieba's dictionaries as the build keeps them beside this module, in `words.trie`. */
export function compiledWords(): Uint8Array {
  const jieba = readJieba()
  return encodeWords(wordsOf(jieba), keyOf(jieba))
}

/** Contents of dictionaries. */
interface Jieba {
  /** A word, its frequency and its tag on each line. */
  readonly words: Buffer
  readonly additions: Buffer
  /** Of the additions, for messages. */
  readonly path: string
}

function readJieba(): Jieba {
  try {
    // Loads none of its native code.
    const { DEFAULT_DICT, DEFAULT_USER_DICT } = createRequire(import.meta.url)('nodejieba')
    const [words, additions] = [readFileSync(DEFAULT_DICT), readFileSync(DEFAULT_USER_DICT)]
    return { words, additions, path: DEFAULT_USER_DICT }
  } catch (cause) {
    throw new SouwenError(
      'segmenter-missing',
      'the dictionary of the package nodejieba, by which Chinese is cut into words, is not here; install it with "npm install"',
      { cause },
    )
  }
}

/** CRC-32 of all dictionaries: of others the words are others. */
function keyOf({ words, additions }: Jieba): number {
  return crc32(NORMALIZED_WORDS, crc32(additions, crc32(words)))
}

function wordsOf({ words, additions, path }: Jieba): Words {
  const trie = new WordTrie()
  const total = addLines(trie, words.toString())
  const rarest = trie.frequencies.slice(1).reduce((a, b) => Math.min(a, b))
  const added = userDictionaryLines(additions.toString(), path)
  for (const line of [...added, ...NORMALIZED_WORDS.split('|')]) addLines(trie, line)
  return { trie, total, rarest }
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
