/**
 * Gives Han characters in pinyin without tones, as it is typed. This file loads pinyin-pro and its dictionaries, so import it on
 * demand.
 */

import { pinyin } from 'pinyin-pro'

const HAN = /\p{Script=Han}/u

/**
 * Returns the syllables of a text with Han characters, a space between two; a word in another script counts as one:
 * `soundOf('奇安信 CERT')` is `'qi an xin cert'`. Returns undefined where there is nothing to say.
 */
export function soundOf(text: string): string | undefined {
  if (!HAN.test(text)) return undefined
  const parts = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
  const words = parts.flatMap((part) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  return words.join(' ')
}
