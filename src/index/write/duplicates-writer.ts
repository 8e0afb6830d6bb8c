/** Writes which articles are one text, and which pairs were compared. */

import { hexToBytes } from '../columns/ids.ts'
import { ByteWriter } from '../files/bytes.ts'
import type {
  DuplicateGroup,
  DuplicateRows,
  VerdictRows,
  Verdicts,
} from '../generation/duplicates.ts'
import type { ContainerWriter } from './container-writer.ts'

/** Returns the file's length in bytes. */
export function writeDuplicates(
  container: ContainerWriter,
  groups: readonly DuplicateGroup[],
  verdicts: VerdictRows,
): number {
  container.section('members')
  // The numbers are little-endian, as on every machine that Node runs on.
  container.append(new Uint8Array(duplicateRows(groups).buffer))
  container.section('verdicts')
  container.append(verdicts)
  return container.finish()
}

export function verdictRows(verdicts: Verdicts): VerdictRows {
  const pairs = new ByteWriter()
  for (const [ids, same] of verdicts) {
    pairs.append(hexToBytes(ids))
    pairs.u8(same ? 1 : 0)
  }
  return pairs.written
}

export function duplicateRows(groups: readonly DuplicateGroup[]): DuplicateRows {
  const rows = new Uint32Array(groups.reduce((sum, { length }) => sum + length * 3, 0))
  let at = 0
  for (const [number, group] of groups.entries()) {
    for (const { segment, article } of group) {
      rows[at++] = segment
      rows[at++] = article
      rows[at++] = number
    }
  }
  return rows
}
