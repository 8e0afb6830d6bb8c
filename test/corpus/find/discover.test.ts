/** The files of a corpus folder, on a real disk. */

import { chmod, mkdir, mkdtemp, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findArticles } from '../../../src/corpus/find/discover.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'souwen-[(*)] 语料-'))
})

afterEach(async () => {
  await chmod(folder, 0o755)
  await chmod(join(folder, 'closed'), 0o755).catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
})

async function put(path: string, text = '正文'): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), text)
}

const found = async () => [...(await findArticles(folder)).files.paths]

test('articles are found at any depth, whatever the case of their ending, in the order of their paths', async () => {
  for (const path of ['b.md', 'a/深/处.markdown', 'a.TXT', '2025/01/源_标题 [x] (y).Md', 'ａ.md'])
    await put(path)
  expect(await found()).toEqual([
    '2025/01/源_标题 [x] (y).Md',
    'a.TXT',
    'a/深/处.markdown',
    'b.md',
    'ａ.md',
  ])
})

test('the order of paths is that of their UTF-16 units, across folders as well', async () => {
  const paths = ['a/b.md', 'a b/c.md', 'a-b.md', 'a.md', 'a.md.d/e.md', 'a0.md', '\uFF5E/f.md']
  paths.push('\u{1F600}.md', 'a/b/c.md', 'a/b c.md')
  for (const path of paths) await put(path)
  expect(await found()).toEqual(paths.sort())
})

test('other files, and what begins with a dot, are none', async () => {
  for (const path of ['a.pdf', 'md', 'b.md.bak', '.hidden.md', '.git/c.md']) await put(path)
  await mkdir(join(folder, 'folder.md'))
  expect(await found()).toEqual([])
})

test('pages, and texts of any kind, are articles; other kinds are counted by ending', async () => {
  for (const path of [
    'a.html',
    'b.HTM',
    'c.mdx',
    'd.org',
    'e.rst',
    'f.mkd',
    'g.markdown',
    'h.text',
  ])
    await put(path)
  for (const path of ['x.pdf', 'y.PDF', 'z.docx', 'LICENSE', '.hidden.pdf']) await put(path)
  const { files, others } = await findArticles(folder)
  expect(files.length).toBe(8)
  expect(Object.fromEntries(others)).toEqual({ '.pdf': 2, '.docx': 1, '': 1 })
})

test('the parts of a page that a browser saved beside it are none', async () => {
  for (const path of [
    '文章.html',
    '文章_files/frame.html',
    '图_files/a.html',
    'b.htm',
    'b.files/c.html',
  ])
    await put(path)
  expect(await found()).toEqual(['b.htm', '图_files/a.html', '文章.html'])
})

describe('what is left out', () => {
  const pathsWith = async (exclude: readonly string[], noIgnore = false) => [
    ...(await findArticles(folder, undefined, { exclude, noIgnore })).files.paths,
  ]

  test('packages, hidden folders and what .gitignore names, unless asked for', async () => {
    await put('.gitignore', 'drafts/\n*.tmp.md\n!keep.tmp.md\n')
    for (const path of [
      'a.md',
      'drafts/b.md',
      'c.tmp.md',
      'keep.tmp.md',
      'node_modules/d.md',
      '.obsidian/e.md',
      '.git/f.md',
    ])
      await put(path)
    expect(await pathsWith([])).toEqual(['a.md', 'keep.tmp.md'])
    expect(await pathsWith([], true)).toEqual([
      '.obsidian/e.md',
      'a.md',
      'c.tmp.md',
      'drafts/b.md',
      'keep.tmp.md',
      'node_modules/d.md',
    ])
  })

  test('what .souwenignore names, a folder’s own rules going before those above it', async () => {
    await put('.souwenignore', '/old\n*.txt\n# 注释\n草稿*\n')
    await put('in/.souwenignore', '!b.txt\n/c.md\n')
    for (const path of [
      'old/a.md',
      'in/old/a.md',
      'a.txt',
      'in/b.txt',
      'in/c.md',
      'in/d/c.md',
      '草稿一.md',
    ])
      await put(path)
    const left = ['in/b.txt', 'in/d/c.md', 'in/old/a.md']
    expect(await pathsWith([])).toEqual(left)
    expect(await pathsWith([], true)).toEqual(left)
  })

  test('what is excluded, whatever the files say', async () => {
    await put('.souwenignore', '!a.md\n')
    for (const path of ['a.md', 'b/a.md', 'b/c.md', 'd/e/f.md']) await put(path)
    expect(await pathsWith(['a.md', '/d/**'])).toEqual(['b/c.md'])
    expect(await pathsWith(['*.md', '!b/c.md'])).toEqual(['b/c.md'])
  })
})

