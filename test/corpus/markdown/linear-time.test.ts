/** However a page is made of the signs of Markdown and the words of menus, cleaning it takes time that grows with its length. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanPage } from '../../../src/corpus/clean/clean.ts'
import { learnSite, sampledPage } from '../../../src/corpus/clean/learn-site.ts'
import { pageOf } from '../clean/site.ts'

const SIGNS = [
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](b)',
    '*',
    '**',
    '_',
    '`',
    '```',
    '<',
    '>',
    '#',
    '## ',
    '|',
    '---',
    '~',
    '\\',
  ],
  ...[
    '\n',
    '\n\n',
    ' ',
    '\t',
    '* ',
    '  * ',
    '1. ',
    '> ',
    '甲',
    '字母和词',
    'word ',
    'http://a.b/',
    '&amp;',
  ],
  ...[
    '相关阅读',
    '标题标题',
    '登录',
    '作者：',
    '2024-01-01',
    '目录',
    'cookie',
    '转载',
    '关注公众号',
  ],
]

/** Units of the shorter page; the longer one has eight times as many. */
const UNITS = 40_000
/** Linear is eight times as long, quadratic is sixty-four. */
const LONGER = 32
/** Shorter times are those of a compiler and a collector at work. */
const LEAST_MS = 8

/** Of the processor, not of the clock: other work on the machine takes none of it. */
function msOf(markdown: string): number {
  const began = process.cpuUsage()
  const page = pageOf('标题标题', markdown)
  cleanPage(page, [learnSite([sampledPage(page)])])
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

function best(markdown: string): number {
  return Math.min(msOf(markdown), msOf(markdown))
}

test('eight times the page takes no more than a multiple of the time', () => {
  for (const sign of SIGNS) msOf(filled([sign, '甲'], UNITS))
  const pieces = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(pieces, pieces, (first, second) => {
      const short = filled(first, UNITS / 2) + filled(second, UNITS / 2)
      const long = filled(first, UNITS * 4) + filled(second, UNITS * 4)
      expect(best(long)).toBeLessThan(LONGER * Math.max(LEAST_MS, best(short)))
    }),
    { numRuns: 40 },
  )
}, 120_000)

function filled(pieces: readonly string[], units: number): string {
  const piece = pieces.join('')
  return piece.repeat(Math.ceil(units / piece.length)).slice(0, units)
}
