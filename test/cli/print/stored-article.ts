/** An article with furniture before, between and behind its blocks, and two versions. */

import type { StoredArticle } from '../../../src/backend/backend.ts'

const block = { kind: 'paragraph', text: '正文' } as const

export const furnishedArticle: StoredArticle = {
  id: '0123456789abcdef',
  path: 'b.md',
  title: '新标题',
  url: '',
  source: '',
  date: '',
  fetchDate: '2025-03-10',
  status: 'article',
  truncated: false,
  repaired: '',
  authors: [],
  tags: [],
  meta: {},
  blocks: [block, block, block],
  versions: [
    { path: 'b.md', title: '新标题', fetchDate: '2025-03-10', status: 'article' },
    { path: 'a.md', title: '旧\n标题', fetchDate: '', status: 'unread' },
  ],
  removed: [
    { reason: 'menu' as never, text: '登录\u202e\n注册', blocksBefore: 0 },
    { reason: 'footer' as never, text: '版权', blocksBefore: 2 },
  ],
}
