/** Finds where readers' comments begin: they are running text as the article is, and often longer. */

import type { PageLine } from '../markdown/page-lines.ts'
import { saysWhen } from '../signs/bylines.ts'
import type { Judgement } from './judgement.ts'

const HEADING_UNITS = 120
const HEADING =
  /^[\p{P}\p{S}\s]*(?:(?:\d+|one|no) ?(?:comments?|responses?|repl(?:y|ies)|thoughts?|commenti|commento|kommentare?|commentaires?|comentarios?|reactions?)(?: ?(?:on|to|about|su|zu|sur|en|a)\b.*)?|(?:reader )?comments?(?: ?\(\d+\))?|discussion|(?:\d+ ?[条則则个])?(?:精选|全部|最新|热门|网友)?(?:评论|留言|回复|評論|回覆)(?:区|列表)?(?: ?[(（]?\d+[)）]?)?|(?:pingbacks?|trackbacks?)(?: ?\(\d+\))?)[\p{P}\p{S}\s]*$/iu

const SPEAKER_UNITS = 60
/** 「甲说道：」, "Jane says:"; a theme may lose the blank before it. */
const SPEAKER =
  /(?:says|said|writes|wrote|commented|ha detto|scrive|dice|a dit|schrieb|说道?|說道?|评论道?)\s*[:：]?$/u
const ANSWER =
  /^[\p{P}\p{S}\s]*(?:(?:log ?in to )?reply|回复|回覆|rispondi|antworten|répondre|responder|permalink|引用|report(?: comment)?|(?:pingback|trackback)[:：].*)[\p{P}\p{S}\s\d]*$/iu

/** A line that stands at a comment: who wrote it, or a button to answer it. */
function isOfComment({ text, kind }: PageLine): boolean {
  if (kind === 'code' || kind === 'table') return false
  return ANSWER.test(text) || (text.length <= SPEAKER_UNITS && SPEAKER.test(text))
}

function isHeading({ text, kind }: PageLine): boolean {
  return kind !== 'code' && kind !== 'table' && text.length <= HEADING_UNITS && HEADING.test(text)
}

/** The first comment says within so many lines under the heading who wrote it or when. */
const FIRST_WITHIN = 8
/** One comment may be a date of the article; from two on they are comments. */
const COMMENTS = 2
/** A comment seldom has more lines of text. */
const TEXT_LINES_A_COMMENT = 12
/** A comment says within so many lines after its speaker when it was written. */
const WHEN_WITHIN = 2

/** Place of the first line of the comments; -1: there are none, or they are no text. */
export function commentsPlace({ lines, prose }: Judgement): number {
  const first = prose.findIndex((units) => units > 0)
  if (first < 0) return -1
  let marks: readonly boolean[] | undefined
  for (let i = first + 1; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) continue
    if (isHeading(line)) {
      marks ??= lines.map((each) => isOfComment(each) || saysWhen(each))
      if (areComments(i + 1, marks, prose)) return i
    }
    if (isSpeaker(line) && hasWhen(lines, i)) return i
  }
  return -1
}

function areComments(from: number, marks: readonly boolean[], prose: readonly number[]): boolean {
  if (!marks.slice(from, from + FIRST_WITHIN).includes(true)) return false
  const count = marks.slice(from).filter(Boolean).length
  const text = prose.slice(from).filter((units) => units > 0).length
  if (count < COMMENTS) return text <= TEXT_LINES_A_COMMENT && isLittle(from, prose)
  return text <= count * TEXT_LINES_A_COMMENT
}

/** Says whether there is more text above the place than under it. */
function isLittle(from: number, prose: readonly number[]): boolean {
  const sum = (units: readonly number[]) => units.reduce((total, one) => total + one, 0)
  return sum(prose.slice(from)) <= sum(prose.slice(0, from))
}

function isSpeaker({ text, kind }: PageLine): boolean {
  return kind !== 'code' && text.length <= SPEAKER_UNITS && SPEAKER.test(text)
}

function hasWhen(lines: readonly PageLine[], speaker: number): boolean {
  return lines.slice(speaker + 1, speaker + 1 + WHEN_WITHIN).some(saysWhen)
}
