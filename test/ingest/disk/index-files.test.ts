/** Index files are whole on the disk before anything names them, and what a killed run left behind is found and goes. */

import fs, {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SouwenError } from '../../../src/errors.ts'
import { nodeFolder } from '../../../src/index/disk/node-folder.ts'
import { createBlockCache } from '../../../src/index/files/block-cache.ts'
import { openContainer } from '../../../src/index/files/container.ts'
import {
  createFileNames,
  explainWriteErrors,
  firstFreeNumber,
  removeUnnamedFiles,
  replaceFile,
  restoreError,
  writeIndexFile,
} from '../../../src/ingest/disk/index-files.ts'
import { systemError, type Writer, withWriter } from '../../helpers/failing-writes.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'souwen-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Puts files there that begin as those of an index do. */
const put = (...names: readonly string[]) => {
  for (const name of names) writeFileSync(join(folder, name), 'SOUWEN')
}
const names = () => readdirSync(folder).sort()

/** How many files this process has open, where the system tells. */
const openFiles = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0)

/** Files that somebody else put into the folder. */
const FOREIGN = ['README.md', 'segment', 'segment-', 'segment-5.md', 'my-segment-5', 'notes.new']

describe('the number of the next file', () => {
  test('is 1 in a folder without index files, whatever else is there', () => {
    expect(firstFreeNumber(folder)).toBe(1)
    put(...FOREIGN)
    expect(firstFreeNumber(folder)).toBe(1)
  })

  test('is one more than the highest of any kind', () => {
    const kind = fc.constantFrom('segment', 'deletions', 'catalog', 'suggestions', 'duplicates')
    const files = fc.array(fc.tuple(kind, fc.nat(2000)), { maxLength: 6 })
    fc.assert(
      fc.property(files, (all) => {
        for (const name of readdirSync(folder)) rmSync(join(folder, name))
        put(...all.map(([name, number]) => `${name}-${number}`))
        const highest = Math.max(0, ...all.map(([, number]) => number))
        expect(firstFreeNumber(folder)).toBe(highest + 1)
      }),
      { numRuns: 40 },
    )
  })

  test('goes up by one with each name, of whatever kind', () => {
    const files = createFileNames(7)
    expect([files.next('segment'), files.next('catalog'), files.next('segment')]).toEqual([
      'segment-7',
      'catalog-8',
      'segment-9',
    ])
    expect(files.nextFile).toBe(10)
  })
})

describe('files that no generation names', () => {
  test('go: those of older generations, and what a killed run left half written', () => {
    put('manifest.json', 'segment-1', 'segment-2', 'catalog-3', 'suggestions-4')
    put('deletions-5', 'duplicates-6', 'segment-7.new', 'manifest.json.new')
    removeUnnamedFiles(folder, new Set(['segment-2', 'catalog-3']))
    expect(names()).toEqual(['catalog-3', 'manifest.json', 'segment-2'])
  })

  test('stay where they are not of the index', () => {
    put(...FOREIGN, 'segment-1')
    removeUnnamedFiles(folder, new Set())
    expect(names()).toEqual(FOREIGN.toSorted())
  })

  test('stay where they only have such a name, and go where a crash left nothing or zeros in them', () => {
    const texts = { 'segment-1': '# 第一节', 'segment-2': '', 'segment-3': '\0\0\0\0\0\0\0\0\0' }
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
    removeUnnamedFiles(folder, new Set())
    expect(names()).toEqual(['segment-1'])
  })
})

/** Writes a file with one section. */
const write = (name: string, text: string) =>
  writeIndexFile(join(folder, name), (container) => {
    container.section('text')
    container.append(Buffer.from(text))
    return container.finish()
  })

async function textIn(name: string): Promise<string> {
  const source = await nodeFolder(folder).open(name)
  const container = await openContainer(source, createBlockCache(0))
  const bytes = await container.section('text').readAll()
  await container.close()
  return new TextDecoder().decode(bytes)
}

