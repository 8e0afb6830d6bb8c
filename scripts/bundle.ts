/**
 * Makes one file of the command line with all that a search loads, and another of indexing, and lets V8 compile both: loading a
 * hundred modules takes a third of a search. Modules that are loaded on demand stay as they are.
 */

import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'

const FOLDER = 'dist/src/cli'
const PROGRAM = `${FOLDER}/souwen.cjs`
const INDEXING = 'import("../ingest/index-corpus.js")'

/** commander loads node:child_process, and with it the sockets, for commands that are programs. There are none here. */
const withoutChildProcess: Plugin = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'empty' }))
    onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** Each module keeps its own address, so that it finds the files beside it. */
const withAddresses: Plugin = {
  name: 'with-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dist[\\/]src[\\/].*\.js$/ }, ({ path }) => {
      const address = JSON.stringify(relative(FOLDER, path).replaceAll('\\', '/'))
      const text = readFileSync(path, 'utf8')
      return { contents: text.replaceAll('import.meta.url', `programAddress(${address})`) }
    })
  },
}

/**
 * lru-cache looks for a clock as soon as it is loaded. Only entries that grow too old need one, and there are none; but to look at
 * `performance` is to load it.
 */
const withoutClock: Plugin = {
  name: 'without-clock',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]lru-cache[\\/].*\.js$/ }, ({ path }) => ({
      contents: `const performance = undefined;${readFileSync(path, 'utf8')}`,
    }))
  },
}

// The file is one function expression that takes what a CommonJS module finds around it. A script cannot import by itself.
const HEAD = `(function (require, __filename, __import, __run) {
const module = { exports: {} };
const programAddress = (path) => new URL(path, require('node:url').pathToFileURL(__filename)).href;`
const TAIL = `
return module.exports })
`

/** @param external folders and files of the build, and packages, that stay modules of their own */
async function bundle(name: string, entry: string, external: readonly string[]): Promise<void> {
  const outfile = `${FOLDER}/${name}.cjs`
  rmSync(`${FOLDER}/${name}.cache`, { force: true })
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile,
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    plugins: [withoutChildProcess, withAddresses, withoutClock],
    external: [...external],
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  })
  const text = outputFiles.map((file) => file.text.replaceAll(INDEXING, '__run("indexing")'))
  const program = text.join('').replaceAll('import("', '__import("')
  writeFileSync(outfile, `${HEAD}\n${inAscii(program)}${TAIL}`)
}

/** Escapes what is beyond ASCII: the program is read one byte a character, which is quicker. */
function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => {
    const hex = unit.charCodeAt(0).toString(16)
    return `\\u${hex.padStart(4, '0')}`
  })
}

await bundle('program', 'dist/src/cli/main.js', [
  ...['server', 'src/ingest', 'src/evaluate', 'src/suggest'].map((one) => `./dist/${one}/*`),
  './dist/src/text/jieba/jieba.js',
  './dist/src/backend/article-file.js',
  'pino',
])
await bundle('indexing', 'dist/src/ingest/index-corpus.js', [
  './dist/src/text/sound/pinyin.js',
  'nodejieba',
  'tinypool',
])

const corpus = mkdtempSync(join(tmpdir(), 'souwen-corpus-'))
const index = mkdtempSync(join(tmpdir(), 'souwen-bundle-'))

/** The code that each of them compiles is added to that of those before it. */
const typicalRuns = [
  ['index', corpus],
  ['index', corpus],
  ['search', '开源模型'],
  ['search', '"全文检索" -source:日报', '--json'],
  ['stats'],
]

/** V8 refuses code that was compiled with other flags than it has when it loads the code, so these runs change none. */
const RUN_AND_KEEP = `
  require('node:v8').setFlagsFromString = () => {}
  const { scripts } = require('./${PROGRAM}')
  process.on('exit', () => {
    for (const [name, script] of scripts)
      fs.writeFileSync('${FOLDER}/' + name + '.cache', script.createCachedData())
  })`

try {
  cpSync('corpus', corpus, { recursive: true })
  execFileSync(process.execPath, [PROGRAM, 'index', corpus, '--index', index], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const [number, run] of typicalRuns.entries()) {
    writeFileSync(join(corpus, 'new.md'), `# 开源模型 ${number}\n\n全文检索的新文章。\n`)
    execFileSync(process.execPath, ['-e', RUN_AND_KEEP, 'souwen', ...run, '--index', index], {
      stdio: 'ignore',
    })
  }
} catch (error) {
  // Everything works without it.
  process.stderr.write(`compiling ahead failed: ${error}\n`)
} finally {
  for (const folder of [corpus, index]) rmSync(folder, { recursive: true, force: true })
}
