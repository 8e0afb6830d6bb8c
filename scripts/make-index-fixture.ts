/**
 * Makes test/fixtures/index-format-N of the articles in test/fixtures/articles: an index of the state `before`, brought up to date
 * with the state `after`, so that it has two segments and deletions. test/index/frozen.test.ts says what it answers.
 *
 *   node --import tsx scripts/make-index-fixture.ts
 */

import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIndex } from '../src/engine.ts'
import { FORMAT_VERSION } from '../src/index/files/container.ts'
import { MANIFEST_NAME, printManifest } from '../src/index/files/manifest.ts'

/** The folder that the index names as its corpus, so that it names none of the machine it is made on. */
const CORPUS = '/articles'

/** Times of the files. Those that differ in the state `after` were written a day later. */
const BEFORE = new Date('2025-05-01T00:00:00Z')
const AFTER = new Date('2025-05-02T00:00:00Z')

const fixtures = fileURLToPath(new URL('../test/fixtures/', import.meta.url))
const index = join(fixtures, `index-format-${FORMAT_VERSION}`)
const folder = mkdtempSync(join(tmpdir(), 'souwen-fixture-'))
const corpus = join(folder, 'corpus')
try {
  rmSync(index, { recursive: true, force: true })
  await bring('before')
  await bring('after')
  nameCorpus()
} finally {
  rmSync(folder, { recursive: true })
}

/** Replaces the articles with those of a state, and indexes them. */
async function bring(state: 'before' | 'after'): Promise<void> {
  rmSync(corpus, { recursive: true, force: true })
  cpSync(join(fixtures, 'articles', state), corpus, { recursive: true })
  for (const name of readdirSync(corpus)) {
    const time = contentOf(state, name) === contentOf('before', name) ? BEFORE : AFTER
    utimesSync(join(corpus, name), time, time)
  }
  const { added, updated, removed } = await buildIndex({ corpus, index, threads: 0 })
  console.log(`${state}: ${added} added, ${updated} updated, ${removed} removed`)
}

/** Returns '' where there is no such file. */
function contentOf(state: string, name: string): string {
  const path = join(fixtures, 'articles', state, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function nameCorpus(): void {
  const path = join(index, MANIFEST_NAME)
  // The text is what was written a moment ago.
  const { checksum: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, printManifest({ ...manifest, corpus: CORPUS }))
}