describe('a file of the index', () => {
  test('holds what was written, and the result of writing is given back', async () => {
    const byteLength = await write('segment-1', '全文检索')
    expect(byteLength).toBe(fs.statSync(join(folder, 'segment-1')).size)
    expect(await textIn('segment-1')).toBe('全文检索')
  })

  test('is whole where the system writes a byte at a time', async () => {
    const { writeSync } = fs
    const oneByte = (_: number, [file, bytes, from]: readonly unknown[]) =>
      // The arguments of a call that writeAll made.
      writeSync(file as number, bytes as Uint8Array, Number(from), 1)
    await withWriter('writeSync', oneByte, () => write('segment-1', '全文检索'))
    expect(await textIn('segment-1')).toBe('全文检索')
  })

  test('is on the disk before its result is known', async () => {
    const calls: string[] = []
    const note = (name: string) => () => {
      calls.push(name)
      return undefined
    }
    await withWriter('fsyncSync', note('sync'), async () => {
      await withWriter('writeSync', note('write'), () => write('segment-1', '全文'))
      calls.push('done')
    })
    expect(calls.slice(-2)).toEqual(['sync', 'done'])
    expect(calls).toContain('write')
  })

  test.each<readonly [Writer, string]>([
    ['openSync', 'EACCES'],
    ['writeSync', 'ENOSPC'],
    ['fsyncSync', 'EIO'],
  ])(
    'that cannot be written, for %s fails, is named with the reason, and closed',
    async (name, code) => {
      const open = openFiles()
      const fail = () => {
        throw systemError(code, name)
      }
      await withWriter(name, fail, async () => {
        await expect(write('segment-1', '全文')).rejects.toMatchObject({
          code: 'index-unwritable',
          message: expect.stringMatching(
            new RegExp(`segment-1: cannot be written \\(${code}.*run "souwen index" again`),
          ),
        })
      })
      expect(openFiles()).toBe(open)
    },
  )

  test('is closed when what was to be written into it fails, and that error is the one told', async () => {
    const open = openFiles()
    const failed = writeIndexFile(join(folder, 'segment-1'), async () => {
      throw new Error('the segment is wrong')
    })
    await expect(failed).rejects.toThrow(/^the segment is wrong$/)
    expect(openFiles()).toBe(open)
  })
})

describe('a file that is replaced', () => {
  const read = () => readFileSync(join(folder, 'manifest.json'), 'utf8')

  test('holds the new text, and nothing else is left', () => {
    replaceFile(folder, 'manifest.json', '一')
    replaceFile(folder, 'manifest.json', '二')
    expect(read()).toBe('二')
    expect(names()).toEqual(['manifest.json'])
  })

  test.each<Writer>(['openSync', 'writeSync', 'fsyncSync', 'renameSync'])(
    'holds the old one when %s fails at any call before the new one took its place',
    async (name) => {
      replaceFile(folder, 'manifest.json', '一')
      for (let failing = 0; ; failing++) {
        let failed = false
        const fail = (calls: number) => {
          if (calls !== failing) return undefined
          failed = true
          throw systemError('EIO', name)
        }
        let replaced = false
        await withWriter(name, fail, async () => {
          try {
            replaceFile(folder, 'manifest.json', '二')
            replaced = true
          } catch (error) {
            expect(error).toMatchObject({ code: 'index-unwritable' })
          }
        })
        expect(replaced).toBe(!failed)
        if (replaced) break
        // The last sync comes after the step itself.
        expect(['一', ...(name === 'fsyncSync' ? ['二'] : [])]).toContain(read())
      }
      expect(read()).toBe('二')
    },
  )

  test('is synced before it takes the place, and the folder before and after', async () => {
    const calls: string[] = []
    const note = (name: string) => () => {
      calls.push(name)
      return undefined
    }
    await withWriter('renameSync', note('rename'), () =>
      withWriter('fsyncSync', note('sync'), async () => replaceFile(folder, 'manifest.json', '一')),
    )
    expect(calls).toEqual(['sync', 'sync', 'rename', 'sync'])
  })
})

describe('an error of writing', () => {
  const explained = () => {
    try {
      return explainWriteErrors('/index/segment-1', () => {
        throw systemError('ENOSPC', 'write')
      })
    } catch (error) {
      return error
    }
  }

  test('keeps its cause', () => {
    expect(explained()).toMatchObject({ cause: { code: 'ENOSPC' } })
  })

  test('that came out of another thread as a plain one is the same again', () => {
    const sent = new Error((explained() as Error).message)
    const restored = restoreError(sent)
    expect(restored).toBeInstanceOf(SouwenError)
    expect(restored).toMatchObject({ code: 'index-unwritable', message: sent.message, cause: sent })
  })

  test('is told from every other', () => {
    for (const other of [new Error('segment-1 cannot be read'), 'cannot be written', undefined])
      expect(restoreError(other)).toBe(other)
  })
})
