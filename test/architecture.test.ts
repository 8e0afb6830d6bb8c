/** The rules of the house that no compiler checks: who may import whom, and what has to run in a browser as well. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Each part of the house with the folders and files it may import, besides its own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/errors.ts': [],
  'src/binary-search.ts': [],
  'src/corpus/': ['src/errors.ts'],
  'src/text/': ['src/errors.ts', 'src/corpus/'],
  'src/query/': ['src/errors.ts', 'src/corpus/', 'src/text/'],
  'src/index/': ['src/errors.ts', 'src/corpus/', 'src/text/'],
  'src/search/': ['src/errors.ts', 'src/corpus/', 'src/text/', 'src/query/', 'src/index/'],
  'src/suggest/': ['src/errors.ts', 'src/corpus/', 'src/text/', 'src/query/', 'src/index/'],
  'src/ingest/': ['src/errors.ts', 'src/corpus/', 'src/text/', 'src/index/'],
  'src/backend/': [
    'src/errors.ts',
    'src/corpus/',
    'src/text/',
    'src/query/',
    'src/index/',
    'src/search/',
    'src/suggest/',
  ],
  'src/evaluate/': [
    'src/errors.ts',
    'src/corpus/',
    'src/text/',
    'src/index/',
    'src/search/answers/result.ts',
    'src/ingest/',
    'src/backend/',
  ],
  'src/engine.ts': ['src/'],
  'server/': [
    'src/errors.ts',
    'src/corpus/article.ts',
    'src/text/language.ts',
    'src/query/',
    'src/search/answers/result.ts',
    'src/backend/backend.ts',
    'src/engine.ts',
  ],
  'src/cli/': [
    'src/errors.ts',
    'src/query/',
    'src/search/answers/result.ts',
    'src/backend/backend.ts',
    'src/engine.ts',
    'server/',
  ],
}

/** The query half: it must also run in a browser, or at the edge over HTTP. */
const queryHalf = /^src\/(query|search|index)\//
/** Files of those folders that only build an index or only read it from a disk. */
const needsNode = /^src\/index\/(build|disk|merge|write)\//

const native = ['nodejieba', 'fast-glob']

interface Import {
  readonly target: string
  readonly typeOnly: boolean
}

const importPattern =
  /^(?:import|export)\s+(type\s)?(?:[\w*${},\s]+\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** What a file imports: files by their path from the project's folder, packages by their name. */
function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8')
  return Array.from(source.matchAll(importPattern), ([, type, named, dynamic]) => {
    const name = named ?? dynamic ?? ''
    return {
      target: name.startsWith('.') ? join(file, '..', name) : name,
      typeOnly: type !== undefined,
    }
  })
}

const files = ['src', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/.test(path)),
)
const imports = new Map(files.map((file) => [file, importsOf(file)]))

/** 'src/cli/search.ts → src/index/segment.ts' for every import that `isWrong`. */
function wrongImports(isWrong: (file: string, imported: Import) => boolean): string[] {
  return files.flatMap((file) =>
    (imports.get(file) ?? [])
      .filter((imported) => isWrong(file, imported))
      .map(({ target }) => `${file} → ${target}`),
  )
}

function partOf(file: string): string {
  return Object.keys(mayImport).find((part) => file.startsWith(part)) ?? ''
}

/** The file and all that it loads, directly or not; types load nothing. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const { target, typeOnly } of imports.get(file) ?? []) {
    if (!typeOnly) loadedBy(target, seen)
  }
  return seen
}

describe('the house', () => {
  test('the imports of the source are found', () => {
    expect(imports.get('src/cli/main.ts')).toContainEqual({
      target: 'src/errors.ts',
      typeOnly: false,
    })
    expect(imports.get('src/cli/main.ts')).toContainEqual({
      target: 'src/cli/program.ts',
      typeOnly: false,
    })
    expect(imports.get('src/engine.ts')).toContainEqual({
      target: 'src/backend/backend.ts',
      typeOnly: true,
    })
  })

  test('every file belongs to a part of the house', () => {
    expect(files.filter((file) => partOf(file) === '')).toEqual([])
  })

  test('imports run one way, down the list', () => {
    const wrong = wrongImports((file, { target }) => {
      const part = partOf(file)
      const allowed = [part, 'src/binary-search.ts', ...(mayImport[part] ?? [])]
      return imports.has(target) && !allowed.some((one) => target.startsWith(one))
    })
    expect(wrong).toEqual([])
  })

  test('no file imports itself by way of others', () => {
    const around = files.filter((file) => {
      const loaded = (imports.get(file) ?? []).filter((one) => !one.typeOnly)
      return loaded.some(({ target }) => loadedBy(target).has(file))
    })
    expect(around).toEqual([])
  })

  test('the query half loads nothing of Node and nothing native', () => {
    const half = files.filter((file) => queryHalf.test(file) && !needsNode.test(file))
    const wrong = half.flatMap((file) =>
      [...loadedBy(file)]
        .filter((loaded) => loaded.startsWith('node:') || native.includes(loaded))
        .map((loaded) => `${file} → … → ${loaded}`),
    )
    expect(wrong).toEqual([])
  })

  test('only jieba.ts knows the segmenter', () => {
    const knowing = files.filter((file) => /['"]nodejieba['"]/.test(readFileSync(file, 'utf8')))
    expect(knowing.filter((file) => file !== 'src/text/jieba/jieba.ts')).toEqual([])
  })

  test('only main.ts ends the process', () => {
    const ending = files.filter((file) => /process\.exit\b/.test(readFileSync(file, 'utf8')))
    expect(ending).toEqual(['src/cli/main.ts'])
  })
})
