/**
 * Draws the questions that many people ask a server, one after the other. Half of them do not come again soon; the other half
 * do, the second most popular half as often as the first and so on (Zipf's law).
 */

import type { Draw } from './statistics.ts'

/** Draws are made from this many values, finer than any share. */
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

/** Draws from 0 up to, not including, `count`: the density of place p is as 1 / (p + 1). */
function zipfPlace(count: number, draw: Draw): number {
  return Math.floor((count + 1) ** (draw(FINE) / FINE)) - 1
}
