/** The built program as a package would ship it, on a machine where the optional nodejieba could not be installed. */

import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Workspace, workspace } from './program.ts'

const ROOT = join(import.meta.dirname, '../..')

let folder: string
let space: Workspace

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-packaged-'))
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== 'nodejieba')
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name))
  space = await workspace(join(folder, 'dist/src/cli/souwen.cjs'))
})

afterAll(async () => {
  await space.end()
  rmSync(folder, { recursive: true })
})

test('finds no nodejieba', () => {
  const require = createRequire(join(folder, 'dist/src/cli/souwen.cjs'))
  expect(() => require.resolve('nodejieba')).toThrow(/Cannot find module/)
  expect(require.resolve('hono')).toContain('hono')
})

test('indexes and finds a word of the dictionary inside a run of Han', async () => {
  await space.write('corpus/a.md', '# 标题\n\n共和国的供应链攻击事件。\n')
  expect(await space.souwen(['index', 'corpus'])).toMatchObject({ stderr: '', exitCode: 0 })
  const found = await space.souwen(['search', '攻击', '--json'])
  expect(found).toMatchObject({ stderr: '', exitCode: 0 })
  expect(JSON.parse(found.stdout)).toMatchObject({ total: 1 })
  const { stdout } = await space.souwen(['analyze', '共和国的供应链攻击'])
  expect(stdout.split(/\s+/)).toEqual(expect.arrayContaining(['攻击', '共和国']))
})
