/** Builds trees in their one normal form: no group inside a group of its kind, none of a single child, none empty. */

import type { QueryNode } from './query.ts'

/** Joins nodes that must all match. Returns undefined where there are none. */
export function allOf(children: readonly (QueryNode | undefined)[]): QueryNode | undefined {
  return group('and', children)
}

/** Joins nodes any of which may match. Returns undefined where there are none. */
export function anyOf(children: readonly (QueryNode | undefined)[]): QueryNode | undefined {
  return group('or', children)
}

export function noneOf(child: QueryNode | undefined): QueryNode | undefined {
  if (child === undefined) return undefined
  return child.kind === 'not' ? child.child : { kind: 'not', child }
}

function group(
  kind: 'and' | 'or',
  children: readonly (QueryNode | undefined)[],
): QueryNode | undefined {
  const flat = children.flatMap((child) => {
    if (child === undefined) return []
    return child.kind === kind ? child.children : [child]
  })
  return flat.length > 1 ? { kind, children: flat } : flat[0]
}
