/**
 * How often a term stands in the fields of one article, as one number: in the body in the low 20 bits, in the title in the 12
 * above them. More than fits is counted as the most that fits; nothing that is read comes near.
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

/** Both of the two together. */
export function addFrequencies(a: number, b: number): number {
  return packFrequencies(
    bodyFrequencyOf(a) + bodyFrequencyOf(b),
    titleFrequencyOf(a) + titleFrequencyOf(b),
  )
}

/** What most postings say. */
export const ONCE_IN_BODY = packFrequencies(1, 0)
