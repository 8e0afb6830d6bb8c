/** Writes copies of an archive in other words, each in a folder of its own: an archive that has grown. */

import { copyFileSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { jiebaSegmenter } from '../../src/text/jieba/jieba.ts'
import type { Segmenter } from '../../src/text/terms/segmenter.ts'
import { countWords, visitWords } from './census.ts'
import { type Exchange, exchanges, newWord } from './exchange.ts'

/**
 * Copy 0 of the files is as they are, the others say it in other words under other titles and addresses.
 * @param folder empty; folders named 0, 1 … will be in it
 */
export function writeCopies(
  archive: string,
  paths: readonly string[],
  copies: number,
  folder: string,
  signal: AbortSignal,
): void {
  for (const path of paths) linkFile(join(archive, path), join(folder, '0', path))
  if (copies === 1) return
  const segmenter = jiebaSegmenter()
  const counts = countWords(archive, paths, segmenter, signal)
  const vocabulary = { counts, files: paths.length, dictionary: dictionaryWords() }
  const all = exchanges(vocabulary, copies - 1)
  for (const path of paths) {
    signal.throwIfAborted()
    writeInOtherWords(archive, path, all, segmenter, folder)
  }
}

function linkFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    // Files of another disk cannot be linked.
    copyFileSync(from, to)
  }
}

/** The words of jieba's dictionary: a word, its frequency and its tag on each line. */
function dictionaryWords(): readonly string[] {
  const { DEFAULT_DICT } = createRequire(import.meta.url)('nodejieba')
  const lines = readFileSync(DEFAULT_DICT, 'utf8').split('\n')
  return lines
    .map((line) => line.slice(0, line.indexOf(' ')))
    .filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
}

function writeInOtherWords(
  archive: string,
  path: string,
  all: readonly Exchange[],
  segmenter: Segmenter,
  folder: string,
): void {
  const text = readFileSync(join(archive, path), 'utf8')
  const places: number[] = []
  visitWords(text, segmenter, (start, end) => places.push(start, end))
  for (const [i, exchange] of all.entries()) {
    const target = join(folder, String(i + 1), path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, withOtherHead(text, inOtherWords(text, places, exchange), i + 1))
  }
}

function inOtherWords(text: string, places: readonly number[], exchange: Exchange): string {
  const parts: string[] = []
  let done = 0
  for (let i = 0; i < places.length; i += 2) {
    const [start = 0, end = 0] = [places[i], places[i + 1]]
    const word = text.slice(start, end)
    const other = exchange.get(word.toLowerCase())
    if (other === undefined) continue
    parts.push(text.slice(done, start), inCaseOf(word, other))
    done = end
  }
  return parts.join('') + text.slice(done)
}

function inCaseOf(word: string, other: string): string {
  if (word === word.toLowerCase()) return other
  if (word === word.toUpperCase()) return other.toUpperCase()
  return other.charAt(0).toUpperCase() + other.slice(1)
}

const URL_LINE = /^url: .*$/m
const TITLE_LINE = /^title: (.*)$/m

/** Another address, and another title where the words of it are still the same; sites and publishers stay apart by copy. */
function withOtherHead(before: string, text: string, copy: number): string {
  const url = URL_LINE.exec(before)?.[0] ?? ''
  const moved = url
    .replace('://', `://c${copy}.`)
    .replace(/((?:mid|appmsgid)(?:=|%3D))(?=\d)/gi, `$1${copy}`)
  const renamed = text.replace(URL_LINE, () => moved)
  const title = TITLE_LINE.exec(before)?.[1]?.trim() ?? ''
  if (title === '' || TITLE_LINE.exec(renamed)?.[1]?.trim() !== title) return renamed
  const other = `${title} ${newWord('', hashOf(title) * 64 + copy)}`
  return renamed
    .split('\n')
    .map((line) => (isTitleLine(line, title) ? line.replace(title, () => other) : line))
    .join('\n')
}

function isTitleLine(line: string, title: string): boolean {
  const said = line.trim()
  return said === `title: ${title}` || said === `# ${title}`
}

/** Hashes a text to a number below 2^24. */
function hashOf(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) & 0xffffff
  return hash
}
