/** Finds where a passage around a core may begin and end. All offsets are UTF-16 units, all distances columns. */

import { integerAt } from '../../element-at.ts'
import { columnsAt } from '../../text/columns.ts'
import { isSecondHalf, isSpaceUnit } from '../literal/characters.ts'
import { CUT, type Cut } from './sentence-breaks.ts'

/** Signs that part what stands before them from what follows, and end neither. */
const LONE_DASHES = '—–-•·|'

/** A place to begin or to end at. */
export interface PassageEdge {
  readonly at: number
  readonly cut: Cut
  /** Columns from the core. */
  readonly distance: number
}

export interface Edges {
  /** The edges of sentences, of clauses and of the core, the nearest first. */
  readonly good: readonly PassageEdge[]
  /** Returns the farthest place between words that is no more than so many columns from the core. */
  readonly word: (distance: number) => PassageEdge
}

/** Tells how well the text is cut before an offset. */
type CutBefore = (index: number) => Cut

export function findStarts(
  text: string,
  low: number,
  coreStart: number,
  cutBefore: CutBefore,
): Edges {
  const distances = new Uint32Array(coreStart - low + 1)
  const edgeAt = (at: number): PassageEdge => {
    return { at, cut: cutBefore(at), distance: integerAt(distances, coreStart - at) }
  }
  const good = [edgeAt(coreStart)]
  let distance = 0
  for (let at = coreStart - 1; at >= low; at--) {
    distance += columnsAt(text, at)
    distances[coreStart - at] = distance
    if (cutBefore(at) >= CUT.clause && !isSecondHalf(text, at)) good.push(edgeAt(at))
  }
  const word = (most: number) =>
    edgeAt(coreStart - farthestWord(distances, most, (step) => cutBefore(coreStart - step)))
  return { good, word }
}

/** An end is as far from the core as what follows it, so that the spaces between need no room of their own. */
export function findEnds(text: string, coreEnd: number, high: number, cutBefore: CutBefore): Edges {
  const distances = new Uint32Array(high - coreEnd + 1)
  const edgeAt = (next: number): PassageEdge => {
    const at = skipSpacesBack(text, next, coreEnd)
    return { at, cut: cutBefore(next), distance: integerAt(distances, at - coreEnd) }
  }
  const good = [edgeAt(coreEnd)]
  let distance = 0
  for (let at = coreEnd + 1; at <= high; at++) {
    distance += columnsAt(text, at - 1)
    distances[at - coreEnd] = distance
    if (cutBefore(at) >= CUT.clause && !isSecondHalf(text, at)) good.push(edgeAt(at))
  }
  const word = (most: number) =>
    edgeAt(coreEnd + farthestWord(distances, most, (step) => cutBefore(coreEnd + step)))
  return { good, word }
}

/** Leaves out spaces, and a lone dash or bullet between them. */
function skipSpacesBack(text: string, index: number, limit: number): number {
  let at = index
  while (at > limit && (isSpaceUnit(text.charCodeAt(at - 1)) || isLoneDash(text, at - 1))) at--
  return at
}

function isLoneDash(text: string, index: number): boolean {
  const isDash = LONE_DASHES.includes(text.charAt(index))
  return isDash && isSpaceUnit(text.charCodeAt(index - 1)) && !/\S/.test(text.charAt(index + 1))
}

/**
 * Returns how many units from the core the farthest place between words is: one beside a space or a wide character, else any, else
 * the core.
 * @param distances by units from the core
 */
function farthestWord(distances: Uint32Array, most: number, cutAt: CutBefore): number {
  let word = 0
  for (let step = distances.length - 1; step > 0; step--) {
    if (integerAt(distances, step) > most) continue
    const cut = cutAt(step)
    if (cut >= CUT.between) return step
    if (cut === CUT.word && word === 0) word = step
  }
  return cutAt(0) >= CUT.between ? 0 : word
}
