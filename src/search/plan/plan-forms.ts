/** Widens a word, with less weight, to its other forms: its other number, without accents, joined or parted, inside of names. */

import { looseTerm } from '../../text/forms/loose-terms.ts'
import { otherForms } from '../../text/forms/other-forms.ts'
import { intersect } from '../lists/article-sets.ts'
import type { IndexView, SegmentView } from '../lists/index-view.ts'
import {
  dropArticles,
  EMPTY_LIST,
  keepArticles,
  listOf,
  mergeLists,
  type PostingList,
  readWordList,
} from '../lists/posting-lists.ts'
import { createScoredTerm } from '../lists/scored-term.ts'
import { findCharacters } from '../literal/literal.ts'
import type { Needle } from '../literal/marks.ts'
import type { TermPlan } from './plan.ts'
import { keepInTitle, type TermRequest } from './plan-term.ts'
import { joinPlanned, orOf, type Planned, planned } from './planned.ts'

/** Share of a word's weight for its other forms. */
const FORM_SHARE = 0.7

/** A form with its postings, one list for each segment. */
interface Form {
  readonly lists: readonly PostingList[]
  /** What is marked where the form is found. */
  readonly marked: Omit<Needle, 'weight'>
}

/** Plans the word or, in articles without it, its other forms. Where no article holds the word itself, they stand for it. */
export async function planForms(
  view: IndexView,
  word: Planned<TermPlan>,
  asked: TermRequest,
): Promise<Planned> {
  if (!asked.wanted) return word
  const { term } = word.plan
  const forms = await readForms(view, term.text)
  if (forms.length === 0) return word
  const lists = view.segments.map((_, segment) => {
    const all = mergeLists(forms.map((form) => listOf(form.lists, segment)))
    const list = dropArticles(all, listOf(term.lists, segment).articles)
    return asked.titleOnly ? keepInTitle(list) : list
  })
  const other = createScoredTerm(view, namesOf(forms), lists)
  const weight = Math.min(term.weight, other.weight) * FORM_SHARE
  const needles = forms.map(({ marked }) => ({ ...marked, weight }))
  const widened = planned<TermPlan>({ kind: 'term', term: { ...other, weight } }, { needles })
  if (term.documentFrequency > 0) return joinPlanned([word, widened], orOf)
  return { ...widened, words: asked.titleOnly ? [] : needles.slice(0, 1) }
}

/** Names the forms, for explanations. */
function namesOf(forms: readonly Form[]): string {
  return [...new Set(forms.map(({ marked }) => marked.text))].join('/')
}

/** Reads the forms that some article holds. */
async function readForms(view: IndexView, word: string): Promise<readonly Form[]> {
  const { terms, loose, spaced } = otherForms(word)
  const forms: readonly Promise<Form>[] = [
    ...terms.map(async (text) => ({
      lists: await readAll(view, (segment) => readWordList(segment, text)),
      marked: { text, wholeWord: true },
    })),
    ...loose.map(async (text) => ({
      lists: await readAll(view, (segment) => readWordList(segment, looseTerm(text))),
      marked: { text, wholeWord: true, isLoose: true },
    })),
    ...spaced.map(async (text) => ({
      lists: await readAll(view, (segment) => readSpaced(segment, text)),
      marked: { text, wholeWord: true },
    })),
  ]
  const read = await Promise.all(forms)
  return read.filter(({ lists }) => lists.some(({ articles }) => articles.length > 0))
}

function readAll(
  view: IndexView,
  read: (segment: SegmentView) => Promise<PostingList>,
): Promise<readonly PostingList[]> {
  return Promise.all(view.segments.map(read))
}

/** Reads the articles that hold all words and, by their seams, most likely side by side. */
async function readSpaced(segment: SegmentView, text: string): Promise<PostingList> {
  const words = await Promise.all(text.split(' ').map((word) => readWordList(segment, word)))
  const inAll = words.map(({ articles }) => articles).reduce(intersect)
  if (inAll.length === 0) return EMPTY_LIST
  return keepArticles(await findCharacters(segment, text), inAll)
}
