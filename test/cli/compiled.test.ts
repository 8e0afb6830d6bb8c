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
  for (const name of FILES)
    copyFileSync(join(dirname(main), name), join(folder, 'dist/src/cli', name))
})

afterEach(() => rmSync(folder, { recursive: true }))

function inCopy(...args: readonly string[]): string {
  return execFileSync(process.execPath, args, { cwd: join(folder, 'dist/src/cli') }).toString()
}

const FILES = ['souwen.cjs', 'program.cjs', 'program.cache']

const ASK = `const { scripts } = require('./souwen.cjs')
process.on('exit', () => scripts.forEach((one, name) => console.log(name, one.cachedDataRejected)))`

describe('the compiled program', () => {
  test('takes the code that the build compiled of it', () => {
    expect(inCopy('-e', ASK, 'souwen', '--version')).toBe('7.8.9\nprogram false\n')
  })

  test('takes that of indexing when it indexes', () => {
    const corpus = join(folder, 'corpus')
    mkdirSync(corpus)
    writeFileSync(join(corpus, 'a.md'), '# 标题\n\n正文。\n')
    const run = ['-e', ASK, 'souwen', 'index', corpus, '--index', join(folder, 'index')]
    const said = execFileSync(process.execPath, run, { cwd: dirname(main) }).toString()
    expect(said).toMatch(/^1 added, [\s\S]*program false\nindexing false\n$/)
  })

  test('is ASCII, since it is read a byte a character: patterns would look for something else', () => {
    for (const name of ['program.cjs', 'indexing.cjs'])
      expect(readFileSync(join(dirname(main), name)).every((byte) => byte < 0x80)).toBe(true)
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
    expect(inCopy('-e', ASK, 'souwen', '--version')).toBe('7.8.9\nprogram true\n')
  })
})
