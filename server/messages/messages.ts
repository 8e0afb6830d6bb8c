/** The interface's texts: one table a language, all with the keys of the first. Pages are given a table and hold no text themselves. */

import { english } from './english.ts'
import { simplified } from './simplified.ts'
import { traditional } from './traditional.ts'

export type Messages = typeof simplified

/** In the order of the switch; the first is for readers whose browser says nothing. */
export const tables: readonly Messages[] = [simplified, traditional, english]
