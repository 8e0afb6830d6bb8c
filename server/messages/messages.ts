/** Lists the tables of the interface's texts, one for each language, all with the keys of the first. Pages hold no text themselves. */

import { english } from './english.ts'
import { simplified } from './simplified.ts'
import { traditional } from './traditional.ts'

export type Messages = typeof simplified

/** The switch shows this order. The first table serves readers whose browser names no language. */
export const tables: readonly Messages[] = [simplified, traditional, english]
