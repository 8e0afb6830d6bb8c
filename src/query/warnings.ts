/** Collects what is wrong with a query while it is read. */

import type { QueryWarning } from './query.ts'

/** @param position offset in UTF-16 units of the query as typed */
export type Warn = (message: string, position: number) => void

export interface WarningList {
  readonly warn: Warn
  /** By position, each message once, where it first applies: ten thousand brackets are one mistake. */
  readonly list: () => readonly QueryWarning[]
}

export function warningList(): WarningList {
  const positions = new Map<string, number>()
  return {
    warn: (message, position) => {
      positions.set(message, Math.min(position, positions.get(message) ?? position))
    },
    list: () =>
      Array.from(positions, ([message, position]) => ({ message, position })).sort(
        (a, b) => a.position - b.position,
      ),
  }
}
