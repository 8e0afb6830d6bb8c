/** What a result shows of an article: the passage or the two that hold most of what was asked for, with what to mark. */

import { isSpaceUnit } from './characters.ts'
import {
  joinRanges,
  type Needle,
  occurrencesOf,
  type Range,
  type Searchable,
  searchable,
} from './marks.ts'
import { type PassageSize, passageAround } from './passage.ts'
import type { Snippet } from './result.ts'
import { chooseWindows } from './windows.ts'

/** Characters of one passage, and of each of two, so that a hit takes the same room either way. */
const SINGLE: PassageSize = { least: 120, most: 160 }
const DOUBLE: PassageSize = { least: 60, most: 79 }
/** Share of a passage that the hits may take, so that something is left to read around them. */
const CORE_SHARE = 0.75
/** Two passages with no more than so many spaces between them are one; DOUBLE leaves room for these. */
const MAXIMUM_GAP = 2
/** Places looked at of each needle; a long article that is full of it has shown by then what it is about. */
const MAXIMUM_OCCURRENCES = 2000
const WEIGHT_STEPS = 1000

/** In the article's order; without a needle in it its beginning; none for an article without text. */
export function makeSnippets(body: string, needles: readonly Needle[]): readonly Snippet[] {
  const target = searchable(body)
  const distinct = distinctNeedles(needles)
  return choosePassages(target, distinct).map((passage) => snippetOf(target, passage, distinct))
}

function distinctNeedles(needles: readonly Needle[]): readonly Needle[] {
  const byText = new Map<string, Needle>()
  for (const needle of needles) {
    const known = byText.get(needle.text)
    byText.set(needle.text, {
      ...needle,
      weight: Math.max(needle.weight, known?.weight ?? 0),
      whole: needle.whole && known?.whole !== false,
    })
  }
  return [...byText.values()]
}

function choosePassages(target: Searchable, needles: readonly Needle[]): readonly Range[] {
  const { text } = target
  if (text.length <= SINGLE.most) return trimmed(text)
  const cores = chooseWindows(
    needles.flatMap((needle, number) =>
      occurrencesOf(target, needle, { limit: MAXIMUM_OCCURRENCES }).map((range) => ({
        range,
        needle: number,
      })),
    ),
    {
      weights: needles.map(({ weight }) => Math.max(1, Math.round(weight * WEIGHT_STEPS))),
      single: SINGLE.most * CORE_SHARE,
      double: DOUBLE.most * CORE_SHARE,
    },
  )
  const [first, second] = cores
  if (first === undefined) return beginning(text)
  if (second === undefined || second[0] < first[1]) {
    const core: Range = [first[0], Math.max(first[1], second?.[1] ?? 0)]
    return [passageAround(text, core, SINGLE, [0, text.length])]
  }
  const before = passageAround(text, first, DOUBLE, [0, second[0]])
  const after = passageAround(text, second, DOUBLE, [before[1], text.length])
  return isBlank(text, before[1], after[0]) ? [[before[0], after[1]]] : [before, after]
}

function isBlank(text: string, start: number, end: number): boolean {
  return end - start <= MAXIMUM_GAP && text.slice(start, end).trim() === ''
}

/** All of the text but the spaces around it; nothing where there is nothing else. */
function trimmed(text: string): readonly Range[] {
  if (text.trim() === '') return []
  let [start, end] = [0, text.length]
  while (isSpaceUnit(text.charCodeAt(start))) start++
  while (isSpaceUnit(text.charCodeAt(end - 1))) end--
  return [[start, end]]
}

function beginning(text: string): readonly Range[] {
  return trimmed(text).map(([start, end]) =>
    passageAround(text, [start, start], SINGLE, [start, end]),
  )
}

function snippetOf(target: Searchable, passage: Range, needles: readonly Needle[]): Snippet {
  const [start, end] = passage
  const found = needles
    .flatMap((needle) => occurrencesOf(target, needle, { within: passage }))
    // Half a word is no hit; but of a phrase longer than a passage all that is shown is one.
    .filter(([from, to]) => to <= end || from === start)
  return {
    text: target.text.slice(start, end),
    marks: joinRanges(found).map(
      ([from, to]) => [from - start, Math.min(to, end) - start] as const,
    ),
  }
}
