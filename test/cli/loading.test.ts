/** What a search loads from the disk: no more than it needs, since loading is most of a search from a cold start. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallCorpus } from './corpus.ts'
import { articleFile, type Workspace } from './program.ts'

/** Writes the address of every module that is loaded to standard error. */
const hooks = `export async function load(url, context, next) {
  process._rawDebug(url)
  return next(url, context)
}`
const register = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hooks))})`
const watching = { NODE_OPTIONS: `--import ${dataUrl(register)}` }

function dataUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`
}

let space: Workspace
beforeAll(async () => {
  space = await smallCorpus()
  for (const name of ['一', '二', '三']) {
    const body = `第${name}次供应链攻击，恶意的 npm 软件包又来了，卖苹果的网店也中了招。`
    await space.write(`corpus/${name}.md`, articleFile({ title: `攻击${name}`, body }))
  }
  await space.souwen(['index'])
})
afterAll(() => space.end())

async function loadedBy(query: string): Promise<string> {
  const { stderr } = await space.souwen(['search', query], watching)
  expect(stderr).toContain('cli/souwen.cjs')
  return stderr
}

const forCorrections = /\/src\/suggest\/|\/minisearch\/|\/text\/readings|\/pinyin-pro\//

describe('a search', () => {
  test.each([
    '供应链',
    '苹果 -手机',
    '"恶意的 npm 软件包"',
    '供应链攻击 source:示例网',
    '"今年的苹果又大又甜，果农忙着采摘"',
    'CVE-2025-24813',
  ])(
    'that finds what was asked for, or cannot be mistyped, loads nothing to correct it: %s',
    async (query) => {
      expect(await loadedBy(query)).not.toMatch(forCorrections)
    },
  )

  test('that finds little does', async () => {
    const loaded = await loadedBy('宫应链')
    for (const part of ['/src/suggest/', '/minisearch/', '/text/sound/readings'])
      expect(loaded).toContain(part)
    // The build has made a table of it.
    expect(loaded).not.toContain('/pinyin-pro/')
  })
})
