/**
 * Gives the spellings that a Chinese text has on either side of the strait where single characters do not tell: 计划 is 计画 there, and
 * 看着 is 看著. Texts are normalised.
 */

import { SPELLING_PAIRS } from './spelling-pairs.ts'

interface Pair {
  readonly mainland: string
  readonly taiwan: string
}

let pairs: readonly Pair[] | undefined

/** Matches 著 where the mainland writes it as well: 著名, 显著. */
const MAINLAND_ZHU = /著(?=[名作称述者录])|(?<=[显名编专原论译昭卓土巨遗合新所])著/g
const KEPT = '\uFFFF'

/** Lists the other spellings of a text, two at most: all of it as the mainland writes it, and all as Taiwan does. */
export function otherSpellings(text: string): readonly string[] {
  const spellings = new Set([spellForMainland(text), spellForTaiwan(text)])
  spellings.delete(text)
  return [...spellings]
}

function spellForMainland(text: string): string {
  const spelt = text.includes('著') ? replaceZhu(text) : text
  return readPairs().reduce(
    (all, { mainland, taiwan }) => (all.includes(taiwan) ? all.replaceAll(taiwan, mainland) : all),
    spelt,
  )
}

function spellForTaiwan(text: string): string {
  return readPairs().reduce(
    (all, { mainland, taiwan }) =>
      all.includes(mainland) && !all.includes(taiwan) ? all.replaceAll(mainland, taiwan) : all,
    text.replaceAll('着', '著'),
  )
}

function replaceZhu(text: string): string {
  return text.replace(MAINLAND_ZHU, KEPT).replaceAll('著', '着').replaceAll(KEPT, '著')
}

function readPairs(): readonly Pair[] {
  pairs ??= SPELLING_PAIRS.split('|').map((pair) => {
    const [mainland = '', taiwan = ''] = pair.split(' ')
    return { mainland, taiwan }
  })
  return pairs
}
