/**
 * `npm run bench:house -- [FOLDER]`: measures the code of a checkout as a house: how many files a folder holds, how long files and
 * functions are, how comments begin, how often a value falls back, how much is tested, how many packages an installation brings.
 * Functions are measured by their indentation, which the formatter keeps right.
 */

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const folder = process.argv[2] ?? '.'

const COMMENT = /\/\*\*?([\s\S]*?)\*\/|(?<=^|\s)\/\/(.*)$/gm
const FALLBACK = /\?\? (?:0|1|''|\[\]|-1|Number\.\w+|EMPTY_\w+|NO_\w+)(?!\w)/g
const FUNCTION =
  /^(\s*)(?:export )?(?:default )?(?:(?:async )?function\b.*|(?:(?:static|async|get|set|override) )*[#\w]+\(.*|(?:const|let) \w+.*=>.*|.*=>) ?\{$/
const KEYWORD = /^\s*(?:if|for|while|switch|catch|else|do|try|return)\b/
const PREPOSITION =
  /^(?:of|in|on|at|by|for|from|with|without|to|into|after|before|among|between|behind|beside|under|over|as|until|where)\b/i

interface SourceFile {
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
}

function readFiles(...folders: readonly string[]): readonly SourceFile[] {
  const present = folders.filter((one) => existsSync(join(folder, one)))
  const paths = present.flatMap((one) =>
    readdirSync(join(folder, one), { recursive: true, encoding: 'utf8' })
      .map((path) => join(one, path))
      .filter((path) => /\.c?tsx?$/.test(path)),
  )
  return paths.map((path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    return { path, text, lines: text.trimEnd().split('\n') }
  })
}

/** Lines of each function with a body of its own, the longest last. */
function functionLengths({ lines }: SourceFile): readonly number[] {
  return lines.flatMap((line, start) => {
    const [, indentation] = FUNCTION.exec(line) ?? []
    if (indentation === undefined || KEYWORD.test(line)) return []
    const end = lines.findIndex((other, at) => at > start && other.startsWith(`${indentation}}`))
    return end < 0 ? [] : [end - start + 1]
  })
}

function comments({ text }: SourceFile): readonly string[] {
  return Array.from(text.matchAll(COMMENT), ([, block, line]) =>
    (block ?? line ?? '').replace(/^[\s*]+/, ''),
  )
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function spread(values: readonly number[]): string {
  return [0.5, 0.9, 1].map((share) => quantile(values, share)).join(' / ')
}

function countLines(files: readonly SourceFile[]): number {
  return files.reduce((sum, { lines }) => sum + lines.length, 0)
}

/** The folder with the most files, and their number. */
function fullestFolder(files: readonly SourceFile[]): string {
  const counts = new Map<string, number>()
  for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  const [[name, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a)
  return `${count} (${name}), ${counts.size} folders`
}

function packagesAtRunTime(): number {
  const args = ['ls', '--omit=dev', '--all', '--parseable']
  const listed = execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  return new Set(
    listed
      .trim()
      .split('\n')
      .slice(1)
      .map((path) => basename(path)),
  ).size
}

const code = readFiles('src', 'server')
const tests = readFiles('test')
const functions = code.flatMap(functionLengths)
const said = code.flatMap(comments)
const fallbacks = code.reduce((sum, { text }) => sum + (text.match(FALLBACK)?.length ?? 0), 0)

const rows: Readonly<Record<string, string>> = {
  'files in the fullest folder': fullestFolder(code),
  'lines a file, median / 90 % / longest': spread(code.map(({ lines }) => lines.length)),
  'lines a function, median / 90 % / longest': spread(functions),
  'comments that begin with a preposition': `${said.filter((one) => PREPOSITION.test(one)).length} of ${said.length}`,
  'comments that begin with What or Who': `${said.filter((one) => /^(?:what|who)\b/i.test(one)).length}`,
  'fallbacks in 1,000 lines': ((fallbacks / countLines(code)) * 1000).toFixed(1),
  'lines of code / of tests': `${countLines(code)} / ${countLines(tests)}`,
  'packages at run time': `${packagesAtRunTime()}`,
}
for (const [name, value] of Object.entries(rows)) process.stdout.write(`${name}: ${value}\n`)
