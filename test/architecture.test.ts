/** The rules of the house that no compiler checks. Who may import whom stands in the table of ARCHITECTURE.md, which is read here. */

import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Room {
  /** A folder or a single file, as 'src/search/plan' or 'src/engine.ts'. */
  readonly name: string
  readonly mayImport: readonly string[]
  /** It must run in a browser, too. */
  readonly isQueryHalf: boolean
}

interface Import {
  readonly target: string
  readonly typeOnly: boolean
}

const MOST_FILES = 16
/** Files that all rooms may import. */
const FOUNDATION = [
  'src/errors.ts',
  'src/binary-search.ts',
  'src/element-at.ts',
  'src/hash.ts',
  'src/similarity.ts',
]
const NATIVE = ['nodejieba', 'fast-glob']

const importPattern =
  /^(?:import|export)\s+(type\s)?(?:[\w*${},\s]+\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** | `src/query` ◇ | What was asked? | `src/text` `src/corpus/article.ts` | */
const rowPattern = /^\| `((?:src|server)\b[^`]*)`( ◇)? \| [^|]+\| ([^|]*)\|$/gm

const rooms: readonly Room[] = Array.from(
  readFileSync('ARCHITECTURE.md', 'utf8').matchAll(rowPattern),
  ([, name = '', half, cell = '']) => ({
    name,
    mayImport: Array.from(cell.matchAll(/`([^`]+)`/g), ([, one = '']) => one),
    isQueryHalf: half !== undefined,
  }),
)

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

/** The room that names the file itself, else the one that names its folder. */
function roomOf(file: string): Room | undefined {
  return rooms.find(({ name }) => name === file) ?? rooms.find(({ name }) => name === dirname(file))
}

function isInside(file: string, name: string): boolean {
  return file === name || file.startsWith(`${name}/`)
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
    const ofMain = imports.get('src/cli/main.ts')
    expect(ofMain).toContainEqual({ target: 'src/errors.ts', typeOnly: false })
    expect(ofMain).toContainEqual({ target: 'src/cli/program.ts', typeOnly: false })
    expect(imports.get('src/engine.ts')).toContainEqual({
      target: 'src/backend/backend.ts',
      typeOnly: true,
    })
  })

  test('every file belongs to a room, and every room has files', () => {
    const homeless = files.filter(
      (file) => roomOf(file) === undefined && !FOUNDATION.includes(file),
    )
    expect(homeless).toEqual([])
    const empty = rooms.filter((room) => !files.some((file) => roomOf(file) === room))
    expect(empty.map(({ name }) => name)).toEqual([])
  })

  test('a room is named once, and all that it may import stands above it', () => {
    const names = rooms.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
    const wrong = rooms.flatMap(({ name, mayImport }, row) =>
      mayImport
        .filter((one) => {
          const inside = rooms.flatMap((other, at) => (isInside(other.name, one) ? [at] : []))
          const above = inside.filter((at) => at < row)
          // A single file of a room further up may be named as well.
          return inside.length === 0 ? !files.includes(one) : above.length < inside.length
        })
        .map((one) => `${name} → ${one}`),
    )
    expect(wrong).toEqual([])
  })

  test('imports run one way, through the table', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file)
      return (imports.get(file) ?? [])
        .map(({ target }) => target)
        .filter((target) => imports.has(target) && !FOUNDATION.includes(target))
        .filter((target) => roomOf(target) !== room)
        .filter((target) => !room?.mayImport.some((name) => isInside(target, name)))
        .map((target) => `${file} → ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('a room may import nothing that it does not', () => {
    const unused = rooms.flatMap((room) =>
      room.mayImport
        .filter((name) => {
          const own = files.filter((file) => roomOf(file) === room)
          return !own.some((file) =>
            imports.get(file)?.some(({ target }) => isInside(target, name)),
          )
        })
        .map((name) => `${room.name} → ${name}`),
    )
    expect(unused).toEqual([])
  })

  test(`a room has at most ${MOST_FILES} files`, () => {
    const counts = new Map<string, number>()
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([])
  })

  test('no file imports itself by way of others', () => {
    const around = files.filter((file) => {
      const loaded = (imports.get(file) ?? []).filter((one) => !one.typeOnly)
      return loaded.some(({ target }) => loadedBy(target).has(file))
    })
    expect(around).toEqual([])
  })

  test('the query half loads nothing of Node and nothing native', () => {
    const half = files.filter((file) => roomOf(file)?.isQueryHalf)
    expect(half.length).toBeGreaterThan(100)
    const wrong = half.flatMap((file) =>
      [...loadedBy(file)]
        .filter((loaded) => loaded.startsWith('node:') || NATIVE.includes(loaded))
        .map((loaded) => `${file} → … → ${loaded}`),
    )
    expect(wrong).toEqual([])
  })

  test('only jieba.ts knows the segmenter', () => {
    const knowing = files.filter((file) => /['"]nodejieba['"]/.test(readFileSync(file, 'utf8')))
    expect(knowing.map((file) => basename(file))).toEqual(['jieba.ts'])
  })

  test('only main.ts ends the process', () => {
    const ending = files.filter((file) => /process\.exit\b/.test(readFileSync(file, 'utf8')))
    expect(ending).toEqual(['src/cli/main.ts'])
  })
})
