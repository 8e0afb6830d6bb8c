/**
 * What many people ask a server, one question after the other: half of the questions are asked by nobody shortly before or after, the
 * other half are such as come again, the second most popular half as often as the first and so on (Zipf's law).
 */

import type { Draw } from './statistics.ts'

/** Finer than any share that is drawn. */
const FINE = 1 << 30

/** @param questions different ones, the most popular first */
export function questionStream(questions: readonly string[], draw: Draw): () => string {
  let asked = 0
  return () => {
    const isPopular = draw(2) === 0
    const place = isPopular ? zipfPlace(questions.length, draw) : asked++ % questions.length
    return questions[place] ?? ''
  }
}

/** From 0 up to, not including, `count`: the density of place p is as 1 / (p + 1). */
function zipfPlace(count: number, draw: Draw): number {
  return Math.floor((count + 1) ** (draw(FINE) / FINE)) - 1
}
