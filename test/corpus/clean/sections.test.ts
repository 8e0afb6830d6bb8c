/** Section headings that every bulletin of a site has stay where the bulletin has something to say under them. */

import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../src/corpus/clean/clean.ts'
import { learnedFrom, pageOf } from './site.ts'

const MENU = '[首页](/)\n\n[周报](/weekly)\n\n[登录](/in)'
const FOOT = '## 联系\n\n[关于我们](/about)\n\n京ICP备00000002号'
const news = (about: string, i: number) =>
  `${about}第${'零一二三四五六七八九'[i]}周又有消息，养蜂人说今年的槐花比往年早了十天。`

const issue = (i: number) =>
  pageOf(
    `山货周报之${'零一二三四五六七八九'[i]}`,
    [
      `# 山货周报之${'零一二三四五六七八九'[i]}`,
      MENU,
      news('本刊', i),
      '## 蜂蜜',
      news('蜂蜜', i),
      '## 茶叶',
      '### 春茶',
      news('春茶', i),
      '一、山珍',
      news('山珍', i),
      'Notes:',
      news('附记', i),
      '## 药材',
      FOOT,
    ].join('\n\n'),
  )

const pages = Array.from({ length: 8 }, (_, i) => issue(i))

describe('a heading that comes back in every issue', () => {
  const body = cleanPage(issue(5), learnedFrom(pages)).blocks.map(({ text }) => text)

  test.each(['蜂蜜', '茶叶', '春茶', '一、山珍', 'Notes:'])('stays: %s', (heading) => {
    expect(body).toContain(heading)
  })

  test.each(['药材', '联系', '关于我们'])('goes with nothing under it: %s', (heading) => {
    expect(body.join('\n')).not.toContain(heading)
  })
})

test('the time that reading takes is no heading, and neither is a label above the text', () => {
  const page = (i: number) =>
    pageOf(`夜航${i}`, `# 夜航${i}\n\n${MENU}\n\nDate:\n\n${i} minutes\n\n${news('灯塔', i)}`)
  const known = learnedFrom(Array.from({ length: 8 }, (_, i) => page(i)))
  expect(cleanPage(page(4), known).blocks.map(({ text }) => text)).toEqual([news('灯塔', 4)])
})
