/** Makes the snippets of a result: the passages, one to three, that hold most of what was asked for, with their marks. */

import { elementAt } from '../../element-at.ts'
import type { MarkedText, Snippet } from '../answers/result.ts'
import { isSpaceUnit } from '../literal/characters.ts'
import { findOccurrences, type Needle, prepareText, type SearchableText } from '../literal/marks.ts'
import { joinRanges, type Range } from '../literal/ranges.ts'
import type { Heading } from './headings.ts'
import { type PassageSize, widenToPassage } from './passage.ts'
import { chooseWindows } from './snippet-windows.ts'

/** Characters of a passage where it is the only one, one of two, of three: a hit takes the same room each way. */
const SINGLE: PassageSize = { least: 120, most: 160 }
const SIZES: readonly PassageSize[] = [SINGLE, { least: 60, most: 79 }, { least: 38, most: 52 }]
const HEADING: PassageSize = { least: 30, most: 90 }
/** The hits may take this share of a passage, so that something is left to read around them. */
const CORE_SHARE = 0.75
/** Two passages with no more than so many spaces between them are one; SIZES leave room for these. */
const MAXIMUM_GAP = 2
/** Places of each needle count up to this number: an article that is full of it has shown by then what it is about. */
const MAXIMUM_OCCURRENCES = 2000
const WEIGHT_STEPS = 1000

/**
 * Makes snippets in the article's order. A text without a needle shows its beginning, an empty text nothing.
 * @param headings in the order of the text; a passage goes with the one above it
 */
export function makeSnippets(
  body: string,
  needles: readonly Needle[],
  headings: readonly Heading[] = [],
): readonly Snippet[] {
  const target = prepareText(body)
  const distinct = distinctNeedles(needles)
  let shown: Heading | undefined
  return choosePassages(target, distinct).map((passage) => {
    const heading = headings.findLast(({ start }) => start <= passage[0])
    const isNew = heading !== undefined && heading !== shown && heading.end <= passage[0]
    shown = heading
    const marked = markedText(target, passage, distinct)
    return isNew ? { ...marked, heading: markedHeading(target, heading, distinct) } : marked
  })
}

function distinctNeedles(needles: readonly Needle[]): readonly Needle[] {
  const byText = new Map<string, Needle>()
  for (const needle of needles) {
    const known = byText.get(needle.text)
    byText.set(needle.text, {
      ...needle,
      weight: Math.max(needle.weight, known?.weight ?? 0),
      wholeWord: needle.wholeWord && known?.wholeWord !== false,
    })
  }
  return [...byText.values()]
}

function choosePassages(target: SearchableText, needles: readonly Needle[]): readonly Range[] {
  const { text } = target
  if (text.length <= SINGLE.most) return trimSpaces(text)
  const cores = chooseWindows(
    needles.flatMap((needle, number) =>
      findOccurrences(target, needle, { limit: MAXIMUM_OCCURRENCES }).map((range) => ({
        range,
        needle: number,
      })),
    ),
    {
      weights: needles.map(({ weight }) => Math.max(1, Math.round(weight * WEIGHT_STEPS))),
      spans: SIZES.map(({ most }) => most * CORE_SHARE),
    },
  )
  if (cores.length === 0) return takeBeginning(text)
  return joinPassages(
    text,
    widenAll(
      text,
      joinRanges(cores, (end, start) => start < end),
    ),
  )
}

/** Each reaches at most from the passage before it to the core behind it. */
function widenAll(text: string, cores: readonly Range[]): readonly Range[] {
  const size = elementAt(SIZES, cores.length - 1)
  const passages: Range[] = []
  for (const [number, core] of cores.entries()) {
    const from = passages.at(-1)?.[1] ?? 0
    const to = cores[number + 1]?.[0] ?? text.length
    passages.push(widenToPassage(text, core, size, [from, to]))
  }
  return passages
}

function joinPassages(text: string, passages: readonly Range[]): readonly Range[] {
  return joinRanges(passages, (end, start) => isBlank(text, end, start))
}

function isBlank(text: string, start: number, end: number): boolean {
  return end - start <= MAXIMUM_GAP && text.slice(start, end).trim() === ''
}

/** Takes all of the text but the spaces around it; nothing where there is nothing else. */
function trimSpaces(text: string): readonly Range[] {
  if (text.trim() === '') return []
  let [start, end] = [0, text.length]
  while (isSpaceUnit(text.charCodeAt(start))) start++
  while (isSpaceUnit(text.charCodeAt(end - 1))) end--
  return [[start, end]]
}

function takeBeginning(text: string): readonly Range[] {
  return trimSpaces(text).map(([start, end]) =>
    widenToPassage(text, [start, start], SINGLE, [start, end]),
  )
}

function markedHeading(
  target: SearchableText,
  { start, end }: Heading,
  needles: readonly Needle[],
): MarkedText {
  return markedText(
    target,
    widenToPassage(target.text, [start, start], HEADING, [start, end]),
    needles,
  )
}

function markedText(
  target: SearchableText,
  passage: Range,
  needles: readonly Needle[],
): MarkedText {
  const [start, end] = passage
  const found = needles
    .flatMap((needle) => findOccurrences(target, needle, { within: passage }))
    // Half a word is no hit; but where a phrase is longer than the passage, all that is shown of it is marked.
    .filter(([from, to]) => to <= end || from === start)
    .map(([from, to]): Range => [from, Math.min(to, end)])
  return {
    text: target.text.slice(start, end),
    marks: joinRanges(found).map(([from, to]) => [from - start, to - start] as const),
  }
}
