/** Builds trees in their one normal form: no group inside a group of its kind, none empty, and none of a single child but `+word`. */

import type { AllOf, QueryNode } from './query.ts'

/** Joins nodes that stand side by side. Returns undefined where there are none. */
export function allOf(children: readonly (QueryNode | undefined)[]): QueryNode | undefined {
  const flat = children.filter(isNode).flatMap((child) => {
    return child.kind === 'and' && !child.strict ? child.children : [child]
  })
  return flat.length > 1 ? { kind: 'and', children: flat } : flat[0]
}

/** Joins nodes all of which an article must have. Returns undefined where there are none. */
export function strictlyAllOf(children: readonly (QueryNode | undefined)[]): QueryNode | undefined {
  const nodes = children.filter(isNode)
  return nodes.length > 1 ? strictGroup(nodes) : nodes[0]
}

/** Demands a node: an article without it is no answer. Conditions and exclusions are demands already. */
export function demand(node: QueryNode | undefined): QueryNode | undefined {
  switch (node?.kind) {
    case 'word':
    case 'phrase':
    case 'prefix':
    case 'or':
    case 'and':
      return strictGroup([node])
    default:
      return node
  }
}

/** Joins nodes any of which may match. Returns undefined where there are none. */
export function anyOf(children: readonly (QueryNode | undefined)[]): QueryNode | undefined {
  const nodes = children.filter(isNode)
  if (nodes.length < 2) return nodes[0]
  const flat = nodes.map(withoutDemand)
  return {
    kind: 'or',
    children: flat.flatMap((node) => (node.kind === 'or' ? node.children : [node])),
  }
}

export function noneOf(child: QueryNode | undefined): QueryNode | undefined {
  if (child === undefined) return undefined
  const node = withoutDemand(child)
  return node.kind === 'not' ? node.child : { kind: 'not', child: node }
}

function strictGroup(nodes: readonly QueryNode[]): AllOf {
  return { kind: 'and', strict: true, children: nodes.flatMap(ungrouped).flatMap(ungrouped) }
}

/** A group that stood side by side with others may hold strict ones. */
function ungrouped(node: QueryNode): readonly QueryNode[] {
  return node.kind === 'and' ? node.children : [node]
}

/** Says whether a node is one that + demands. */
export function isDemanded(node: QueryNode): boolean {
  return node.kind === 'and' && node.children.length === 1
}

/** `+word` means no more than the word where it is one of several or is excluded. */
function withoutDemand(node: QueryNode): QueryNode {
  const [only, ...others] = node.kind === 'and' ? node.children : []
  return only !== undefined && others.length === 0 ? only : node
}

function isNode(node: QueryNode | undefined): node is QueryNode {
  return node !== undefined
}
