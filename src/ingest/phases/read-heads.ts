/** Reads the fronts of new and changed files: which article each belongs to, and which site. */

import type { FileList } from '../../corpus/find/listing.ts'
import { floatAt } from '../../element-at.ts'
import { CatalogFiles } from '../catalog/catalog-columns.ts'
import type { ChangedHeads } from '../catalog/changes.ts'
import { joinRecords, recordsOf } from '../catalog/file-record.ts'
import { mapInParallel, sliceByWeight } from '../threads/parallel.ts'
import type { HeadsResult } from '../threads/tasks.ts'
import { createMeter } from './progress.ts'
import type { UpdateContext } from './update-context.ts'

const FILES_A_TASK = 2000

export async function readHeads(context: UpdateContext, list: FileList): Promise<ChangedHeads> {
  const { pool, corpus } = context
  const runner = pool.runnerFor(list.length)
  const done = createMeter(context, 'finding', { files: list.length, bytes: list.sizeBytes })
  const results = await mapInParallel(
    runner.width,
    sliceByWeight(Array.from(list.sizes.keys()), FILES_A_TASK),
    async (rows) =>
      headColumns(rows, await runner.readHeads({ corpus, files: rows.map((row) => list.at(row)) })),
    (rows) => done(amountOf(list, rows)),
  )
  const ranges = results.map(({ records: column }) => ({
    column,
    start: 0,
    end: column.sites.length,
  }))
  return {
    files: new CatalogFiles(list, joinRecords(ranges)),
    unread: new Set(results.flatMap(({ unread }) => unread)),
    unreadable: new Set(results.flatMap(({ unreadable }) => unreadable)),
    problems: results.flatMap(({ problems }) => problems),
  }
}

const UNREAD = { articleId: '0'.repeat(16), fetchDate: '', siteKeys: [] }

/** Heads become columns as soon as they are read, which are smaller. */
function headColumns(rows: readonly number[], { heads, problems }: HeadsResult) {
  return {
    records: recordsOf(heads.map((head) => (typeof head === 'object' ? head : UNREAD))),
    unread: rows.filter((_, i) => typeof heads[i] !== 'object'),
    unreadable: rows.filter((_, i) => heads[i] === 'unreadable'),
    problems,
  }
}

function amountOf({ sizes }: FileList, rows: readonly number[]) {
  return { files: rows.length, bytes: rows.reduce((sum, row) => sum + floatAt(sizes, row), 0) }
}
