/** Writes a query back as text: what `parse` makes of it is the same tree. */

import type { AllOf, Query, QueryNode, TextField } from './query.ts'
import { quoted } from './tokens/quotes.ts'
import { endsWord, isPrefixSign } from './tokens/signs.ts'

/** `print(parse('苹果　－「手机」'))` is `苹果 -"手机"`. */
export function print({ root }: Query): string {
  return printAll(root)
}

function printAll({ strict, children }: AllOf): string {
  if (!strict) return children.map(printNode).join(' ')
  const [only, ...others] = children
  if (only === undefined || others.length > 0) return children.map(printTight).join(' AND ')
  return `+${printBehindSign(only)}`
}

/** Prints a node without brackets around it: OR binds closest, so its neighbours need none. */
function printAny(children: readonly QueryNode[]): string {
  return children.map(printTight).join(' OR ')
}

function printNode(node: QueryNode): string {
  switch (node.kind) {
    case 'and':
      return printAll(node)
    case 'or':
      return printAny(node.children)
    case 'not':
      return `-${printBehindSign(node.child)}`
    case 'word':
      return prefix(node.field) + node.text
    case 'prefix':
      return `${prefix(node.field)}${node.text}*`
    case 'phrase':
      return prefix(node.field) + quoted(node.text)
    case 'source':
    case 'url':
    case 'author':
    case 'tag':
      return `${node.kind}:${value(node.text)}`
    case 'meta':
      return `meta.${node.name}:${value(node.text)}`
    case 'site':
      return `site:${node.host}`
    case 'date':
    case 'fetched':
      return `${node.kind}:${node.from === node.to ? node.from : `${node.from}..${node.to}`}`
    case 'is':
      return `is:${node.trait}`
    case 'language':
      return `lang:${node.language}`
  }
}

function printTight(node: QueryNode): string {
  return node.kind === 'and' || node.kind === 'or' ? group(node) : printNode(node)
}

/** --force and ++i: a sign more would be one of theirs. */
function printBehindSign(node: QueryNode): string {
  const printed = printTight(node)
  return isPrefixSign(printed.charAt(0)) ? group(node) : printed
}

function group(node: QueryNode): string {
  return `(${printNode(node)})`
}

/** Quotes a value in which a character would end the word too early. */
function value(text: string): string {
  return Array.from(text).some(endsWord) ? quoted(text) : text
}

function prefix(field: TextField | undefined): string {
  return field === undefined ? '' : `${field}:`
}
