import { describe, expect, test } from 'vitest'
import { simplified } from '../../../server/messages/simplified.ts'
import { ArticleNotes } from '../../../server/parts/article-notes.tsx'
import type { StoredArticle } from '../../../src/backend/backend.ts'
import { linksOf, tagsOf, textOf } from '../html.ts'
import { createArticle, messages } from '../samples.ts'

const render = (given: Partial<StoredArticle>) =>
  String(<ArticleNotes messages={messages} article={createArticle(given)} />)

describe('the citation', () => {
  test('names title, source, date and address', () => {
    expect(textOf(render({}))).toContain('“开源模型”, 示例网, 2025-03-09, https://example.org/1')
  })

  test('leaves out what is not known, and an address that is no link', () => {
    const html = render({ title: '', source: '', date: '', url: 'javascript:alert(1)' })
    expect(textOf(html)).toContain('“(untitled)”')
    expect(textOf(html)).not.toMatch(/, |javascript/)
  })

  test('has the marks of its language', () => {
    const html = String(<ArticleNotes messages={simplified} article={createArticle()} />)
    expect(textOf(html)).toContain('《开源模型》，示例网，2025-03-09，https://example.org/1')
  })

  test('stays on its line and shows no override', () => {
    expect(textOf(render({ title: '甲\n\u202e乙' }))).toContain('“甲 \ufffd乙”')
  })
})

test('the file is a link that shows its path', () => {
  const html = render({ path: '2025/a & b<c>.md', id: 'a/b' })
  expect(linksOf(html)).toEqual(['/articles/a%2Fb/file'])
  expect(textOf(html)).toContain('2025/a & b<c>.md')
})

describe('other fetches', () => {
  const version = (fetchDate: string, status: 'article' | 'blocked' | 'unread') => ({
    path: `${fetchDate}.md`,
    title: '',
    fetchDate,
    status,
  })

  test('are listed with what came of them', () => {
    const versions = [version('2025-03-10', 'blocked'), version('2025-03-09', 'unread')]
    expect(textOf(render({ versions }))).toContain(
      'fetched 2 times2025-03-10 2025-03-10.md blocked2025-03-09 2025-03-09.md not read',
    )
  })

  test('are not there for one fetch', () => {
    expect(render({ versions: [version('2025-03-09', 'article')] })).not.toContain('<details')
  })
})

describe('furniture', () => {
  const line = (text: string) => ({ reason: 'recurring' as never, text, blocksBefore: 0 })

  test('is folded up, as text', () => {
    const html = render({ removed: [line('<b>登录</b>\t注册')] })
    expect(textOf(html)).toContain('1 lines of the page that are not the article<b>登录</b>\t注册')
    expect(tagsOf(html).some(({ name }) => name === 'b')).toBe(false)
  })

  test('of a huge page is counted, listed to the 200th line, and each line cut', () => {
    const html = render({ removed: Array.from({ length: 1_234 }, () => line('长'.repeat(999))) })
    expect(textOf(html)).toContain('1,234 lines')
    expect(html.match(/长{300}/g)).toHaveLength(200)
    expect(html).not.toMatch(/长{301}/)
  })
})
