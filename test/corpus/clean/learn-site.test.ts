/** Whether what comes back on a site's pages is furniture, and which of it is a form that each page fills in. */

import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../src/corpus/clean/clean.ts'
import { furnitureOf } from '../../../src/corpus/clean/furniture.ts'
import { lineKey } from '../../../src/corpus/markdown/line-key.ts'
import { learnedFrom, pageOf } from './site.ts'

const range = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i))
const MENU = '[首页](/)\n\n[行情](/prices)\n\n[登录](/in)\n\n京ICP备00000001号'

function bodyOf(page: ReturnType<typeof pageOf>, pages: readonly ReturnType<typeof pageOf>[]) {
  const { status, blocks } = cleanPage(page, learnedFrom(pages))
  return [status, blocks.map(({ text }) => text).join('\n')]
}

describe('hand-written pages', () => {
  const letters = range(40, (i) =>
    pageOf(
      `第${i}封信`,
      `# 第${i}封信\n\n外婆照例先问我吃过没有，再说院子里的石榴树。\n\n## 近况\n\n${'春夏秋冬'[i % 4]}天里井水${i}度，我们${'酿酒晒酱腌菜'[i % 6]}忙到天黑。\n\n纸短情长，下回再叙。`,
    ),
  )

  test('keep the sentences that their author writes again and again', () => {
    for (const letter of letters) {
      const [status, body] = bodyOf(letter, letters)
      expect(status).toBe('article')
      expect(body).toContain('先问我吃过没有')
      expect(body).toContain('近况')
      expect(body).toContain('纸短情长，下回再叙。')
    }
  })

  test('teach nothing', () => {
    expect(learnedFrom(letters)).toEqual([new Uint32Array(0)])
  })
})

describe('pages of one template', () => {
  const market = (i: number, menu = '') =>
    pageOf(
      `第${i}期菜价`,
      `# 第${i}期菜价\n\n${menu}\n\n土豆每斤 ${i % 9}.${i % 10} 元，比上期${i % 2 === 0 ? '涨' : '跌'} ${i % 4} 分，供应充足。`,
    )

  test('are articles where nothing is around them', () => {
    const pages = range(60, (i) => market(i))
    for (const page of pages) expect(bodyOf(page, pages)[1]).toContain('土豆每斤')
  })

  test('are articles without the menu that is around them', () => {
    const pages = range(60, (i) => market(i, MENU))
    for (const page of pages) {
      const [status, body = ''] = bodyOf(page, pages)
      expect(status).toBe('article')
      expect(body).toMatch(/^土豆每斤 .*供应充足。$/)
    }
  })

  test('a counter is no text of the page', () => {
    const pages = range(40, (i) =>
      pageOf(`甲${i}`, `# 甲${i}\n\n${MENU}\n\n本文已被查看 ${i * 7} 次\n\n${i} 分钟前更新`),
    )
    expect(bodyOf(pages[7] ?? pageOf('', ''), pages)[0]).toBe('empty')
  })
})

describe('a form', () => {
  test('is a line that comes back with other numbers', () => {
    const pages = range(10, (i) =>
      pageOf(`乙${i}`, `${MENU}\n\n第 ${i} 号窗口，请排队。\n\n第 3 号楼，请安静。`),
    )
    const furniture = furnitureOf(learnedFrom(pages))
    expect(furniture.isForm(lineKey('第 8 号窗口，请排队。'))).toBe(true)
    expect(furniture.isForm(lineKey('第 3 号楼，请安静。'))).toBe(false)
    expect(furniture.isForm(lineKey('第 3 号站，请上车。'))).toBe(false)
  })
})

describe('a page that says the same as others, word for word', () => {
  const shell = (i: number) =>
    pageOf(`文章之${i}`, `# 文章之${i}\n\n系统升级公告板\n\n页面即将打开，精彩不容错过。`)

  test('holds no article, without any menu', () => {
    const pages = range(8, shell)
    expect(bodyOf(shell(3), pages)[0]).toBe('empty')
  })

  test('but is kept when nobody knows its site', () => {
    expect(cleanPage(shell(3), []).status).toBe('article')
  })
})
