/** Learns the furniture of every site whose sample of pages is not the one it was learned from. */

import type { Catalog, CatalogFile, Site } from './catalog.ts'
import { slices, type UpdateContext } from './context.ts'
import { compareText } from './plan.ts'
import { chooseSamples, type Sample, samplesToLearn } from './samples.ts'
import { inParallel } from './workforce.ts'

const PAGES_A_TASK = 600

/** All sites with what is known of them now, in the order of their keys. */
export async function learn(
  context: UpdateContext,
  catalog: Catalog,
  files: readonly CatalogFile[],
): Promise<ReadonlyMap<string, Site>> {
  const samples = chooseSamples(files)
  const learned = await learnSamples(context, samplesToLearn(samples, catalog.sites))
  const sites = new Map<string, Site>()
  for (const [key, { signature }] of [...samples].sort(([a], [b]) => compareText(a, b))) {
    const furniture = learned.get(key) ?? catalog.sites.get(key)?.furniture ?? new Uint32Array(0)
    sites.set(key, { sample: signature, furniture })
  }
  return sites
}

/** A host and the sources on it stand side by side, so that one task reads their common pages once. */
async function learnSamples(
  { workforce, corpus, report }: UpdateContext,
  samples: readonly Sample[],
): Promise<ReadonlyMap<string, Uint32Array>> {
  const ordered = [...samples].sort((a, b) => compareText(a.key, b.key))
  const filesTotal = pagesOf(ordered)
  const learned = new Map<string, Uint32Array>()
  let filesDone = 0
  await inParallel(
    workforce.width,
    slices(ordered, PAGES_A_TASK, (sample) => sample.paths.length),
    (slice) => workforce.learnSites({ corpus, samples: slice }),
    (slice, furniture) => {
      for (const [i, { key }] of slice.entries())
        learned.set(key, furniture[i] ?? new Uint32Array(0))
      filesDone += pagesOf(slice)
      report({ phase: 'learning', filesDone, filesTotal, bytesDone: 0, bytesTotal: 0 })
    },
  )
  return learned
}

function pagesOf(samples: readonly Sample[]): number {
  return samples.reduce((sum, sample) => sum + sample.paths.length, 0)
}
