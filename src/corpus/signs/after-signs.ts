/** Lines with which an article is over: headings of what a site puts under it, and notes on the article itself. */

import type { PageLine } from '../markdown/page-lines.ts'

/** Headings of what stands under an article: more articles, comments, the previous and the next. */
const AFTER_CHINESE =
  /^[\p{P}\p{S}\s]*(?:相关(?:阅读|文章|推荐|资讯|新闻|内容|话题|主题|帖子)|(?:推荐|延伸|扩展|精选)阅读|(?:热门|最新|推荐|精彩|往期|近期|更多)(?:文章|推荐|内容|阅读|资讯|回顾|好文|评论|专题|精选|精彩)|猜你喜欢|大家都在看|[上下前后]一[篇条](?:[:：].*)?|(?:发表|网友|全部|最新|热门|文章|发布)评论|评论(?:区|列表)?|\d+ ?[条个则]?(?:评论|回复|留言)|(?:发表|发布)回复.{0,8}|TA的文章|文章导航|关系图谱|反向链接|(?:版权|转载|免责)声明|版权|作者(?:其他|相关)文章|关于作者|作者简介|分享(?:到|本文|至))[\p{P}\p{S}\s\d]*$/u
const AFTER_ENGLISH =
  /^[\p{P}\p{S}\s]*(?:related(?: (?:posts?|articles?|stories|reading|news|content|topics))?|you (?:may|might) also (?:like|enjoy|be interested in)|recommended(?: (?:for you|reading|articles|posts|stories))?|more (?:stories|articles|posts|news|like this)|more (?:from|on) .{1,24}|read (?:next|also)|latest (?:posts?|news|articles|stories)|recent (?:posts?|articles|comments|news)|(?:featured|top) (?:posts?|articles|stories|news)|popular (?:posts?|articles|stories).{0,16}|hot this week|post navigation|no responses yet|be the first to comment|most (?:popular|read|viewed)|trending(?: now)?|(?:leave|post|write|add) a (?:reply|comment).{0,16}|post a comment|(?:\d+ )?(?:comments?|responses|replies)|join the (?:conversation|discussion)|share this.{0,16}|about the authors?|author bio|stay (?:in touch|connected|informed|updated))[\p{P}\p{S}\s\d]*$/iu
const AFTER_OTHERS =
  /^[\p{P}\p{S}\s]*(?:navigazione articoli|leggi anche|lascia un commento.{0,24}|(?:articoli|post) (?:correlati|simili|recenti)|(?:ti )?potrebbe(?:ro)? (?:anche )?interessar(?:ti|e).{0,12}|condividi(?: (?:su|con|questo|l[’']).{0,24})?|\d+ comment[io]|(?:articles?|contenus?) (?:similaires|liés|récents|associés)|laisser un commentaire.{0,24}|partager(?: (?:sur|cet|l[’']).{0,24})?|(?:ähnliche|verwandte|weitere) (?:artikel|beiträge|themen)|schreibe einen kommentar.{0,24}|(?:artículos|entradas) (?:relacionad[oa]s|recientes)|dej[ae] un[a]? (?:comentario|respuesta).{0,24}|(?:関連記事|コメント|人気記事|最近の投稿))[\p{P}\p{S}\s\d]*$/iu
const AFTER_UNITS = 40

/** A short line that says that what comes now is no longer the article. */
export function opensAfter({ text, kind }: PageLine): boolean {
  if (kind === 'code' || kind === 'table' || text.length > AFTER_UNITS) return false
  return AFTER_CHINESE.test(text) || AFTER_ENGLISH.test(text) || AFTER_OTHERS.test(text)
}

const ENDING =
  /^[\p{P}\p{S}\s]*(?:tags?(?:\(s\))?(?:[:：].{0,160})?|tagged(?: (?:with|as|in).{0,120}|[:：].{0,120})?|etichette[:：].{0,160}|(?:文章)?标签[:：].{0,80}|filed (?:under|in)\b.{0,120}|this entry was posted\b.{0,240}|you can (?:follow|leave|skip)\b.{0,200}|both comments and pings.{0,40}|comments (?:are|off|closed).{0,40}|share(?: on .{0,24})?|tweet|written by .{1,48}|published by .{1,48}|(?:(?:please )?(?:subscribe|sign up|sign-up)|join (?:our|the)|get (?:our|the)|don[’']t miss|never miss) .{0,80}(?:newsletter|inbox|mailing list|updates)\b.{0,40}|(?:our |weekly |daily )?newsletters?|(?:iscriviti|abonnez-vous|suscríbete|vuoi ricevere) .{0,60}newsletter.{0,24}|订阅.{0,16}(?:邮件|周报|周刊|newsletter).{0,12}|your e-?mail address will not be published.{0,60}|required fields are marked.{0,12}|your comment|add your comment|comment(?: text)? ?\*)[\p{P}\p{S}\s\d]*$/iu
const ENDING_UNITS = 260
/** Only these notes are long; the question is asked of every line, and most are long. */
const LONG_ENDING =
  /^\W{0,8}(?:tag|etichette|filed|this entry|you can|please|subscribe|sign|join|get|don|never|your e-?mail|iscriviti|abonnez|vuoi)/i
const LONG_UNITS = 48

/** A note under an article: its tags, how to share it, who wrote it, a form, a newsletter. Above the text they mean nothing. */
export function endsArticle({ text, kind }: PageLine): boolean {
  if (kind === 'code' || kind === 'table' || text.length > ENDING_UNITS) return false
  if (text.length > LONG_UNITS && !LONG_ENDING.test(text)) return false
  return ENDING.test(text)
}
