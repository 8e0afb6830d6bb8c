/** Makes the table of readings.ts from pinyin-pro's own dictionaries, for the build and for a run without one. */

// @ts-expect-error: the package has types for its functions only.
import DICTIONARY from 'pinyin-pro/dist/esm/data/dict1.mjs'
// @ts-expect-error: the same holds here.
import { PatternsNormal } from 'pinyin-pro/dist/esm/data/patterns.mjs'

interface Characters {
  /** Maps a unit to the readings of the character, likeliest first. */
  readonly NumberDICT: readonly (string | undefined)[]
  readonly StringDICT: ReadonlyMap<string, string>
}

interface Word {
  readonly zh: string
  readonly pinyin: string
  readonly probability: number
}

/** Surnames have more; they are read so where names are expected only. */
const MOST_PROBABLE = 1e-7
const RARE = 1e-11

export function printReadings(): string {
  const words: readonly Word[] = PatternsNormal
  const common = words.filter(
    ({ probability }) => probability > RARE && probability < MOST_PROBABLE,
  )
  const known = new Set(common.map(({ zh }) => zh))
  const rare = words.filter(({ zh, probability }) => probability <= RARE && !known.has(zh))
  return [charactersBySyllable(DICTIONARY), common.map(lineOf), rare.map(lineOf)]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function charactersBySyllable({ NumberDICT, StringDICT }: Characters): readonly string[] {
  const groups = new Map<string, string[]>()
  const add = (character: string, readings: string) => {
    const syllable = withoutTones(readings.split(' ')[0] ?? '')
    const group = groups.get(syllable)
    if (group === undefined) groups.set(syllable, [character])
    else group.push(character)
  }
  for (const [unit, readings] of NumberDICT.entries())
    if (readings !== undefined) add(String.fromCharCode(unit), readings)
  for (const [character, readings] of StringDICT) add(character, readings)
  return Array.from(groups, ([syllable, characters]) => `${syllable} ${characters.join('')}`)
}

function lineOf({ zh, pinyin }: Word): string {
  return `${zh} ${withoutTones(pinyin)}`
}

function withoutTones(pinyin: string): string {
  const marks = /[\u0300\u0301\u0304\u030c]/g
  return pinyin.normalize('NFD').replace(marks, '').normalize('NFC').replaceAll('ü', 'v')
}
