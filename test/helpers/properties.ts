/**
 * Every property is tried on the same cases each time, so that a run can be repeated; FC_SEED=$RANDOM looks for new ones.
 * What such a search finds becomes an example of its own.
 */

import fc from 'fast-check'

const { FC_SEED = '20261124' } = process.env

/** `npm run test:long` tries so many times the cases; the cases of `npm test` are the first of them. */
const { FC_TIMES = '1' } = process.env

/** How many cases of a slow property to try, where `npm test` tries so many. */
export function runs(count: number): number {
  return count * Number(FC_TIMES)
}

fc.configureGlobal({ seed: Number(FC_SEED) })