test('each has its size in bytes and its time in milliseconds', async () => {
  await put('a.md', '四字六字')
  await utimes(join(folder, 'a.md'), 1_700_000_000, 1_700_000_000.5)
  const { ctimeMs } = await stat(join(folder, 'a.md'))
  const { files } = await findArticles(folder)
  expect([...files]).toEqual([
    { path: 'a.md', sizeBytes: 12, modifiedMs: 1_700_000_000_500, changedMs: ctimeMs },
  ])
})

describe('a symbolic link', () => {
  test('is not followed, whether it leads out of the folder, into it, to a file, round in a circle, or nowhere', async () => {
    await put('a/in.md')
    await symlink(tmpdir(), join(folder, 'out'))
    await symlink(join(folder, 'a'), join(folder, 'again'))
    await symlink(join(folder, 'a/in.md'), join(folder, 'file.md'))
    await symlink(folder, join(folder, 'a/circle'))
    await symlink('/nowhere', join(folder, 'broken.md'))
    const { files, problems } = await findArticles(folder)
    expect([...files.paths]).toEqual(['a/in.md'])
    expect(problems).toEqual([])
  })

  test('to the corpus itself is followed', async () => {
    await put('a.md')
    const link = `${folder}-link`
    await symlink(folder, link)
    const { files } = await findArticles(link).finally(() => rm(link))
    expect([...files.paths]).toEqual(['a.md'])
  })
})

test('names that are not UTF-8 are reported, and the others are found', async () => {
  await put('good.md')
  const odd = (ending: string) =>
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(ending)])
  await writeFile(odd('.md'), '正文')
  await mkdir(odd('文件夹'))
  const { files, problems } = await findArticles(folder)
  expect([...files.paths]).toEqual(['good.md'])
  expect(problems).toEqual([
    { path: '\uFFFD(\uFFFD.md', reason: 'its name is not UTF-8; rename it' },
    { path: '\uFFFD(\uFFFD文件夹', reason: 'its name is not UTF-8; rename it' },
  ])
})

test('names may hold what means something to a glob, a shell or another system', async () => {
  const names = ['!a.md', '[x]{1,2}(y)*?.md', 'a\\b/c\\d.md', 'new\nline.md', '\uFFFD.md', '~$-.md']
  for (const name of names) await put(name)
  expect(await found()).toEqual(names.sort())
})

describe('a folder that may not be read', () => {
  test('is reported, and the others are looked at', async () => {
    await put('open/a.md')
    await put('closed/b.md')
    await chmod(join(folder, 'closed'), 0)
    const { files, problems } = await asNobody(() => findArticles(folder))
    expect([...files.paths]).toEqual(['open/a.md'])
    expect(problems).toEqual([{ path: 'closed', reason: 'cannot be read (EACCES)' }])
  })

  test('counts as it was when an earlier run knew its files', async () => {
    for (const path of ['a.md', 'closed/b.md', 'closed/deep/c.md', 'closed.md', 'd.md'])
      await put(path)
    const before = await findArticles(folder)
    await put('closed/new.md')
    await chmod(join(folder, 'closed'), 0)
    const { files, knownRows, problems } = await asNobody(() => findArticles(folder, before.files))
    expect([...files]).toEqual([...before.files])
    expect([...knownRows]).toEqual([0, 1, 2, 3, 4])
    const reason = 'cannot be read (EACCES); what the index has of it stays'
    expect(problems).toEqual([{ path: 'closed', reason }])
  })

  test('is refused when it is the corpus: its articles are not gone', async () => {
    await put('a.md')
    await chmod(folder, 0)
    await expect(asNobody(() => findArticles(folder))).rejects.toThrow(/cannot be read \(EACCES\)/)
  })

  /** Root may read everything. */
  async function asNobody<Result>(run: () => Promise<Result>): Promise<Result> {
    if (process.geteuid?.() !== 0) return run()
    const { mode } = await stat(folder)
    await chmod(folder, (mode & 0o700) === 0 ? 0 : 0o755)
    process.seteuid?.(65534)
    return run().finally(() => process.seteuid?.(0))
  }
})

test('a folder that is missing, or a file, is refused with what to do', async () => {
  await put('a.md')
  await expect(findArticles(join(folder, 'none'))).rejects.toThrow(
    /none: no such folder; give the folder/,
  )
  await expect(findArticles(join(folder, 'a.md'))).rejects.toMatchObject({ code: 'corpus-missing' })
})
