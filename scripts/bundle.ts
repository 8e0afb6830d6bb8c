/**
 * Makes single files of what a search from a cold start loads, in their places under dist: as a hundred modules they take a
 * fifth of its time. What is loaded on demand stays apart, and so do the errors, which must be one class for all.
 */

import { readdirSync } from 'node:fs'
import { build } from 'esbuild'

const ERRORS = './dist/src/errors.js'
const commands = readdirSync('dist/src/cli')
  .filter((name) => name.endsWith('.js'))
  .map((name) => `./dist/src/cli/${name}`)

/** Of these the command line loads one, when it is asked for. */
const onDemand = commands.filter((path) =>
  /(?:index-command|search|explain|suggest|show|stats|verify|analyze|evaluate|serve|hit-text)\.js$/.test(
    path,
  ),
)

interface Bundle {
  readonly path: string
  readonly external: readonly string[]
  /** Packages that become part of it. */
  readonly packages?: 'bundle'
}

const bundles: readonly Bundle[] = [
  { path: './dist/src/backend/embedded.js', external: [ERRORS, './dist/src/suggest/*'] },
  { path: './dist/src/cli/program.js', external: [ERRORS, ...onDemand], packages: 'bundle' },
  {
    path: './dist/src/cli/search.js',
    external: [ERRORS, './dist/src/engine.js', './dist/src/cli/hit-text.js'],
  },
  { path: './dist/src/cli/hit-text.js', external: [ERRORS], packages: 'bundle' },
]

for (const { path, external, packages = 'external' } of bundles) {
  await build({
    entryPoints: [path],
    outfile: path,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages,
    external: [...external],
    minifyWhitespace: true,
    minifySyntax: true,
    // A package in CommonJS asks for Node's own modules by require.
    banner: {
      js: "import{createRequire as requireFor}from'node:module';const require=requireFor(import.meta.url);",
    },
    logLevel: 'warning',
  })
}
