/**
 * How Han characters are said, as pinyin-pro says it, from a table of one megabyte: to load the package takes 25 MB, 16 of which stay
 * with a server for as long as it runs. The build keeps the table beside this module, see print-readings.ts.
 */

/** Single characters are looked up by unit, syllables by number; 0: nobody can say it. */
export interface Readings {
  readonly syllables: readonly string[]
  readonly units: Uint16Array
  /** Those of two units. */
  readonly others: ReadonlyMap<string, string>
  /** What words are said like, a space between two syllables. */
  readonly words: ReadonlyMap<string, string>
  /** Those that give way to any other word. */
  readonly rare: ReadonlySet<string>
}

/** The most characters a word has. */
const LONGEST_WORD = 5

/** How likely a word is, and a character that is in none; pinyin-pro's figures. */
const PROBABILITY = { word: 2e-8, rare: 1e-12, none: 1e-13 } as const

/**
 * Three parts with an empty line between: on a line a syllable and the characters that are said so; a word and its syllables; words that
 * are rare, and theirs.
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
 * Pinyin without tones, one a character, ü as v; characters that nobody can say stay as they are.
 * @param han of so few characters that their probabilities multiply to no zero: twenty
 */
export function syllablesIn(readings: Readings, han: string): readonly string[] {
  const characters = [...han]
  const lengths = likeliestWords(readings, characters)
  const said: string[] = []
  for (let at = 0; at < characters.length; ) {
    const length = lengths[at] ?? 0
    const word = characters.slice(at, at + length).join('')
    const syllables = readings.words.get(word)?.split(' ') ?? []
    if (length === 0) said.push(saidAlone(readings, characters[at] ?? '', characters[at - 1]))
    else for (let i = 0; i < length; i++) said.push(syllables[i] ?? '')
    at += Math.max(1, length)
  }
  return said
}

/** By the place where it would begin, how many characters the word has that the likeliest way to part the text has there; 0: none. */
function likeliestWords(
  { words, rare }: Readings,
  characters: readonly string[],
): readonly number[] {
  const lengths: number[] = []
  const best: number[] = []
  best[characters.length] = 1
  for (let start = characters.length - 1; start >= 0; start--) {
    let [likeliest, chosen] = [0, 0]
    // Of equally likely ones the shortest.
    for (let length = Math.min(LONGEST_WORD, characters.length - start); length > 1; length--) {
      const word = characters.slice(start, start + length).join('')
      if (!words.has(word)) continue
      const probability =
        (rare.has(word) ? PROBABILITY.rare : PROBABILITY.word) * (best[start + length] ?? 0)
      if (probability >= likeliest) [likeliest, chosen] = [probability, length]
    }
    const alone = PROBABILITY.none * (best[start + 1] ?? 0)
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
