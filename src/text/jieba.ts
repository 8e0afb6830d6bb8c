/**
 * The dictionary: nodejieba, native and for Node only, loaded at index time and never to ask. Loading takes about 0.8 s
 * and 280 MB a thread (1.3 s and 300 MB with nodejieba's own table for keywords, which nothing here uses).
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadOptions } from 'nodejieba'
import { SouwenError } from '../errors.ts'
import { NORMALIZED_WORDS } from './normalized-words.ts'
import type { Segmenter, WordPart } from './segmenter.ts'
import { userDictionaryLines } from './user-dictionary.ts'

export interface JiebaOptions {
  /** Path of a dictionary in jieba's format; its words come on top of jieba's own. */
  readonly userDictionary?: string
}

type Nodejieba = typeof import('nodejieba') & {
  readonly DEFAULT_USER_DICT: string
}

const NO_PARTS: readonly WordPart[] = []

/** nodejieba keeps one dictionary a thread; whose it is now. */
let loadedWords: string | undefined

/** Throws SouwenError: `segmenter-missing` without the native binary, `bad-request` for a bad user dictionary. */
export function jiebaSegmenter(options: JiebaOptions = {}): Segmenter {
  const jieba = requireNodejieba()
  const words = wordLines(jieba, options.userDictionary).join('\n')
  if (words !== loadedWords) load(jieba, words)
  loadedWords = words
  const known = new Map<string, readonly WordPart[]>()
  return {
    cut: (text) => {
      if (words !== loadedWords) throw new Error('this thread has since loaded another dictionary')
      return jieba.cut(text)
    },
    parts: (word) => {
      if (word.length < 3) return NO_PARTS
      const parts = known.get(word) ?? locateParts(word, jieba.cutForSearch(word))
      known.set(word, parts)
      return parts
    },
  }
}

function requireNodejieba(): Nodejieba {
  try {
    return createRequire(import.meta.url)('nodejieba')
  } catch (cause) {
    throw segmenterMissing(cause)
  }
}

function segmenterMissing(cause: unknown): SouwenError {
  return new SouwenError(
    'segmenter-missing',
    'the segmenter nodejieba has no native binary here; build it with "npm rebuild nodejieba" (needs python3, make and g++)',
    { cause },
  )
}

/** What goes beside jieba's main dictionary: its own additions, its words as normalised text has them, the owner's. */
function wordLines(jieba: Nodejieba, userDictionary: string | undefined): readonly string[] {
  const additions = readFileSync(jieba.DEFAULT_USER_DICT, 'utf8')
  return [
    ...userDictionaryLines(additions, jieba.DEFAULT_USER_DICT),
    ...NORMALIZED_WORDS.split('|'),
    ...(userDictionary === undefined ? [] : readUserDictionary(userDictionary)),
  ]
}

function readUserDictionary(path: string): readonly string[] {
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

/** nodejieba takes paths only, so the words and the smallest keyword table it accepts go through a temporary folder. */
function load(jieba: Nodejieba, words: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'souwen-'))
  try {
    const [userDict, idfDict, stopWordDict] = [
      join(folder, 'words'),
      join(folder, 'idf'),
      join(folder, 'stop'),
    ]
    writeFileSync(userDict, words)
    writeFileSync(idfDict, '的 1\n')
    writeFileSync(stopWordDict, '的\n')
    loadNative(jieba, { userDict, idfDict, stopWordDict })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The package finds out only here that its binary is missing. */
function loadNative(jieba: Nodejieba, files: LoadOptions): void {
  try {
    jieba.load(files)
  } catch (cause) {
    throw segmenterMissing(cause)
  }
}

/**
 * Where the words that search mode found stand in their word. They come by length, those of one length in order, the
 * word itself last, so each is at the next place where its characters stand.
 */
function locateParts(word: string, found: readonly string[]): readonly WordPart[] {
  if (found.at(-1) !== word || found.length === 1) return NO_PARTS
  const parts: WordPart[] = []
  let [length, from] = [0, 0]
  for (const part of found.slice(0, -1)) {
    const characters = [...part].length
    if (characters !== length) from = 0
    length = characters
    const start = word.indexOf(part, from)
    parts.push({ start, length: part.length })
    from = start + 1
  }
  return parts
}
