/** Makes the snippets of a result: the passages, one or two, that hold most of what was asked for, with their marks. */

import { elementAt } from '../../element-at.ts'
import type { MarkedText, Snippet } from '../answers/result.ts'
import { findOccurrences, type Needle, prepareText, type SearchableText } from '../literal/marks.ts'
import { joinRanges, type Range } from '../literal/ranges.ts'
import { joinPassages, type Placed } from './joined-passages.ts'
import { findLead } from './lead.ts'
import { locateOccurrences } from './occurrences.ts'
import { widenToPassage } from './passage.ts'
import type { PassageSize } from './passage-edges.ts'
import { isProse } from './readable.ts'
import type { Section } from './sections.ts'
import { chooseWindows } from './snippet-windows.ts'
import type { Window } from './tight-window.ts'

/** Columns of a hit's passages: two to three lines on a page of 92. */
const SNIPPET_COLUMNS = 200

/** Share of a hit's columns that a passage aims at where it is the only one, and where it is one of two. */
const SHARES = [1, 0.65]
/** A passage is as short, and as long, as so much of what it aims at. */
const LEAST = 0.6
const MOST = 1.35
/** The hits may take this share of a passage, so that something is left to read around them. */
const CORE_SHARE = 0.75
/** Places of each needle count up to this number: an article that is full of it has shown by then what it is about. */
const MAXIMUM_OCCURRENCES = 200
const WEIGHT_STEPS = 1000

/**
 * Makes snippets in the article's order. A text without a needle shows its lead, one without a section nothing.
 * @param sections those of the body, see listSections
 * @param columns how many the passages of one text take together, about
 */
export function makeSnippets(
  body: string,
  needles: readonly Needle[],
  sections: readonly Section[],
  columns: number = SNIPPET_COLUMNS,
): readonly Snippet[] {
  const target = prepareText(body)
  const distinct = distinctNeedles(needles)
  let above: Range | undefined
  return choosePassages(target, distinct, sections, columns).map((passage) => {
    const { heading } = passage.section
    const isNew = heading !== undefined && heading !== above
    above = heading
    const snippet = createSnippet(target, passage, distinct)
    return isNew ? { ...snippet, heading: markedText(target, heading, heading, distinct) } : snippet
  })
}

function distinctNeedles(needles: readonly Needle[]): readonly Needle[] {
  const byText = new Map<string, Needle>()
  for (const needle of needles) {
    const known = byText.get(needle.text)
    byText.set(needle.text, {
      ...known,
      ...needle,
      weight: Math.max(needle.weight, known?.weight ?? 0),
      wholeWord: needle.wholeWord && known?.wholeWord !== false,
    })
  }
  return [...byText.values()]
}

function choosePassages(
  target: SearchableText,
  needles: readonly Needle[],
  sections: readonly Section[],
  columns: number,
): readonly Placed[] {
  const { text } = target
  const sizes = SHARES.map((share) => createSize(columns * share))
  const windows = findWindows(target, needles, sections, sizes)
  const lead = windows.length === 0 ? findLead(text, sections) : undefined
  const cores = lead === undefined ? windows : [lead]
  if (cores.length === 0) return []
  const size = elementAt(sizes, cores.length - 1)
  const passages = cores.map(({ range, section: number }): Placed => {
    const section = elementAt(sections, number)
    return { ...widenToPassage(text, range, size, section), section }
  })
  return joinPassages(text, passages)
}

function findWindows(
  target: SearchableText,
  needles: readonly Needle[],
  sections: readonly Section[],
  sizes: readonly PassageSize[],
): readonly Window[] {
  const { text } = target
  const found = needles.map((needle) =>
    findOccurrences(target, needle, { limit: MAXIMUM_OCCURRENCES }),
  )
  return chooseWindows(locateOccurrences(text, found, sections), {
    weights: needles.map(({ weight }) => Math.max(1, Math.round(weight * WEIGHT_STEPS))),
    spans: sizes.map(({ most }) => most * CORE_SHARE),
    readsWell: ({ range, section }) => isProse(text, range[0], elementAt(sections, section)),
  })
}

function createSize(aim: number): PassageSize {
  return { least: Math.round(aim * LEAST), aim: Math.round(aim), most: Math.round(aim * MOST) }
}

function createSnippet(
  target: SearchableText,
  { range, cutBefore, cutAfter, section }: Placed,
  needles: readonly Needle[],
): Snippet {
  return {
    ...markedText(target, range, section.range, needles),
    ...(cutBefore && { cutBefore }),
    ...(cutAfter && { cutAfter }),
    ...(section.isCode && { isCode: true }),
  }
}

/** @param whole the section or heading that the passage is a piece of */
function markedText(
  target: SearchableText,
  passage: Range,
  whole: Range,
  needles: readonly Needle[],
): MarkedText {
  const [start, end] = passage
  const found = needles
    .flatMap((needle) => findOccurrences(target, needle, { within: passage }))
    // Half a word is no hit; but where a phrase is longer than the passage, all that is shown of it is marked.
    .filter(([from, to]) => to <= end || from === start || end === whole[1])
    .map(([from, to]): Range => [from, Math.min(to, end)])
  return {
    text: target.text.slice(start, end),
    marks: joinRanges(found).map(([from, to]) => [from - start, to - start] as const),
  }
}
