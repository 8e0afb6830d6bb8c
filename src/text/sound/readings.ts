/**
 * Gives Han characters in pinyin as pinyin-pro does, from a table of one megabyte: the package itself takes 25 MB, 16 of which stay
 * with a server. The build writes the table beside this module (print-readings.ts).
 */

import { elementAt } from '../../element-at.ts'

/** Readings of single characters by unit, as numbers of syllables; 0 where there is none. */
export interface Readings {
  readonly syllables: readonly string[]
  readonly units: Uint16Array
  /** Readings of characters of two units. */
  readonly others: ReadonlyMap<string, string>
  /** Readings of words, a space between two syllables. */
  readonly words: ReadonlyMap<string, string>
  /** Words that give way to any other. */
  readonly rare: ReadonlySet<string>
}

/** The most characters a word has. */
const LONGEST_WORD = 5

/** The likelihood of a word, and of a character that is in none, as pinyin-pro has them. */
const PROBABILITY = { word: 2e-8, rare: 1e-12, none: 1e-13 } as const

/**
 * Reads the three parts of the table, which empty lines separate: a syllable and its characters on each line; a word and its
 * syllables; a rare word and its syllables.
 */
export function parseReadings(text: string): Readings {
  const [singles = [], words = [], rare = []] = text.split('\n\n').map(entriesOf)
  const syllables = ['']
  const units = new Uint16Array(0x10000)
  const others = new Map<string, string>()
  for (const [syllable, characters] of singles) {
    for (const character of characters) {
      if (character.length > 1) others.set(character, syllable)
      else units[character.charCodeAt(0)] = syllables.length
    }
    syllables.push(syllable)
  }
  return {
    syllables,
    units,
    others,
    words: new Map([...rare, ...words]),
    rare: new Set(rare.map(([word]) => word)),
  }
}

function entriesOf(lines: string): (readonly [string, string])[] {
  return lines.split('\n').map((line) => {
    const space = line.indexOf(' ')
    return [line.slice(0, space), line.slice(space + 1)]
  })
}

/**
 * Returns pinyin without tones, a syllable a character, ü as v; characters without a reading stay as they are.
 * @param han at most twenty characters, so that their probabilities do not multiply to zero
 */
export function syllablesIn(readings: Readings, han: string): readonly string[] {
  const characters = [...han]
  const lengths = likeliestWords(readings, characters)
  const said: string[] = []
  for (let at = 0; at < characters.length; ) {
    const length = elementAt(lengths, at)
    const word = characters.slice(at, at + length).join('')
    const syllables = readings.words.get(word)?.split(' ') ?? []
    if (length === 0) said.push(saidAlone(readings, characters[at] ?? '', characters[at - 1]))
    else for (let i = 0; i < length; i++) said.push(syllables[i] ?? '')
    at += Math.max(1, length)
  }
  return said
}

/**
 * Splits the text in the likeliest way. Returns, for each place, how many characters the word that begins there has; 0 if none
 * begins there.
 */
function likeliestWords(
  { words, rare }: Readings,
  characters: readonly string[],
): readonly number[] {
  const lengths: number[] = []
  const best: number[] = []
  best[characters.length] = 1
  for (let start = characters.length - 1; start >= 0; start--) {
    let [likeliest, chosen] = [0, 0]
    // The shortest of equally likely words wins.
    for (let length = Math.min(LONGEST_WORD, characters.length - start); length > 1; length--) {
      const word = characters.slice(start, start + length).join('')
      if (!words.has(word)) continue
      const probability =
        (rare.has(word) ? PROBABILITY.rare : PROBABILITY.word) * elementAt(best, start + length)
      if (probability >= likeliest) [likeliest, chosen] = [probability, length]
    }
    const alone = PROBABILITY.none * elementAt(best, start + 1)
    lengths[start] = alone >= likeliest ? 0 : chosen
    best[start] = Math.max(alone, likeliest)
  }
  return lengths
}

function saidAlone(readings: Readings, character: string, before: string | undefined): string {
  const known = before === undefined ? undefined : readingOf(readings, before)
  if (character === '々') return known ?? 'tong'
  if (character === '了' && known === undefined) return 'liao'
  return readingOf(readings, character) ?? character
}

function readingOf({ syllables, units, others }: Readings, character: string): string | undefined {
  if (character.length > 1) return others.get(character)
  return syllables[units[character.charCodeAt(0)] ?? 0] || undefined
}
