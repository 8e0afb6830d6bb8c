import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-folder-'))
  // A folder opens as a file does; only reading it fails, as on a disk that is broken at that place.
  mkdirSync(join(folder, 'segment-1'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const unreadable = {
  code: 'index-damaged',
  message: expect.stringMatching(/segment-1: cannot be read \(EISDIR: [^']*\); if the disk/),
}

describe('what cannot be read is named, with why', () => {
  test('when a part of a file is read', async () => {
    const file = await nodeFolder(folder).open('segment-1')
    await expect(file.read(0, 10)).rejects.toMatchObject(unreadable)
    await file.close()
  })

  test('when all of a file is read', async () => {
    await expect(nodeFolder(folder).readText('segment-1')).rejects.toMatchObject(unreadable)
  })
})

test('what is not there is undefined as a text, and missing as a file', async () => {
  expect(await nodeFolder(folder).readText('segment-2')).toBeUndefined()
  await expect(nodeFolder(folder).open('segment-2')).rejects.toThrow(/segment-2 is missing/)
})
