/** Which files and folders of a corpus are left out: hidden ones, packages, and what rules in gitignore's syntax name. */

import { type Dirent, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

export interface WhatToLeaveOut {
  /** Patterns in gitignore's syntax, from the corpus folder on. */
  readonly exclude: readonly string[]
  /** Hidden files, node_modules and what .gitignore names are not left out; .git and what .souwenignore names are. */
  readonly noIgnore: boolean
}

export interface LeaveOut {
  /**
   * Reads the rules of a folder before its entries are asked about. Parents come before their folders.
   * @param folder '' or with '/' between its parts and at its end
   */
  enter(corpus: string, folder: string, entries: readonly Dirent[]): void
  leavesOut(folder: string, name: string, isFolder: boolean): boolean
}

/** The rules of one folder, and where it is. */
interface Rules {
  readonly folder: string
  readonly matcher: Ignore
}

const OWN = '.souwenignore'
const GIT = '.gitignore'
const NEVER = new Set(['.git', '.hg', '.svn'])

export function createLeaveOut({ exclude, noIgnore }: WhatToLeaveOut): LeaveOut {
  const rulesOf = new Map<string, readonly Rules[]>()
  const given = exclude.length > 0 ? [{ folder: '', matcher: ignore().add([...exclude]) }] : []

  function enter(corpus: string, folder: string, entries: readonly Dirent[]): void {
    const above = rulesOf.get(parentOf(folder)) ?? []
    const matcher = readRules(`${corpus}${sep}${folder}`, entries, noIgnore ? [OWN] : [GIT, OWN])
    rulesOf.set(folder, matcher === undefined ? above : [{ folder, matcher }, ...above])
  }

  return {
    enter,
    leavesOut(folder, name, isFolder) {
      if (NEVER.has(name)) return true
      if (!noIgnore && (name.startsWith('.') || (isFolder && name === 'node_modules'))) return true
      const rules = rulesOf.get(folder) ?? []
      if (rules.length === 0 && given.length === 0) return false
      const path = `${folder}${name}${isFolder ? '/' : ''}`
      return isNamed(given, path) || isNamed(rules, path)
    },
  }
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1)
}

/** The rules of the nearest folder that says something of the path decide. */
function isNamed(rules: readonly Rules[], path: string): boolean {
  for (const { folder, matcher } of rules) {
    const { ignored, unignored } = matcher.test(path.slice(folder.length))
    if (ignored || unignored) return ignored
  }
  return false
}

/** Undefined: the folder has none that can be read. Those of a later file come before those of an earlier one. */
function readRules(
  folder: string,
  entries: readonly Dirent[],
  names: readonly string[],
): Ignore | undefined {
  const texts = names
    .filter((name) => entries.some((entry) => entry.name === name && entry.isFile()))
    .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  return texts.length === 0 ? undefined : ignore().add(texts.join('\n'))
}
