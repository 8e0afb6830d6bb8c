/** Writes what `souwen show` prints on request: the furniture of an article's page, and its versions. */

import type { StoredArticle } from '../../backend/backend.ts'
import { formatCounted, formatTable } from './format.ts'
import { neutralize } from './neutralize.ts'

/** Writes a line for each line of furniture, with the reason before it, and the number of the article's blocks in between. */
export function formatFurniture({ removed, blocks }: StoredArticle): readonly string[] {
  const rows: string[][] = []
  let before = 0
  const gap = (until: number): void => {
    if (until > before)
      rows.push(['', `[${formatCounted(until - before, 'block')} of the article]`])
    before = until
  }
  for (const { reason, text, blocksBefore } of removed) {
    gap(blocksBefore)
    for (const line of text.split('\n')) rows.push([reason, neutralize(line)])
  }
  gap(blocks.length)
  return formatTable(rows, ['left', 'left'])
}

/** Writes a line for each version, the newest first, with an asterisk before the one that is searched. */
export function formatVersions({ versions, path }: StoredArticle): readonly string[] {
  const rows = versions.map((version) => [
    version.path === path ? '*' : ' ',
    neutralize(version.fetchDate) || '-',
    version.status,
    neutralize(version.path),
    neutralize(version.title),
  ])
  return formatTable(rows, ['left', 'left', 'left', 'left', 'left'])
}
