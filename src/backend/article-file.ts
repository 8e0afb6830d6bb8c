/**
 * The file that an article was read from, as text. Whatever the index says, nothing outside the corpus folder is read: links in it
 * may lead anywhere, and folders may have been replaced since.
 */

import { open, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { decode } from '../corpus/read/decode.ts'
import { READ_WITHOUT_WAITING } from '../index/disk/open-flags.ts'

/** Larger files are not read by indexing either. */
const MOST_BYTES = 32 << 20

/** Undefined: it is not there any more, not a text, or not in the corpus. */
export async function readCorpusFile(corpus: string, path: string): Promise<string | undefined> {
  try {
    const [folder, file] = await Promise.all([realpath(corpus), realpath(join(corpus, path))])
    if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined
    return await readText(file)
  } catch {
    return undefined
  }
}

/** Opened first and looked at then: what is looked at is what is read. A pipe that nobody writes to keeps nobody waiting. */
async function readText(path: string): Promise<string | undefined> {
  const file = await open(path, READ_WITHOUT_WAITING)
  try {
    const stat = await file.stat()
    if (!stat.isFile() || stat.size > MOST_BYTES) return undefined
    return decode(await file.readFile()).text
  } finally {
    await file.close()
  }
}
