/** The program in one file, with the code compiled of it when it was built. */

import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { main } from './program.ts'

let folder: string

/** A copy of the program, its package.json three folders up as in the original. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-compiled-'))
  mkdirSync(join(folder, 'dist/src/cli'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"version": "7.8.9"}')
  for (const name of ['souwen.cjs', 'program.cjs', 'program.cache'])
    copyFileSync(join(dirname(main), name), join(folder, 'dist/src/cli', name))
})

afterEach(() => rmSync(folder, { recursive: true }))

function inCopy(...args: readonly string[]): string {
  return execFileSync(process.execPath, args, { cwd: join(folder, 'dist/src/cli') }).toString()
}

const ASK = `const { cachedDataRejected } = require('./souwen.cjs')
process.on('exit', () => console.log(cachedDataRejected))`

describe('the compiled program', () => {
  test('takes the code that the build compiled of it', () => {
    expect(inCopy('-e', ASK, 'souwen', '--version')).toBe('7.8.9\nfalse\n')
  })

  test('works without it, and with what is left of it', () => {
    const path = join(folder, 'dist/src/cli/program.cache')
    const whole = readFileSync(path)
    for (const length of [0, 10, 100, whole.length >> 1, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length))
      expect(inCopy('souwen.cjs', '--version')).toBe('7.8.9\n')
    }
    rmSync(path)
    expect(inCopy('souwen.cjs', '--version')).toBe('7.8.9\n')
  })

  test('compiles its text again where another program was compiled', () => {
    const text = join(folder, 'dist/src/cli/program.cjs')
    writeFileSync(text, `${readFileSync(text, 'latin1')}// one line more\n`)
    expect(inCopy('souwen.cjs', '--version')).toBe('7.8.9\n')
    expect(inCopy('-e', ASK, 'souwen', '--version')).toBe('7.8.9\ntrue\n')
  })
})
