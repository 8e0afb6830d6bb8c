/** Makes a query ready for matching and scoring: all bytes that these need are read here, once, so that they run without waiting. */

import { elementAt } from '../../element-at.ts'
import type { AllOf, Condition, QueryNode } from '../../query/query.ts'
import type { TextNode } from '../../query/text-nodes.ts'
import { normalizeText } from '../../text/normalize/normalize.ts'
import { matchConditions } from '../filter/conditions.ts'
import type { IndexView } from '../lists/index-view.ts'
import { intersectEach, type SegmentSets, setsOfEach } from '../lists/segment-sets.ts'
import { settleTexts } from '../literal/quoted.ts'
import { findInRemovedLines } from '../literal/removed-lines.ts'
import type { QuotedKey } from '../literal/settle.ts'
import type { FilterPlan, Prepared, Readings } from './plan.ts'
import { limitPlan, listConditions, listTexts, type PlanLimits } from './plan-limits.ts'
import { planParts } from './plan-parts.ts'
import { planAdjacentWords } from './plan-phrase.ts'
import { planPrefix } from './plan-prefix.ts'
import { countSynonymNodes, joinedText, planSynonyms } from './plan-synonyms.ts'
import { planPhrase, type TermRequest } from './plan-term.ts'
import { listNeeded, listUnits } from './plan-terms.ts'
import { planWord } from './plan-words.ts'
import {
  andOf,
  joinPlanned,
  joinWords,
  optional,
  orOf,
  type Planned,
  planned,
  required,
} from './planned.ts'

/**
 * Reads what the query needs. Throws SouwenError('index-damaged') where that is damaged.
 * @param filters conditions beside the query
 * @param known what was read for the same conditions and quoted texts
 */
export async function prepare(
  view: IndexView,
  root: AllOf,
  filters: readonly Condition[] = [],
  known?: Readings,
): Promise<Prepared> {
  const limits = limitPlan(root)
  const readings = known ?? (await readTogether(view, root, filters, limits))
  const inLines = await readLines(view, limits)
  const input = {
    view,
    limits,
    ...readings,
    inLines,
    within: matchRequired(root, filters, readings),
  }
  const spans = await planSpans(input, root, true)
  const parts = spans.map(({ part }) => (root.strict ? required(part) : part))
  const asked = joinPlanned(parts, andOf)
  const filterPlans = filters.map((filter) => planCondition(input, filter))
  const plans = asked.plan.children
  const loose = plans.filter((_, i) => !root.strict && elementAt(spans, i).nodes.every(mayLack))
  const needed = listNeeded(plans)
  const words = [...new Map(asked.words.map((word) => [word.text, word])).values()]
  return {
    plan: andOf([...plans, ...filterPlans]),
    filters: filterPlans,
    readings,
    fixed: [...needed.filter((one) => !loose.includes(one)), ...filterPlans],
    units: spans.flatMap(({ nodes: [node] }, i) => {
      const plan = elementAt(plans, i)
      if (node?.kind !== 'word' || !loose.includes(plan) || !needed.includes(plan)) return []
      return listUnits(plan).map((unit) => ({ ...unit, typed: node.text }))
    }),
    needles: asked.needles,
    words,
    parts: await planParts(view, new Set(words.map(({ text }) => text))),
    phraseArticles: await planAdjacentWords(view, root, words),
    notices: [...limits.notices, ...asked.notices],
  }
}

/** Tells whether an article may lack the node: a word that stands side by side with others and names no field. */
function mayLack(node: QueryNode): boolean {
  return node.kind === 'word' && node.field === undefined
}

const NO_CONDITIONS: ReadonlySet<QueryNode['kind']> = new Set([
  'and',
  'or',
  'not',
  'word',
  'phrase',
  'prefix',
])

function isCondition(node: QueryNode): node is Condition {
  return !NO_CONDITIONS.has(node.kind)
}

interface PlanInput extends Readings {
  readonly view: IndexView
  readonly limits: PlanLimits
  /** The articles with each text in the lines that were taken off their pages. */
  readonly inLines: ReadonlyMap<TextNode, SegmentSets>
  /** The articles that meet the conditions which all have to meet; undefined: there are none of these. */
  readonly within: SegmentSets | undefined
}

/** Reads what takes a walk through all of something, once for all parts of the query that need it. */
async function readTogether(
  view: IndexView,
  root: QueryNode,
  filters: readonly Condition[],
  { dropped, plain }: PlanLimits,
): Promise<Readings> {
  const kept = listConditions(root).filter((condition) => !dropped.has(condition))
  const quoted = listTexts(root).filter((one) => one.kind === 'phrase' && !plain.has(one))
  return {
    settled: await settleTexts(view, quoted.map(quotedKey)),
    conditions: await matchConditions(view, [...kept, ...filters]),
  }
}

