/** A small index that the real indexer wrote: two segments, articles that were deleted, copies of one text, and all other files. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIndex } from '../../src/engine.ts'
import { nodeFolder } from '../../src/index/disk/node-folder.ts'
import type { IndexFolder } from '../../src/index/files/byte-source.ts'
import { archiveFolder, fetchedFile } from './archive-folder.ts'
import { filling } from './filling.ts'
import { memoryFolder } from './memory-folder.ts'

export type IndexFiles = ReadonlyMap<string, Uint8Array>

export async function smallIndex(): Promise<IndexFiles> {
  const archive = archiveFolder()
  const write = (number: number, body: string) => {
    const [title, url] = [
      `开源模型的第 ${number} 个漏洞`,
      `https://${number % 5}.example.org/${number}`,
    ]
    archive.write(`${number}.md`, fetchedFile({ title, url, body, source: `甲报${number % 3}` }))
  }
  const build = () => buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })
  for (let n = 0; n < 40; n++) write(n, `供应链攻击 cve-2025-${n}0000。${filling(n % 37, 200)}`)
  await build()
  for (let n = 38; n < 43; n++) write(n, `第二段落说的是开源软件供应链。${filling(n, 150)}`)
  archive.remove('3.md')
  await build()
  const names = archive.indexFiles()
  const files = new Map(names.map((name) => [name, bytesOf(join(archive.index, name))]))
  archive.end()
  return files
}

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path))
}

/** The files in memory, unpacked as on a disk: what is said of lengths is believed as far as there. */
export function folderWith(
  files: IndexFiles,
  changed: Readonly<Record<string, Uint8Array>>,
): IndexFolder {
  const folder = memoryFolder({ ...Object.fromEntries(files), ...changed })
  return { ...folder, inflate: nodeFolder('').inflate }
}

/** The one file whose name begins so, with its name. */
export function fileNamed(files: IndexFiles, beginning: string): readonly [string, Uint8Array] {
  const found = [...files].find(([name]) => name.startsWith(beginning))
  if (found === undefined) throw new Error(`no file ${beginning}`)
  return found
}
