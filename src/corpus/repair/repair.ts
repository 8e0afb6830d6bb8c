/**
 * Pages that are UTF-8 read in another encoding: `æ\x96\x87ç« ` was 文章. Their titles are mostly sound, so nothing short
 * of looking at the lines finds them. A page is taken for one when nearly all of its characters beyond ASCII are
 * bytes of UTF-8 in one and the same encoding and make letters people write; then each line is turned back by itself.
 */

import { COMMON } from './common-characters.ts'
import { FOUND_CHARACTERS, likelyCodecs } from './likely-codecs.ts'
import type { Codec } from './misread-codecs.ts'
import { reread } from './reread.ts'
import { countForeignLetters, type Script, scriptOf } from './written-characters.ts'

export interface Repaired {
  readonly text: string
  /** The name is that of iconv-lite; a page that was misread twice has both names, the last misreading first. */
  readonly codec: string
}

/** Undefined: nothing is to be repaired, as on nearly every page. Linear in the text's length. */
export function repairLines(text: string): Repaired | undefined {
  const last = turnBack(text)
  if (last === undefined) return undefined
  const first = turnBack(last.text)
  const repaired = first ? { text: first.text, codec: `${last.codec}+${first.codec}` } : last
  return controls(repaired.text) > controls(text) ? undefined : repaired
}

/** Counts control characters. They occur between two misreadings, but a repaired text has no more of them than before. */
function controls(text: string): number {
  return text.match(/[\u0080-\u009f]/g)?.length ?? 0
}

function turnBack(text: string): Repaired | undefined {
  let best: { readonly codec: Codec; readonly lines: Lines } | undefined
  for (const codec of likelyCodecs(text)) {
    const lines = rereadLines(text, codec)
    if (isMisread(lines) && (best === undefined || worth(lines) > worth(best.lines)))
      best = { codec, lines }
  }
  if (best === undefined) return undefined
  return { text: best.lines.texts.join('\n'), codec: best.codec.name }
}

/** Encodings that differ in a few characters find as many, but of the wrong one come rare characters. */
function worth({ found, left, broken, common }: Lines): number {
  return found + common - left - broken
}

/** A page read again in one encoding, and what speaks for and against. */
interface Lines {
  readonly texts: readonly string[]
  /** Characters found whole in the lines that were changed. */
  readonly found: number
  /** Letters beyond ASCII that stay as they are. */
  readonly left: number
  /** Characters that lost a byte. */
  readonly broken: number
  /**
   * Counts the letters among the characters found by their script; `common` counts those that every Chinese text is full of.
   */
  readonly scripts: ReadonlyMap<Script, number>
  readonly common: number
}

const BEYOND_ASCII = /[^\x00-\x7f]/

function rereadLines(text: string, codec: Codec): Lines {
  const scripts = new Map<Script, number>()
  let [found, left, broken, common] = [0, 0, 0, 0]
  const texts = text.split('\n').map((line) => {
    if (!BEYOND_ASCII.test(line)) return line
    const again = reread(line, codec)
    if (again === undefined) {
      left += countForeignLetters(line)
      return line
    }
    found += again.whole
    left += again.left
    broken += again.broken
    for (const character of again.found) {
      if (COMMON.has(character)) common++
      const script = scriptOf(character)
      if (script !== undefined) scripts.set(script, (scripts.get(script) ?? 0) + 1)
    }
    return again.text
  })
  return { texts, found, left, broken, common, scripts }
}

/** A text with at least this many ideographs must have this share of common ones. */
const COUNTED_HAN = 10
const COMMON_SHARE = 0.1
/** This share of the letters found must belong to one script, or to it and Latin. */
const SCRIPT_SHARE = 0.9

function isMisread({ found, left, common, scripts }: Lines): boolean {
  if (found < FOUND_CHARACTERS || left > found) return false
  const han = scripts.get('Han') ?? 0
  if (han >= COUNTED_HAN && !scripts.has('kana') && common < han * COMMON_SHARE) return false
  const { Latin = 0, Han = 0, kana = 0, ...others } = Object.fromEntries(scripts)
  const letters = [...scripts.values()].reduce((sum, count) => sum + count, 0)
  return Latin + Math.max(Han + kana, ...Object.values(others)) >= letters * SCRIPT_SHARE
}
