/** A page is failed when it plainly is: a sign counts by what stands around it. */

import { describe, expect, test } from 'vitest'
import { cleanPage } from '../../../src/corpus/clean/clean.ts'
import { fetchedPage, pageOf } from './site.ts'

const statusOf = (body: string, title = '山城来信') =>
  cleanPage(pageOf(title, `# ${title}\n\n${body}`), []).status

describe('a short page with a sentence of its own is an article', () => {
  test.each([
    '两名司机因违规载客被扣车，运管所说月底前复查。',
    '论坛一夜之间删除了两千条评论，版主没有说明缘由。',
    '缆车维护中断了三天，游客改走石阶上山。',
    '图书馆取消付费阅读，读者证从此免费。',
    '今年共有 4041 名考生报名，比去年少一成。',
    '第 404 路公交车改道，站牌下周更换。',
    '老师说，登录后才能看成绩的规定下学期取消。',
    '验证码越来越难认，老人们索性让孙子代劳。',
    '服务器错误让地铁闸机停了半小时，乘客徒步出站。',
    'The cat was not found in the attic; she slept in the piano.',
    'The council removed two thousand comments from its page before the vote.',
    'Maintenance of the old bridge will cost the town a new school.',
    'Access denied: that was the reply when villagers asked for the map of the mine.',
    'Readers must log in to vote, the paper said, and half of them left.',
    'Five hundred and three people queued for the 502 bus to the fair.',
  ])('%s', (body) => {
    expect(statusOf(body)).toBe('article')
  })

  test('and so is one that quotes a notice', () => {
    expect(statusOf('该内容已被发布者删除。镇上的人还是传开了，说码头的账本少了两页。')).toBe(
      'article',
    )
  })
})

describe('a notice is a failure', () => {
  test.each([
    ['removed', 'This text has been removed.'],
    ['removed', 'Sorry, this article is no longer available.'],
    ['removed', '抱歉，您访问的页面不存在。'],
    ['removed', '该文章已被作者删除'],
    ['removed', '404 Not Found\n\nnginx'],
    ['blocked', 'Access denied\n\nYou do not have permission to view this page.'],
    ['blocked', '您的访问过于频繁，请稍后再试。'],
    ['blocked', '请完成安全验证'],
    ['login', '请先登录后再继续浏览。'],
    ['login', 'This post is password protected. Enter the password to view it.'],
    ['error', '系统维护中，请稍后访问。'],
    ['error', 'Something went wrong. Please try again later.'],
    ['script-only', 'Please enable JavaScript to continue.'],
    ['script-only', "var arg1='5fcd42ec5711e7cf3404cd8d1be435ad';"],
  ])('%s: %s', (status, body) => {
    expect(statusOf(body)).toBe(status)
    expect(cleanPage(fetchedPage('山城来信', `# 山城来信\n\n${body}`), []).status).toBe(status)
  })

  test('whatever digits a script has', () => {
    const body = '{"l1":"var arg1=\'5fcd404e711e7cf3404cd8d1be435ad\';"}'
    expect(statusOf(body)).toBe('script-only')
  })
})
