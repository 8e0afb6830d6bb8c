/** What planning a part of a query gives, and how the parts are put together. Pure. */

import type { Needle } from '../literal/marks.ts'
import type { Notice, Plan } from './plan.ts'

export interface Planned<Kind extends Plan = Plan> {
  readonly plan: Kind
  /** The texts to mark in titles and bodies. */
  readonly needles: readonly Needle[]
  /** The words that the part asks for anywhere in an article. */
  readonly words: readonly Needle[]
  readonly notices: readonly Notice[]
}

type Extras = Partial<Omit<Planned, 'plan'>>

export function planned<Kind extends Plan>(plan: Kind, extras: Extras = {}): Planned<Kind> {
  return { needles: [], words: [], notices: [], ...extras, plan }
}

/** Makes one plan of several. What they give beside their plans is listed in their order. */
export function joinPlanned<Kind extends Plan>(
  parts: readonly Planned[],
  join: (plans: readonly Plan[]) => Kind,
): Planned<Kind> {
  return {
    plan: join(parts.map(({ plan }) => plan)),
    needles: parts.flatMap(({ needles }) => needles),
    words: parts.flatMap(({ words }) => words),
    notices: parts.flatMap(({ notices }) => notices),
  }
}

/** Makes a part one that articles may lack. Its words are not marked, since nearly every text has them. */
export function optional(part: Planned): Planned {
  return { ...part, needles: [], plan: { kind: 'optional', child: part.plan } }
}

/** Makes an optional part one that articles must have. */
export function required(part: Planned): Planned {
  return part.plan.kind === 'optional' ? { ...part, plan: part.plan.child } : part
}

/** Joins parts with "and"; where all of them are optional, the whole is. */
export function joinWords(parts: readonly Planned[]): Planned {
  const areOptional = parts.length > 0 && parts.every(({ plan }) => plan.kind === 'optional')
  return areOptional ? optional(joinPlanned(parts.map(required), andOf)) : joinPlanned(parts, andOf)
}

export function andOf(children: readonly Plan[]): Plan & { readonly kind: 'and' } {
  return { kind: 'and', children }
}

export function orOf(children: readonly Plan[]): Plan {
  return { kind: 'or', children }
}
