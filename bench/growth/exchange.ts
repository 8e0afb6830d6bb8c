/**
 * Chooses the word that a copy of the archive has instead of each word. Words in many files stay. Some of the others become new
 * words, so many that the vocabulary grows by Heaps' law; the rest change places with words about as frequent. So copies are no
 * near-duplicates, and posting lists are as long and as many as in an archive that grew.
 */

/** Vocabulary grows with the text to this power (Heaps); that of Chinese news and of English text was found to be 0.5 to 0.6. */
const HEAPS_EXPONENT = 0.55

/** Words in a larger share of the files stay: those of grammar, of menus, and of pages that say that a fetch failed. */
const COMMON = 0.02

/** Words in a row, by frequency, that change places with each other. */
const NEIGHBOURS = 64

/** Another word for a word in small letters; undefined: it stays. */
export type Exchange = ReadonlyMap<string, string>

export interface Vocabulary {
  /** By word, how many files hold it. */
  readonly counts: ReadonlyMap<string, number>
  readonly files: number
  /** Words of a dictionary: those that no file holds yet are the Chinese ones that come up. */
  readonly dictionary: readonly string[]
}

/** The exchanges of copies 1, 2 … `copies`; the same words give the same. */
export function exchanges(
  { counts, files, dictionary }: Vocabulary,
  copies: number,
): readonly Exchange[] {
  const rare = [...counts]
    .filter(([, count]) => count <= files * COMMON)
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([word]) => word)
  const classes = byClass(rare)
  const unused = byClass(shuffled(dictionary.filter(isNewIn(counts))))
  return Array.from({ length: copies }, (_, i) => {
    const exchange = new Map<string, string>()
    const share = (i + 2) ** HEAPS_EXPONENT - (i + 1) ** HEAPS_EXPONENT
    for (const [kind, words] of classes)
      exchangeClass(exchange, words, { copy: i + 1, share, unused: unused.get(kind) ?? [] })
    return exchange
  })
}

const isNewIn = (counts: ReadonlyMap<string, number>) => (word: string) => !counts.has(word)

function byClass(words: readonly string[]): ReadonlyMap<string, string[]> {
  const classes = new Map<string, string[]>()
  for (const word of words) {
    const known = classes.get(classOf(word))
    if (known === undefined) classes.set(classOf(word), [word])
    else known.push(word)
  }
  return classes
}

/** Words of one class can stand in each other's places. */
function classOf(word: string): string {
  if (/^[a-z]/.test(word)) return 'latin'
  return /^\d/.test(word) ? `digits ${word.length}` : `han ${word.length}`
}

interface ClassOptions {
  readonly copy: number
  /** How many of the words become new ones. */
  readonly share: number
  /** New words, taken from the end. */
  readonly unused: string[]
}

function exchangeClass(
  exchange: Map<string, string>,
  words: readonly string[],
  { copy, share, unused }: ClassOptions,
): void {
  for (const [i, word] of words.entries()) {
    const isNew = mixed(i * 64 + copy) / 2 ** 30 < share
    exchange.set(
      word,
      isNew ? (unused.pop() ?? newWord(word, i * 64 + copy)) : neighbour(words, i, copy),
    )
  }
}

/** Moves each word of a row on by as many places as the copy's number. */
function neighbour(words: readonly string[], i: number, copy: number): string {
  const first = i - (i % NEIGHBOURS)
  const row = Math.min(NEIGHBOURS, words.length - first)
  return words[first + ((i - first + copy) % row)] ?? ''
}

/** Letters or digits that stand for a number below 2^30, where no dictionary has a word left. */
export function newWord(like: string, number: number): string {
  let left = mixed(number)
  if (/^\d/.test(like)) return String(left).padStart(like.length, '7').slice(0, like.length)
  let word = ''
  for (; word.length < 10; left = Math.floor(left / 100))
    word += (CONSONANTS[left % 20] ?? '') + (VOWELS[Math.floor(left / 20) % 5] ?? '')
  return word
}

const CONSONANTS = 'bcdfghjklmnpqrstvwxz'
const VOWELS = 'aeiou'

/** Maps each number to another one below 2^30. */
function mixed(number: number): number {
  return Math.imul(number ^ (number >>> 7), 0x2545f491) & 0x3fffffff
}

function shuffled(words: readonly string[]): readonly string[] {
  return words
    .map((word, i) => ({ word, place: mixed(i) }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word)
}
