/**
 * What came of fetching a page, by what it says. Asked of pages on which no article was found, and of short ones that have
 * nothing to do with their title: an article about captchas may say all of this.
 */

import type { Status } from '../article.ts'

/** In the order in which they are asked; the first that fits is it. */
const SIGNS: readonly (readonly [Exclude<Status, 'article' | 'empty'>, RegExp])[] = [
  [
    'blocked',
    /环境异常|完成验证后|安全验证|人机验证|滑动(?:滑块|验证)|请输入验证码|访问(?:被拒绝|过于频繁|受限)|异常(?:访问|流量)|captcha|verify(?:ing)? (?:that )?you(?:'re| are) (?:not a robot|human)|are you (?:a robot|human)|just a moment|checking your browser|security check|attention required|access denied|403 forbidden|unusual (?:traffic|activity)|rate limit|inappropriate behaviou?r|正在验证|been blocked|blocked by (?:network )?security|ddos protection|enable cookies/i,
  ],
  [
    'removed',
    /(?:内容|文章|页面|帖子|链接|网页)已?(?:经)?(?:被)?(?:发布者|作者)?(?:删除|下架|撤回|不存在|失效|过期)|已被(?:发布者|作者)?(?:删除|撤回)|因违规(?:无法查看)?|违反.{0,16}(?:法规|规定|规范)|此(?:内容|账号)已?.{0,8}(?:屏蔽|注销|封禁)|404|not found|no longer (?:available|exists)|page (?:doesn[’']t|does not) exist|has been (?:removed|deleted)|can[’']t be found|couldn[’']t find/i,
  ],
  [
    'login',
    /(?:需要|请输入|输入)(?:访问)?密码|密码保护|(?:post|page|content|article|entry) is (?:password[ -])?protected|enter (?:the|your) password/i,
  ],
  [
    'script-only',
    /^\W*(?:\w+["']?: ?["']?)?(?:var|let|const) \w+ ?=|^\W*(?:window|document|location|self)\.\w+|^\W*\(?function ?\(|javascript(?: is| {1,2}was)? (?:not )?(?:disabled|required|available|enabled)|(?:enable|requires?|need) javascript(?! to view the comments)|(?:启用|开启|打开|不支持|禁用).{0,8}javascript|javascript.{0,12}(?:启用|开启|打开|禁用)|turn on javascript|without javascript/im,
  ],
  [
    'login',
    /(?:请先?|需要|(?<!无)需|您?还?未|尚未|后)登[录陆]|登[录陆]后|(?:log|sign) ?in to (?:continue|view|read|your)|(?:please|must) (?:log|sign) ?in|you must be logged in|member-only|subscribers only|subscribe to (?:read|continue)|仅限会员|付费阅读/i,
  ],
  [
    'error',
    /\berror code:? ?\d+|(?:50[0-4]|400) (?:bad|internal|service|gateway|error)|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|internal server error|server error|服务器(?:错误|异常|繁忙|开小差)|系统(?:错误|异常|繁忙)|网络(?:错误|异常)|出错了|加载失败|something went wrong|an error (?:has )?occurred|maintenance|维护中|database error|connection (?:timed out|refused)|please try again/i,
  ],
]

/** @param text what the page says, furniture included, menus and other long matter left out */
export function failedStatus(text: string): Exclude<Status, 'article'> {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'empty'
}

/** A longer text is no notice of a failed fetch. UTF-16 units. */
const NOTICE_UNITS = 600

/** What a short text that does not speak of its title says of a failed fetch; undefined: nothing, or it is an article. */
export function noticeStatus(title: string, text: string): Exclude<Status, 'article'> | undefined {
  if (text.length > NOTICE_UNITS || speaksOf(title, text)) return undefined
  const status = failedStatus(text)
  return status === 'empty' ? undefined : status
}

/** Pairs of Han characters and words of some length: what a title and its article have in common. */
const PIECE = /(?=(\p{Script=Han}{2}))|([\p{L}\p{N}]{4,})/gu

/** Of most the first piece is found: no others are looked for. */
function speaksOf(title: string, text: string): boolean {
  const body = text.toLowerCase()
  let says = false
  for (const [, pair, word = pair] of title.toLowerCase().matchAll(PIECE)) {
    if (word !== undefined && body.includes(word)) return true
    says = true
  }
  return !says
}
