/** Tells what a line of a page looks like by itself: prose, a link of a menu, a sign of the page around the article. */

import type { PageLine } from '../markdown/page-lines.ts'

/** Shorter lines without an end of sentence are no prose. */
const PROSE_UNITS = 40
const SENTENCE_UNITS = 12
const SENTENCE = /[。！？；：，、.!?;:,…]/
/** Written out, or a version; a number of a chapter at the beginning is neither. */
const ADDRESS = /https?:\/\/|www\.|(?<![\d.]|^)\d+\.\d+\.\d+/
/** A line is a link when this share of its units is linked. */
const LINK_SHARE = 0.75
/** Longer link texts are sentences that happen to be linked. */
const LINK_UNITS = 160

/** Counts the units of the line that are running text: all or none. Code is text, whatever it looks like. */
export function proseUnits(line: PageLine): number {
  const { text, kind, linkedUnits } = line
  if (kind === 'code') return text.length
  if (linkedUnits * 2 > text.length) return 0
  const isSentence = text.length >= SENTENCE_UNITS && SENTENCE.test(text)
  return isSentence || text.length >= PROSE_UNITS ? text.length : 0
}

/** A line that is nothing but a link to somewhere else; addresses that are written out are text. */
export function isLink({ text, kind, linkedUnits }: PageLine): boolean {
  if (kind === 'code' || text.length > LINK_UNITS) return false
  return linkedUnits >= text.length * LINK_SHARE && !ADDRESS.test(text)
}

/** A line with an address that is written out. */
export function isAddress({ text }: PageLine): boolean {
  return ADDRESS.test(text)
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** Bars, dots and arrows between the entries of a menu; what WeChat leaves of its buttons: 「： ， 。」. */
export function isBare({ text, kind }: PageLine): boolean {
  return kind !== 'code' && !LETTER_OR_DIGIT.test(text)
}

/** Longer lines are sentences about such things, not such things. */
const CHROME_UNITS = 60

/** Parts of a page that are no part of an article, on whatever site: registration numbers, share bars, logins, counts. */
const CHROME =
  /^(?:登[录陆入]|注册|退出|搜索|首页|返回(?:顶部|首页)?|分享(?:到)?[:：]?.{0,12}|收藏|点赞|评论|举报|关注(?:我们)?|订阅|转发|在看|赞|视频|小程序|，?轻点两下取消.{1,4}|预览时标签不可点|(?:继续|向上)滑动看下一个|轻触阅读原文|知道了|打赏|赞赏|阅读原文|扫一扫.{0,20}|微信扫一扫.{0,24}|使用完整服务|(?:长按|扫码|扫描).{0,20}(?:关注|二维码|加入).{0,12}|.{0,24}(?:关注|加入).{0,6}公众号.{0,24}|取消|允许|微信支付|支付宝|长按.{0,20}二维码.{0,12}|更多|展开|收起|复制(?:链接)?|提交评论|取消回复|写留言|最新评论|搜索[:：]|目录表?|文章目录|站点概览|table of contents|toggle|打印|联系我们|关于我们|隐私(?:政策|协议)|(?:用户|服务)协议|免责声明|网站地图|友情链接|点击(?:上方|下方|查看).{0,24}|欢迎关注.{0,24}|阅读(?:量|数)?[:： ]?[\d,.万]+|浏览(?:量|数)?[:： ]?[\d,.万]+|sign (?:in|up)|log ?in|subscribe|share(?: this)?(?: on .{0,20})?|tweet|skip to (?:main )?content|cancel|submit|leave a reply|manage (?:consent|cookies)|accept(?: all)?|deny|view preferences|save preferences|toggle navigation|menu|search|home|about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|cookie(?: policy| settings)?|read more|load more|advertisement|follow us.{0,20}|print|copy link|back to top)$|ICP备\d|ICP证|公网安备|增值电信业务|违法和不良信息|^(?:©|\(c\)|copyright\b)|all rights reserved|版权所有/i

/** `# 黑客攻击 # 数据窃取` is read as a heading. */
const HASHTAGS = /^#?\S+(?: # ?\S+)+$/

export function isChrome({ text, kind }: PageLine): boolean {
  if (kind === 'code' || text.length > CHROME_UNITS) return false
  return CHROME.test(text) || (kind === 'heading' && HASHTAGS.test(text))
}

/** Headings under which links are what the article has to say. */
const REFERENCES =
  /参考|引用|来源|资料|文献|下载|链接|地址|reference|source|link|download|further reading|advisor/i
const REFERENCES_UNITS = 40

export function opensReferences({ text, kind }: PageLine): boolean {
  return kind !== 'code' && text.length <= REFERENCES_UNITS && REFERENCES.test(text)
}
