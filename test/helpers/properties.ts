/**
 * Every property is tried on the same cases each time, so that a run can be repeated; FC_SEED=$RANDOM looks for new ones.
 * What such a search finds becomes an example of its own.
 */

import fc from 'fast-check'

const { FC_SEED = '20261124' } = process.env

fc.configureGlobal({ seed: Number(FC_SEED) })
