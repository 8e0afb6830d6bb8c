/** Files of a corpus, and everything beside them that must not be read: real files, links, pipes and sockets. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCorpusFile } from '../../src/backend/article-file.ts'
import { archiveFolder } from '../helpers/archive-folder.ts'

const archive = archiveFolder()
const { corpus } = archive
const outside = join(dirname(corpus), 'outside')
const besides = `${corpus}-old`
const socket = createServer()
const read = (path: string) => readCorpusFile(corpus, path)
const link = (name: string, target: string) => symlinkSync(target, join(corpus, name))

beforeAll(async () => {
  for (const folder of [outside, besides]) {
    mkdirSync(folder)
    writeFileSync(join(folder, 'secret.md'), 'secret')
  }
  archive.write('site/a.md', '# 漏洞\r\n正文')
  archive.write('..a.md', 'begins with dots')
  archive.write('latin/甲 %2e.md', 'odd name')
  archive.write('gb.md', Uint8Array.of(0xc2, 0xa9, 0xb6, 0xb4, 0xcd, 0xa8, 0xb1, 0xa8))
  archive.write('binary.md', Uint8Array.of(0x61, 0, 0x62))
  archive.write('empty.md', '')
  link('out.md', join(outside, 'secret.md'))
  link('out', outside)
  link('relative.md', '../outside/secret.md')
  link('twice.md', 'out.md')
  link('loop.md', 'loop.md')
  link('nowhere.md', 'nothing.md')
  link('in.md', 'site/a.md')
  link('up', '..')
  execFileSync('mkfifo', [join(corpus, 'pipe.md')])
  link('to-pipe.md', 'pipe.md')
  await new Promise<void>((done) => socket.listen(join(corpus, 'socket.md'), done))
})
afterAll(async () => {
  await new Promise((done) => socket.close(done))
  archive.end()
})

describe('a file of the corpus', () => {
  test.each([
    ['in a folder, its lines ended alike', 'site/a.md', '# 漏洞\n正文'],
    ['by a way round', 'site/../site/./a.md', '# 漏洞\n正文'],
    ['whose name begins with dots', '..a.md', 'begins with dots'],
    ['whose name would be decoded in an address', 'latin/甲 %2e.md', 'odd name'],
    ['in GB18030', 'gb.md', '漏洞通报'],
    ['that is empty', 'empty.md', ''],
    ['that a link in the corpus leads to', 'in.md', '# 漏洞\n正文'],
    ['out of the corpus and back', 'up/corpus/site/a.md', '# 漏洞\n正文'],
  ])('is read: one %s', async (_what, path, text) => {
    expect(await read(path)).toBe(text)
  })

  test('is read where the corpus is a link, and where it is the root', async () => {
    const alias = join(outside, 'alias')
    symlinkSync(corpus, alias)
    expect(await readCorpusFile(alias, 'empty.md')).toBe('')
    expect(await readCorpusFile(`${corpus}/`, 'empty.md')).toBe('')
    expect(await readCorpusFile('/', join(corpus, 'empty.md'))).toBe('')
  })

  test('is read up to 32 MiB', async () => {
    const most = 32 << 20
    archive.write('large.md', Buffer.alloc(most, 'a'))
    expect((await read('large.md'))?.length).toBe(most)
    archive.write('large.md', Buffer.alloc(most + 1, 'a'))
    expect(await read('large.md')).toBeUndefined()
  })
})

describe('nothing is read', () => {
  test.each([
    ['above the corpus', '../outside/secret.md'],
    ['in a folder whose name begins as that of the corpus', '../corpus-old/secret.md'],
    ['behind a link to a file', 'out.md'],
    ['behind a link to a folder', 'out/secret.md'],
    ['behind a relative link', 'relative.md'],
    ['behind a link to a link', 'twice.md'],
    ['behind a link to itself', 'loop.md'],
    ['behind a link to nothing', 'nowhere.md'],
    ['behind a link to the folder above', 'up/outside/secret.md'],
    ['from a pipe that nobody writes to', 'pipe.md'],
    ['from a pipe behind a link', 'to-pipe.md'],
    ['from a socket', 'socket.md'],
    ['from a folder', 'site'],
    ['from the corpus itself', ''],
    ['from a file that is not there', 'site/b.md'],
    ['below a file', 'site/a.md/x'],
    ['that is no text', 'binary.md'],
    ['by a name with a NUL', 'site/a.md\0.png'],
  ])('%s', async (_where, path) => {
    expect(await read(path)).toBeUndefined()
  })

  test('from a folder that was replaced by a link', async () => {
    archive.write('moved/secret.md', 'public')
    expect(await read('moved/secret.md')).toBe('public')
    renameSync(join(corpus, 'moved'), join(corpus, 'was'))
    link('moved', outside)
    expect(await read('moved/secret.md')).toBeUndefined()
  })

  test('where there is no corpus', async () => {
    expect(await readCorpusFile(join(outside, 'none'), 'a.md')).toBeUndefined()
  })
})
