/**
 * Takes the particles off Korean words: 서울에서 is 서울. They are written onto the word that they follow, and some of them tell
 * by their own form whether it ends with a consonant. Texts are normalised; offsets are UTF-16 units.
 */

/** These follow any word. */
const ANY =
  '의 에 에서 에게 에게서 께 께서 한테 한테서 하고 도 만 까지 부터 조차 마저 밖에 마다 처럼 같이 만큼 보다 에는 에서는 에도 에서도 에만 에서의 에게는 에게도 까지는 까지의 부터는 만의 만이 만을 들 들이 들은 들을 들의 들에 들에게 들도 들과 입니다 이다'
/** These follow a consonant. */
const AFTER_CONSONANT =
  '은 이 을 과 으로 으로서 으로써 으로부터 으로는 으로도 으로의 이랑 이나 이라는 이라고 이며 이고 과의 과는'
/** These follow a vowel. */
const AFTER_VOWEL = '는 가 를 와 랑 나 라는 라고 며 와의 와는'
/** These follow a vowel, or ㄹ. */
const AFTER_VOWEL_OR_L = '로 로서 로써 로부터 로는 로도 로의'

type Fits = (final: number) => boolean
const NO_FINAL = 0
/** The number of ㄹ among the final consonants of syllables: The Unicode Standard, 3.12. */
const FINAL_L = 8

const PARTICLES: ReadonlyMap<string, Fits> = new Map([
  ...entries(ANY, () => true),
  ...entries(AFTER_CONSONANT, (final) => final !== NO_FINAL),
  ...entries(AFTER_VOWEL, (final) => final === NO_FINAL),
  ...entries(AFTER_VOWEL_OR_L, (final) => final === NO_FINAL || final === FINAL_L),
])
/** In UTF-16 units. */
export const LONGEST_PARTICLE = Math.max(
  ...Array.from(PARTICLES.keys(), (particle) => particle.length),
)

function entries(particles: string, fits: Fits): readonly (readonly [string, Fits])[] {
  return particles.split(' ').map((particle) => [particle, fits] as const)
}

const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3
const FINALS = 28
/** A word of one syllable is more often the beginning of another one: 가을 is autumn, and no 가. */
const STEM_SYLLABLES = 2

/** Returns the word without its longest particle, or undefined where it seems to have none. */
export function koreanStem(word: string): string | undefined {
  const longest = Math.min(LONGEST_PARTICLE, word.length - STEM_SYLLABLES)
  for (let length = longest; length > 0; length--) {
    const fits = PARTICLES.get(word.slice(-length))
    if (fits === undefined) continue
    const syllable = word.charCodeAt(word.length - length - 1)
    if (isSyllable(syllable) && fits((syllable - FIRST_SYLLABLE) % FINALS))
      return word.slice(0, -length)
  }
  return undefined
}

function isSyllable(unit: number): boolean {
  return unit >= FIRST_SYLLABLE && unit <= LAST_SYLLABLE
}

/** Says whether a text is a particle. */
export function isKoreanParticle(text: string): boolean {
  return PARTICLES.has(text)
}

const ANY_SYLLABLE = /[\uac00-\ud7a3]/
const WORDS = /[\uac00-\ud7a3]{2,}/g

/** Visits the stem of each word with a particle, in order. */
export function visitKoreanStems(text: string, visit: (start: number, end: number) => void): void {
  if (!ANY_SYLLABLE.test(text)) return
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const stem = koreanStem(word)
    if (stem !== undefined) visit(index, index + stem.length)
  }
}
