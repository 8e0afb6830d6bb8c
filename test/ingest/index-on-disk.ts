/** A small index in a temporary folder, of segments as they are given, for tests of single steps of a run. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFolder } from '../../src/index/disk/node-folder.ts'
import type { IndexFolder } from '../../src/index/files/byte-source.ts'
import { type Manifest, readManifest } from '../../src/index/files/manifest.ts'
import { dictionarySegmenter } from '../helpers/dictionary-segmenter.ts'
import { memoryFiles, type Placed } from '../helpers/memory-index.ts'

/** The words that articles of these tests are cut into. */
export const WORDS = ['开源', '模型', '漏洞', '苹果', '供应链', '供应', '书店', '公告']
const segmenter = dictionarySegmenter(WORDS)

export interface IndexOnDisk {
  readonly folder: IndexFolder
  readonly manifest: Manifest
  /** Names in the folder. */
  names(): readonly string[]
  bytes(name: string): Buffer
  end(): void
}

export async function indexOnDisk(segments: readonly (readonly Placed[])[]): Promise<IndexOnDisk> {
  const path = mkdtempSync(join(tmpdir(), 'souwen-step-'))
  for (const [name, bytes] of Object.entries(await memoryFiles(segments, segmenter)))
    writeFileSync(join(path, name), bytes)
  const folder = nodeFolder(path)
  const manifest = await readManifest(folder)
  if (manifest === undefined) throw new Error('the index has no manifest')
  return {
    folder,
    manifest,
    names: () => readdirSync(path).sort(),
    bytes: (name) => readFileSync(join(path, name)),
    end: () => rmSync(path, { recursive: true }),
  }
}
