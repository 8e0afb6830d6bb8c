/** Flags of V8 for what the program is about to do: V8 expects something between a search that ends at once and a server. */

import { setFlagsFromString } from 'node:v8'

/** Flags that have functions optimised about seven times later, by the version of Node that knows them. */
const laterOptimization: Readonly<Record<string, readonly string[]>> = {
  20: ['--interrupt-budget=1000000'],
  22: ['--invocation-count-for-turbofan=30000'],
  24: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
  26: ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'],
}

/**
 * Spares an ordinary search the optimisation of functions that it hardly calls again. A long search has its functions
 * optimised all the same. A version of Node that is not in the table keeps its defaults, since V8 complains on standard error
 * about a flag that it does not know.
 */
export function tuneForOneSearch(): void {
  const [major = ''] = process.versions.node.split('.')
  for (const flag of laterOptimization[major] ?? []) setFlagsFromString(flag)
}

/**
 * Trades processor time for memory in a process that runs for days: over 1,000 searches 80 MB less for a tenth more time.
 * The young generation keeps the size it has now instead of growing to 32 MB, and the old generation is collected when it
 * has grown by 30 % instead of doubled.
 */
export function tuneForServing(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
}
