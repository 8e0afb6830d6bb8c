/** A file of very many lines: a small heap is enough to index what stands beside it. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import { articleFile, type Workspace, workspace } from './program.ts'

let space: Workspace
beforeEach(async () => {
  space = await workspace()
})
afterEach(() => space.end())

const SMALL_HEAP = { NODE_OPTIONS: '--max-old-space-size=256' }

test('is named, and the others are indexed, with a heap of 256 MB', async () => {
  await space.write('corpus/lines.md', 'x\n'.repeat(15_000_000))
  await space.write('corpus/a.md', articleFile({ title: '苹果丰收', body: '今年的苹果又大又甜。' }))
  const { exitCode, stdout, stderr } = await space.souwen(['index'], SMALL_HEAP)
  expect(stderr).toContain('lines.md: 15000001 lines are more than the 1000000 read of a file')
  expect(stdout).toMatch(/^1 added, .* 1 skipped/)
  expect(exitCode).toBe(2)
})
