/**
 * Makes one file of the command line and all that a search loads, and has it compiled: as a hundred modules they take a third of
 * a search from a cold start. What is loaded on demand stays as it is, in modules of its own.
 */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const PROGRAM = 'dist/src/cli/souwen.cjs'
const FILE = 'dist/src/cli/program.cjs'
const CACHE = 'dist/src/cli/program.cache'

/** commander loads it for commands that are programs of their own, of which there are none here; it loads the sockets. */
const withoutChildProcess: Plugin = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'empty' }))
    onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }))
  },
}

rmSync(CACHE, { force: true })
const { outputFiles } = await build({
  entryPoints: ['dist/src/cli/main.js'],
  outfile: FILE,
  write: false,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  plugins: [withoutChildProcess],
  external: [
    ...['server', 'src/ingest', 'src/evaluate', 'src/suggest'].map((one) => `./dist/${one}/*`),
    './dist/src/text/jieba.js',
    './dist/src/backend/article-file.js',
    'pino',
  ],
  minifyWhitespace: true,
  minifySyntax: true,
  define: { 'import.meta.url': 'programUrl' },
  logLevel: 'warning',
})
// An expression of a function, with what a CommonJS module finds around it. A script cannot import by itself.
const HEAD = `(function (require, __filename, __import) {
const programUrl = require('node:url').pathToFileURL(__filename).href;`
const text = outputFiles.map((file) => file.text.replaceAll('import("', '__import("')).join('')
writeFileSync(FILE, `${HEAD}\n${text}})\n`)

/** What each of them compiles is added to what those before it have. */
const typicalRuns = [
  ['search', '开源模型'],
  ['search', '"全文检索" -source:日报', '--json'],
  ['stats'],
]

/** The program may change no flags of V8 then: what was compiled with others is refused. */
const RUN_AND_KEEP = `
  require('node:v8').setFlagsFromString = () => {}
  const script = require('./${PROGRAM}')
  process.on('exit', () => fs.writeFileSync('${CACHE}', script.createCachedData()))`

const index = mkdtempSync(join(tmpdir(), 'souwen-bundle-'))
try {
  execFileSync(process.execPath, [PROGRAM, 'index', 'corpus', '--index', index], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const run of typicalRuns) {
    execFileSync(process.execPath, ['-e', RUN_AND_KEEP, 'souwen', ...run, '--index', index], {
      stdio: 'ignore',
    })
  }
} catch (error) {
  // Everything works without it.
  process.stderr.write(`compiling ahead failed: ${error}\n`)
} finally {
  rmSync(index, { recursive: true, force: true })
}
