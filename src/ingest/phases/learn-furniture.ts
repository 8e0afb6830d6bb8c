/** Learns the furniture of every site whose sample of pages is not the one it was learned from. */

import type { NumberedFiles } from '../catalog/articles.ts'
import type { Catalog, Site } from '../catalog/catalog.ts'
import { compareText } from '../catalog/changes.ts'
import { inParallel } from '../threads/worker-pool.ts'
import { slices, type UpdateContext } from './context.ts'
import { hostOfKey, pagesOfSites, ranksOf, type Sample, sampleOf } from './samples.ts'

const PAGES_A_TASK = 600

/**
 * All sites with what is known of them now, in the order of their keys.
 * @param touched keys of the sites that had or have a file that came, changed or went, or another file of such an article:
 *   all others have the pages they had
 */
export async function learn(
  context: UpdateContext,
  catalog: Catalog,
  all: NumberedFiles,
  touched: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Site>> {
  const hosts = new Set([...touched].map(hostOfKey))
  const sites = new Map([...catalog.sites].filter(([key]) => !hosts.has(hostOfKey(key))))
  const samples: Sample[] = []
  const rankOf = ranksOf(all.files)
  for (const [key, pages] of pagesOfSites(all, hosts)) {
    const known = catalog.sites.get(key)
    const sample =
      known === undefined || touched.has(key) ? sampleOf(key, all.files, pages, rankOf) : undefined
    if (sample !== undefined && sample.signature !== known?.sample) samples.push(sample)
    else if (known !== undefined) sites.set(key, known)
  }
  for (const [key, site] of await learnSamples(context, samples)) sites.set(key, site)
  return new Map([...sites].sort(([a], [b]) => compareText(a, b)))
}

/** A host and the sources on it stand side by side, so that one task reads their common pages once. */
async function learnSamples(
  { workforce, corpus, report }: UpdateContext,
  samples: readonly Sample[],
): Promise<ReadonlyMap<string, Site>> {
  const ordered = [...samples].sort((a, b) => compareText(a.key, b.key))
  const filesTotal = pagesOf(ordered)
  const learned = new Map<string, Site>()
  const crew = workforce.crewFor(filesTotal)
  let filesDone = 0
  await inParallel(
    crew.width,
    slices(ordered, PAGES_A_TASK, (sample) => sample.paths.length),
    (slice) => crew.learnSites({ corpus, samples: slice }),
    (slice, furniture) => {
      for (const [i, { key, signature }] of slice.entries())
        learned.set(key, { sample: signature, furniture: furniture[i] ?? new Uint32Array(0) })
      filesDone += pagesOf(slice)
      report({ phase: 'learning', filesDone, filesTotal, bytesDone: 0, bytesTotal: 0 })
    },
  )
  return learned
}

function pagesOf(samples: readonly Sample[]): number {
  return samples.reduce((sum, sample) => sum + sample.paths.length, 0)
}
