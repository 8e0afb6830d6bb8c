#!/usr/bin/env node
/**
 * Starts the program: the one file that the build makes of `main.ts`, with the code that V8 compiled of it then. So a search
 * from a cold start neither links modules nor compiles. V8 itself refuses what another version of it has compiled, and compiles.
 * Indexing is another such file, which the program asks for.
 */

const { readFileSync } = require('node:fs') as typeof import('node:fs')
const { Script } = require('node:vm') as typeof import('node:vm')

/** The scripts are kept by name; the build asks them for the code that a run has compiled. */
const scripts = new Map<string, InstanceType<typeof Script>>()
module.exports = { scripts }

run('program')

/** Runs one of the files that scripts/bundle.ts makes. Returns what it exports. */
function run(name: string): unknown {
  const path = `${__dirname}/${name}.cjs`
  const cachedData = compiled(name)
  const script = new Script(readFileSync(path, 'latin1'), { filename: path, cachedData })
  scripts.set(name, script)
  return script.runInThisContext()(require, path, (module: string) => import(module), run)
}

function compiled(name: string): Buffer | undefined {
  try {
    return readFileSync(`${__dirname}/${name}.cache`)
  } catch {
    return undefined
  }
}
