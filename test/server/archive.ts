/** A real index for the tests of the server: the sample corpus, and a few articles that mean harm. */

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppOptions, createApp } from '../../server/app.ts'
import type { ServerApp } from '../../server/http/environment.ts'
import type { SearchBackend } from '../../src/backend/backend.ts'
import { buildIndex, openIndex } from '../../src/engine.ts'

export interface Sample {
  readonly backend: SearchBackend
  end(): Promise<void>
}

/** @param articles Markdown files to put beside the sample corpus, by name */
export async function openSample(articles: Readonly<Record<string, string>>): Promise<Sample> {
  const folder = await mkdtemp(join(tmpdir(), 'souwen-server-'))
  const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')]
  await cp(new URL('../../corpus', import.meta.url), corpus, { recursive: true })
  await mkdir(join(corpus, 'more'))
  for (const [name, text] of Object.entries(articles))
    await writeFile(join(corpus, 'more', name), text)
  await buildIndex({ corpus, index })
  const backend = await openIndex(index)
  return {
    backend,
    async end() {
      await backend.close()
      await rm(folder, { recursive: true })
    },
  }
}

export interface Archive {
  readonly app: ServerApp
  end(): Promise<void>
}

export async function serveSample(
  articles: Readonly<Record<string, string>>,
  options: AppOptions = {},
): Promise<Archive> {
  const { backend, end } = await openSample(articles)
  return { app: createApp(backend, options), end }
}
