/**
 * How Han characters are said: pinyin without tones, as it is typed. Loads pinyin-pro and its dictionaries (about 0.1 s),
 * so that whoever needs it imports this file when it comes to that.
 */

import { pinyin } from 'pinyin-pro'

const HAN = /\p{Script=Han}/u

/**
 * The syllables of a text with Han characters, a space between two; words in other scripts count as one each:
 * `soundOf('奇安信 CERT')` is `'qi an xin cert'`. Undefined: there is nothing to say.
 */
export function soundOf(text: string): string | undefined {
  if (!HAN.test(text)) return undefined
  const parts = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
  const words = parts.flatMap((part) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  return words.join(' ')
}