async function readLines(view: IndexView, { inPages }: PlanLimits): Promise<PlanInput['inLines']> {
  const texts = [...inPages]
  const wanted = texts.map(({ kind, text }) => ({
    text: normalizeText(text),
    standing: STANDING[kind],
  }))
  const lines = await Promise.all(
    view.segments.map((segment) => findInRemovedLines(segment, wanted)),
  )
  return new Map(texts.map((node, place) => [node, setsOfEach(lines, place)]))
}

/** Matches the conditions that all articles have to meet; undefined: there are none of these. */
function matchRequired(
  root: AllOf,
  filters: readonly Condition[],
  { conditions }: Readings,
): SegmentSets | undefined {
  const required = [...root.children.filter(isCondition), ...filters].flatMap((one) => {
    const sets = conditions.get(one)
    return sets === undefined ? [] : [sets]
  })
  return required.length === 0 ? undefined : required.reduce(intersectEach)
}

function quotedKey({ text, field }: TextNode): QuotedKey {
  return { text: normalizeText(text).trim(), titleOnly: field === 'title' }
}

/** @param wanted the query asks for the node and does not exclude it; only then its words are marked */
async function planNode(input: PlanInput, node: QueryNode, wanted: boolean): Promise<Planned> {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const parts = (await planSpans(input, node, wanted)).map(({ part }) => part)
      // Whoever writes +the asks for it.
      const asked = node.kind === 'and' && node.strict ? parts.map(required) : parts
      return joinPlanned(asked, (children) => ({ kind: node.kind, children }))
    }
    case 'not': {
      const excluded = await planNode(input, node.child, !wanted)
      return { ...excluded, plan: { kind: 'not', child: excluded.plan } }
    }
    case 'word':
    case 'phrase':
    case 'prefix':
      return planText(input, node, wanted)
    default:
      return planned(planCondition(input, node))
  }
}

/** Plans one node, or words that have synonyms only together. */
async function planSpan(
  input: PlanInput,
  nodes: readonly QueryNode[],
  wanted: boolean,
): Promise<Planned> {
  const parts: Planned[] = []
  for (const node of nodes) parts.push(await planNode(input, node, wanted))
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) return only
  const [first] = nodes
  const text = joinedText(nodes)
  const joined = joinWords(parts)
  if (first?.kind !== 'word' || text === undefined) return joined
  return planSynonyms(input.view, text, joined, requestOf(input, first, wanted))
}

/** Tells whether nothing of a part is looked for. */
function isDropped(input: PlanInput, node: QueryNode): boolean {
  if (node.kind === 'not') return isDropped(input, node.child)
  if (node.kind !== 'and' && node.kind !== 'or') return input.limits.dropped.has(node)
  return node.children.length > 0 && node.children.every((child) => isDropped(input, child))
}

function planCondition({ conditions }: PlanInput, condition: Condition): FilterPlan {
  return { kind: 'filter', sets: conditions.get(condition) ?? [] }
}

/** What stands side by side, in the pieces in which it is planned: words that have synonyms together are one. */
interface Span {
  readonly nodes: readonly QueryNode[]
  readonly part: Planned
}

/** Plans one after the other, so that words stay in the order of the query and a score is always added up in the same order. */
async function planSpans(
  input: PlanInput,
  group: QueryNode & { readonly kind: 'and' | 'or' },
  wanted: boolean,
): Promise<readonly Span[]> {
  const spans: Span[] = []
  const children = group.children.filter((child) => !isDropped(input, child))
  for (let at = 0; at < children.length; ) {
    const count = group.kind === 'and' ? countSynonymNodes(input.view.synonyms, children, at) : 1
    const nodes = children.slice(at, at + count)
    spans.push({ nodes, part: await planSpan(input, nodes, wanted) })
    at += count
  }
  return spans
}

function requestOf(
  { limits, within, settled }: PlanInput,
  node: TextNode,
  wanted: boolean,
): TermRequest {
  return {
    titleOnly: node.field === 'title',
    wanted,
    typed: node.text,
    expands: limits.expanded.has(node),
    onlyAsWords: limits.onlyAsWords,
    mostRead: limits.mostRead,
    mostSynonyms: limits.mostSynonyms,
    isEnglish: limits.isEnglish,
    within,
    settled,
    asCharacters: !limits.notAsCharacters.has(node),
  }
}

async function planText(input: PlanInput, node: TextNode, wanted: boolean): Promise<Planned> {
  const plan = input.limits.plain.has(node) ? planWord : PLANNERS[node.kind]
  const inArticle = await plan(input.view, node.text, requestOf(input, node, wanted))
  const sets = input.inLines.get(node)
  if (sets === undefined) return inArticle
  const inPage = joinPlanned([required(inArticle), planned({ kind: 'filter', sets })], orOf)
  return inArticle.plan.kind === 'optional' ? optional(inPage) : inPage
}

const PLANNERS = { word: planWord, phrase: planPhrase, prefix: planPrefix } as const
const STANDING = { word: 'alone', phrase: 'anywhere', prefix: 'at a beginning' } as const
