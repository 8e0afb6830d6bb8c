/** Readers' comments are no article, however long they are; an article that speaks of comments is one. */

import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../src/corpus/clean/clean.ts'
import { fetchedPage } from './site.ts'

function bodyOf(markdown: string): string {
  return cleanPage(fetchedPage('The old lighthouse', `# The old lighthouse\n\n${markdown}`), [])
    .blocks.map(({ text }) => text)
    .join('\n')
}

const post = 'The keeper climbs two hundred steps every evening, and he counts them aloud.'
const remark = 'My uncle did that for thirty years, and his knees never forgave him for it.'

describe('from the first comment on nothing is kept', () => {
  test.each([
    ['English', `3 Comments\n\nMeg Rowan\n\nMay 2, 2024 at 5:59 pm\n\n${remark}`],
    [
      'one response',
      `### One Response to “The old lighthouse”\n\n* Meg says:\n\nMay 2, 2024\n\n${remark}`,
    ],
    ['without a heading', `Meg Rowansays:\n\nMay 2, 2024 at 5:59 pm\n\n${remark}`],
    [
      'with buttons',
      `Comments\n\nMeg Rowan\n\n${remark}\n\nReply\n\nTom Ash\n\n${remark}\n\nReply`,
    ],
    [
      'pingbacks',
      `2 thoughts on “The old lighthouse”\n\nPingback: Steps and knees\n\nPingback: More steps`,
    ],
    [
      'Chinese',
      '2 条评论\n\n老船工\n\n2024-05-02 19:20\n\n我舅舅守了三十年灯塔，膝盖一直不好。\n\n回复',
    ],
    ['time since', '全部评论\n\n老船工\n\n3 天前\n\n我舅舅守了三十年灯塔，膝盖一直不好。\n\n回复'],
    ['speakers', '微风说道：\n\n2024 年 05 月 02 日 19:20\n\n我舅舅守了三十年灯塔，膝盖一直不好。'],
    ['Italian', `2 commenti su “Il faro”\n\nGermano\n\n2024-10-12 alle 10:45\n\n${remark}`],
  ])('%s', (_, comments) => {
    const many = `${comments}\n\n${comments}`
    expect(bodyOf(`${post}\n\n${comments}`)).toBe(post)
    expect(bodyOf(`${post}\n\n${many}\n\n${many}`)).toBe(post)
  })
})

describe('text about comments stays', () => {
  test.each([
    ['a speaker', `The mayor said:\n\n${post}\n\n${remark}`],
    ['a heading', `## Comments\n\n${post}\n\n${remark}\n\n${post} Again.`],
    ['a count', `Comments are rare here.\n\n${post}\n\n${remark}`],
  ])('%s', (_, rest) => {
    const body = bodyOf(`${post}\n\n${rest}`)
    expect(body).toContain(remark)
  })

  test('a count above the article takes nothing with it', () => {
    const text = Array.from({ length: 20 }, (_, i) => `${post} That was night number ${i}.`)
    const body = bodyOf(
      `A lead of the story, as it was.\n\n12 Comments\n\nMay 2, 2024\n\n${text.join('\n\n')}`,
    )
    for (const line of text) expect(body).toContain(line)
  })
})
