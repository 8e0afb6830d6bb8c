/**
 * How often a term stands in the fields of an article is packed into one number: the low 20 bits count the body, the 12 bits
 * above them the title. More than fits is counted as the most that fits; no text that people read comes near.
 */

export const BODY_STEP = 1
export const TITLE_STEP = 1 << 20

export const MOST_IN_BODY = TITLE_STEP - 1
export const MOST_IN_TITLE = 0xfff

export function packFrequencies(inBody: number, inTitle: number): number {
  return (Math.min(inTitle, MOST_IN_TITLE) << 20) | Math.min(inBody, MOST_IN_BODY)
}

export function bodyFrequencyOf(packed: number): number {
  return packed & MOST_IN_BODY
}

export function titleFrequencyOf(packed: number): number {
  return packed >>> 20
}

/** The sums of two packed numbers, field by field. */
export function addFrequencies(a: number, b: number): number {
  return packFrequencies(
    bodyFrequencyOf(a) + bodyFrequencyOf(b),
    titleFrequencyOf(a) + titleFrequencyOf(b),
  )
}

/** Most postings say this. */
export const ONCE_IN_BODY = packFrequencies(1, 0)
