#!/usr/bin/env node
/**
 * Starts the program: the one file that the build makes of `main.ts`, with the code that V8 compiled of it then. So a search
 * from a cold start neither links modules nor compiles. V8 itself refuses what another version of it has compiled, and compiles.
 */

const { readFileSync } = require('node:fs') as typeof import('node:fs')
const { Script } = require('node:vm') as typeof import('node:vm')

const path = `${__dirname}/program.cjs`

const script = new Script(readFileSync(path, 'latin1'), { filename: path, cachedData: compiled() })
script.runInThisContext()(require, path, (module: string) => import(module))

/** The build asks it for the code that a run has compiled. */
module.exports = script

function compiled(): Buffer | undefined {
  try {
    return readFileSync(`${__dirname}/program.cache`)
  } catch {
    return undefined
  }
}
