/**
 * Dictionaries in jieba's format: `word`, `word tag`, `word frequency` or `word frequency tag` on a line. Their words are
 * normalised, since that is the text jieba cuts: 「乾隆」 in a dictionary is 「干隆」 in the text.
 */

import { SouwenError } from '../../errors.ts'
import { normalizeText } from '../normalize/normalize.ts'

/** The frequency of a common word (说 has 300,000, 检索 100), which nearly always beats the words it would else be cut into. */
const FREQUENCY_WITHOUT = 10_000
/** jieba reads frequencies as a C int. */
const MAXIMUM_FREQUENCY = 2 ** 31 - 1

const ONLY_HAN = /^\p{Script=Han}{2,}$/u

/**
 * Writes the owner's dictionary as lines for jieba. Single characters and words with anything but Han in them are left out:
 * jieba is given Han text only, the rules for identifiers cut the rest. `path` is for messages.
 */
export function userDictionaryLines(content: string, path: string): readonly string[] {
  const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    return dictionaryLine(line, `${path}:${index + 1}`)
  })
}

function dictionaryLine(line: string, place: string): readonly string[] {
  const [word = '', second, third, ...more] = line.trim().split(/\s+/)
  if (more.length > 0) throw malformed(place, `more than three columns: ${line.trim()}`)
  const counted = third !== undefined || /^\d/.test(second ?? '')
  const frequency = counted ? Number(second) : FREQUENCY_WITHOUT
  if (!Number.isInteger(frequency) || frequency < 1 || frequency > MAXIMUM_FREQUENCY) {
    throw malformed(
      place,
      `"${second}" is no frequency (a whole number from 1 to ${MAXIMUM_FREQUENCY})`,
    )
  }
  const normalized = normalizeText(word)
  const tag = third ?? (counted ? undefined : second) ?? 'x'
  return ONLY_HAN.test(normalized) ? [`${normalized} ${frequency} ${tag}`] : []
}

function malformed(place: string, reason: string): SouwenError {
  return new SouwenError(
    'bad-request',
    `user dictionary ${place}: ${reason}; a line is "word", "word frequency" or "word frequency tag"`,
  )
}
