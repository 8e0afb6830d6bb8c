/**
 * Tells in which encodings a page may have been misread. Nearly every page was read correctly, so one pass over its units
 * settles most of them, and only the few that may be misread are examined more closely.
 */

import { unitsOf } from '../markdown/units.ts'
import { type Codec, type Codecs, misreadCodecs } from './misread-codecs.ts'

/** Fewer characters found may be chance, and are too few to matter. */
export const FOUND_CHARACTERS = 4
/** Encodings that are tried out: neighbours differ in a few characters. */
const TRIED_CODECS = 6
/** This share of the units beyond ASCII must begin a character; in a misread Chinese text every third does. */
const BEGINNINGS_SHARE = 0.05

/** The encodings in which the text has the most whole characters of UTF-8. */
export function likelyCodecs(text: string): readonly Codec[] {
  const units = unitsOf(text)
  // Tables are costly to make, and a text that is nearly all ASCII needs none.
  if (!isMuchBeyondAscii(units)) return []
  const codecs = misreadCodecs()
  const { beginnings, beyond } = beginningsIn(units, codecs)
  const enough = Math.max(FOUND_CHARACTERS, beyond * BEGINNINGS_SHARE)
  return beginnings >= enough ? codecsWith(enough, units, codecs) : []
}

/** Is there enough for FOUND_CHARACTERS, each of two units at least? */
function isMuchBeyondAscii(units: Uint16Array): boolean {
  let beyond = 0
  for (let at = 0; at < units.length; at++) {
    if ((units[at] ?? 0) < 0x80) continue
    if (++beyond === FOUND_CHARACTERS * 2) return true
  }
  return false
}

/** Counts the places at which a character begins in any of the encodings; no single one has more of them. */
function beginningsIn(units: Uint16Array, { beginsIn }: Codecs) {
  let beginnings = 0
  let beyond = 0
  for (let at = 0; at < units.length; at++) {
    if ((units[at] ?? 0) < 0x80) continue
    beyond++
    if (beginsIn(units, at) !== 0) beginnings++
  }
  return { beginnings, beyond }
}

/** Those with enough characters, the most first. */
function codecsWith(enough: number, units: Uint16Array, codecs: Codecs): readonly Codec[] {
  const found = new Uint32Array(codecs.list.length)
  for (let at = 0; at < units.length; at++) {
    for (let bits = codecs.beginsIn(units, at); bits !== 0; bits &= bits - 1) {
      const index = 31 - Math.clz32(bits & -bits)
      found[index] = (found[index] ?? 0) + 1
    }
  }
  return codecs.list
    .map((codec, index) => ({ codec, found: found[index] ?? 0 }))
    .filter((each) => each.found >= enough)
    .sort((a, b) => b.found - a.found)
    .slice(0, TRIED_CODECS)
    .map((each) => each.codec)
}
