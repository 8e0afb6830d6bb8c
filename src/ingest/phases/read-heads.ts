/** Reads the fronts of new and changed files: which article each belongs to, and which site. */

import type { FileList } from '../../corpus/find/listing.ts'
import { CatalogFiles } from '../catalog/catalog-columns.ts'
import type { Heads } from '../catalog/changes.ts'
import { factsOf, joinFacts } from '../catalog/file-record.ts'
import type { HeadsResult } from '../threads/tasks.ts'
import { inParallel } from '../threads/worker-pool.ts'
import { meter, slices, type UpdateContext } from './context.ts'

const FILES_A_TASK = 2000

export async function readHeads(context: UpdateContext, list: FileList): Promise<Heads> {
  const { workforce, corpus } = context
  const crew = workforce.crewFor(list.length)
  const done = meter(context, 'finding', { files: list.length, bytes: list.sizeBytes })
  const results = await inParallel(
    crew.width,
    slices(Array.from(list.sizes.keys()), FILES_A_TASK),
    async (rows) =>
      partOf(rows, await crew.readHeads({ corpus, files: rows.map((row) => list.at(row)) })),
    (rows) => done(amountOf(list, rows)),
  )
  const stretches = results.map(({ facts: of }) => ({ of, start: 0, end: of.sites.length }))
  return {
    files: new CatalogFiles(list, joinFacts(stretches)),
    unread: new Set(results.flatMap(({ unread }) => unread)),
    failures: results.flatMap(({ failures }) => failures),
  }
}

const UNREAD = { articleId: '0'.repeat(16), fetchDate: '', siteKeys: [] }

/** As columns at once, and not when all are there. */
function partOf(rows: readonly number[], { heads, failures }: HeadsResult) {
  return {
    facts: factsOf(heads.map((head) => head ?? UNREAD)),
    unread: rows.filter((_, i) => heads[i] === undefined),
    failures,
  }
}

function amountOf({ sizes }: FileList, rows: readonly number[]) {
  return { files: rows.length, bytes: rows.reduce((sum, row) => sum + (sizes[row] ?? 0), 0) }
}
