/** Learns the furniture of every site whose sample of pages is not the one it was learned from. */

import { elementAt } from '../../element-at.ts'
import type { NumberedFiles } from '../catalog/articles.ts'
import type { Catalog, Site } from '../catalog/catalog.ts'
import { compareText } from '../catalog/changes.ts'
import { mapInParallel, sliceByWeight } from '../threads/parallel.ts'
import { chooseSample, createRanking, hostOfKey, pagesOfSites, type Sample } from './samples.ts'
import type { UpdateContext } from './update-context.ts'

const PAGES_A_TASK = 600

/**
 * Returns all sites with what is known of them now, in the order of their keys.
 * @param touched keys of the sites to look at again; all others keep their pages, and so their furniture
 */
export async function learnFurniture(
  context: UpdateContext,
  catalog: Catalog,
  all: NumberedFiles,
  touched: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Site>> {
  const hosts = new Set([...touched].map(hostOfKey))
  const sites = new Map([...catalog.sites].filter(([key]) => !hosts.has(hostOfKey(key))))
  const samples: Sample[] = []
  const rankOf = createRanking(all.files)
  for (const [key, pages] of pagesOfSites(all, hosts)) {
    const known = catalog.sites.get(key)
    const sample =
      known === undefined || touched.has(key)
        ? chooseSample(key, all.files, pages, rankOf)
        : undefined
    if (sample !== undefined && sample.signature !== known?.sample) samples.push(sample)
    else if (known !== undefined) sites.set(key, known)
  }
  for (const [key, site] of await learnSamples(context, samples)) sites.set(key, site)
  return new Map([...sites].sort(([a], [b]) => compareText(a, b)))
}

/** A host and the sources on it stand side by side, so that one task reads their common pages once. */
async function learnSamples(
  { pool, corpus, report }: UpdateContext,
  samples: readonly Sample[],
): Promise<ReadonlyMap<string, Site>> {
  const ordered = [...samples].sort((a, b) => compareText(a.key, b.key))
  const filesTotal = countPages(ordered)
  const learned = new Map<string, Site>()
  const runner = pool.runnerFor(filesTotal)
  let filesDone = 0
  await mapInParallel(
    runner.width,
    sliceByWeight(ordered, PAGES_A_TASK, (sample) => sample.paths.length),
    (slice) => runner.learnSites({ corpus, samples: slice }),
    (slice, furniture) => {
      for (const [i, { key, signature }] of slice.entries())
        learned.set(key, { sample: signature, furniture: elementAt(furniture, i) })
      filesDone += countPages(slice)
      report({ phase: 'learning', filesDone, filesTotal, bytesDone: 0, bytesTotal: 0 })
    },
  )
  return learned
}

function countPages(samples: readonly Sample[]): number {
  return samples.reduce((sum, sample) => sum + sample.paths.length, 0)
}
