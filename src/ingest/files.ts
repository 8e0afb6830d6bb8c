/** Writing index files so that they are whole on disk before anything names them. */

import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type ByteSink, type ContainerWriter, writeContainer } from '../index/container-writer.ts'

/** Writes a container to `path` and syncs it. `fill` gets the writer and must finish it; its result is returned. */
export async function writeIndexFile<Result>(
  path: string,
  fill: (container: ContainerWriter) => Result | Promise<Result>,
): Promise<Result> {
  const file = openSync(path, 'w')
  try {
    const result = await fill(writeContainer(fileSink(file)))
    fsyncSync(file)
    return result
  } finally {
    closeSync(file)
  }
}

function fileSink(file: number): ByteSink {
  return {
    write(bytes) {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    },
  }
}

/** Replaces `name` in one step: who opens it sees the old text or the new one. */
export function replaceFile(folder: string, name: string, text: string): void {
  const temporary = join(folder, `${name}.new`)
  const file = openSync(temporary, 'w')
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  syncFolder(folder)
  renameSync(temporary, join(folder, name))
  syncFolder(folder)
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const INDEX_FILE = /^(?:segment|deletions|catalog|suggestions|duplicates)-\d+$|\.new$/

/** Removes index files that no generation names: of older generations, or left by a run that was killed. */
export function removeOthers(folder: string, named: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    if (INDEX_FILE.test(name) && !named.has(name)) rmSync(join(folder, name), { force: true })
  }
}
