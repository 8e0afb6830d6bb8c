/** Collects the warnings about a query while it is read. */

import type { QueryWarning, WarningKind } from '../query.ts'

/** @param position offset in UTF-16 units of the query as typed */
export type Warn = (kind: WarningKind, message: string, position: number) => void

export interface WarningList {
  readonly warn: Warn
  /** Lists the warnings by position, each message once, where it first applies: ten thousand brackets are one mistake. */
  readonly list: () => readonly QueryWarning[]
}

export function warningList(): WarningList {
  const first = new Map<string, QueryWarning>()
  return {
    warn: (kind, message, position) => {
      const known = first.get(message)
      if (known === undefined || position < known.position)
        first.set(message, { kind, message, position })
    },
    list: () => [...first.values()].sort((a, b) => a.position - b.position),
  }
}
