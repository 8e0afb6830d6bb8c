/** A walk tells the articles of a folder in the order of their paths against a plain recursion. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { walkFolder } from '../../../src/corpus/find/walk.ts'

let corpus = ''
beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), 'souwen-walk-'))
})
afterEach(() => rmSync(corpus, { recursive: true }))

function put(path: string): void {
  mkdirSync(dirname(join(corpus, path)), { recursive: true })
  writeFileSync(join(corpus, path), path)
}

function walk(noIgnore = false) {
  const paths: string[] = []
  const others: string[] = []
  const errors: string[] = []
  walkFolder(
    corpus,
    {
      onNames: (folder, names) => paths.push(...names.map((name) => folder + name)),
      onOther: (name) => others.push(name),
      onUnread: (folder) => errors.push(folder),
    },
    { exclude: [], noIgnore },
  )
  return { paths, others: others.sort(), errors }
}

const part = fc.constantFrom(
  'a',
  'a.md',
  'b',
  '文',
  '\uFF5E',
  '\u{1F600}',
  'a b',
  "it's",
  '[x]',
  '*',
)
const ending = fc.constantFrom('.md', '.HTML', '.txt', '.org', '.markdown', '.pdf', '', '.md.bak')
const path = fc
  .tuple(fc.array(part, { maxLength: 3 }), part, ending)
  .map(([folders, name, end]) => [...folders.map((each) => `${each}_`), name + end].join('/'))

test('articles come in the order of their paths’ UTF-16 units, each once, and all others are told', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 15 }), (all) => {
      for (const name of readdirSync(corpus)) rmSync(join(corpus, name), { recursive: true })
      for (const each of all) put(each)
      const isArticle = (each: string) => /\.(?:md|html|txt|org|markdown)$/i.test(each)
      const { paths, others, errors } = walk()
      expect(paths).toEqual(all.filter(isArticle).sort())
      const rest = all.filter((each) => !isArticle(each))
      expect(others).toEqual(rest.map((each) => each.slice(each.lastIndexOf('/') + 1)).sort())
      expect(errors).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('the parts of a saved page are left out beside it, and are a folder like any other without it', () => {
  for (const each of ['p.html', 'p_files/frame.html', 'q.htm', 'q.files/x.html', 'r_files/own.md'])
    put(each)
  expect(walk().paths).toEqual(['p.html', 'q.htm', 'r_files/own.md'])
})

test('a symbolic link is neither followed nor an article', () => {
  put('real/a.md')
  symlinkSync(join(corpus, 'real'), join(corpus, 'linked'))
  symlinkSync(join(corpus, 'real/a.md'), join(corpus, 'b.md'))
  symlinkSync(corpus, join(corpus, 'real/loop'))
  expect(walk()).toEqual({ paths: ['real/a.md'], others: [], errors: [] })
})

test('a folder with the name of an article is a folder', () => {
  put('a.md/b.md')
  put('a.md/c.txt')
  expect(walk().paths).toEqual(['a.md/b.md', 'a.md/c.txt'])
})

test('hidden files and packages are left out unless they are asked for, and what git keeps always is', () => {
  for (const each of ['.draft.md', '.notes/a.md', 'node_modules/x/readme.md', '.git/a.md', 'a.md'])
    put(each)
  expect(walk().paths).toEqual(['a.md'])
  expect(walk(true).paths).toEqual(['.draft.md', '.notes/a.md', 'a.md', 'node_modules/x/readme.md'])
})
