/**
 * The words with which pages say that a fetch failed. A plain notice is a whole sentence that speaks of the page or to its reader: "This text has
 * been removed", 完成验证后即可继续访问. A weak sign is a word such as 404 or 违规, which an article may have as well.
 */

import type { Status } from '../article.ts'

export type FailedStatus = Exclude<Status, 'article' | 'empty'>

/** Statuses with their patterns in the order in which they are asked; the first that matches decides. */
export type Signs = readonly (readonly [FailedStatus, RegExp])[]

/** Patterns of whole sentences without the signs around them. */
export const PLAIN_NOTICES: Signs = [
  [
    'blocked',
    /^(?:(?:当前)?环境异常.{0,20}|.{0,12}完成验证后.{0,12}(?:访问|查看|浏览)|正在验证.{0,16}|.{0,12}(?:安全|人机|滑动|滑块|身份)验证.{0,8}|.{0,8}请输入.{0,8}验证码.{0,6}|.{0,10}访问(?:被拒绝|过于频繁|受限|受到限制).{0,16}|.{0,10}(?:检测到|存在)(?:您的?|当前)?.{0,6}异常(?:访问|流量|请求).{0,16}|just a moment.{0,40}|checking (?:if|your browser).{0,80}|(?:please )?(?:verify|confirm|verifying|we need to verify|let us know)(?: that)? you(?:['’]re| are) (?:not a robot|a? ?human).{0,60}|are you a (?:robot|human).{0,20}|(?:error )?403(?:[ :–-]+forbidden.{0,40})?|forbidden|(?:error[ :]+)?access(?: to .{1,60})?(?: is| has been| was)? denied.{0,40}|(?:sorry[,. ]+)?you(?: have|['’]ve) been blocked.{0,40}|attention required.{0,30}|security check.{0,40}|(?:complete|solve|enter|please).{0,20}captcha.{0,40}|captcha.{0,30}|(?:please )?enable cookies.{0,30}|(?:the|this) (?:page|site|web ?site|url|request|content)(?: you .{1,40})? (?:has been|is|was) blocked.{0,60}|inappropriate behaviou?r detected|.{0,20}rate limit(?:ing|ed)?.{0,30}|.{0,40}unusual (?:traffic|activity) from .{0,60}|ddos protection.{0,30}|performance & security by .{0,20})$/iu,
  ],
  [
    'removed',
    /^(?:(?:抱歉|对不起|很?遗憾|sorry)?[，,! ]{0,2}(?:您|你)?(?:要|想要|所|正在)?(?:(?:访问|查看|浏览|找|打开|请求)的)?(?:该|此|本|这篇|这个|当前)?(?:内容|文章|页面|帖子|链接|网页|主题|博文|微博|文件|视频|公众号|[账帐]号|账户|网站|信息)(?:可能)?(?:已经?|不|现已|暂)?(?:被)?(?:发布者|作者|管理员|用户|投诉|举报)?(?:自行)?(?:删除|下架|撤回|存在|失效|过期|屏蔽|注销|封禁|移除|停用|找不到)了?(?:[，,](?:请|无法|您|你|去|点|返|如|或).{0,24})?|已被(?:发布者|作者|管理员|用户)?(?:删除|撤回|屏蔽|移除)|(?:此|该|本)?(?:内容|文章|[账帐]号|页面|网页|帖子)?因(?:涉嫌)?违(?:规|反.{1,20})[，, ]?(?:已)?被?(?:无法查看|删除|屏蔽|停止访问|不予显示|停止使用|封禁)|(?:此|该)(?:内容|文章|[账帐]号|页面|网页|帖子).{0,6}违反.{1,24}(?:规定|规范|法规|政策)(?:[，,].{0,16})?|找不到(?:该|此|您|你|这个)?.{0,10}(?:页面?|网页|文章|内容)|(?:http |error |错误 ?|oops!? )?404(?:[\s:：.–—|-]+(?:error|page|not|file|页面|错误|找不到|未找到|nginx|oops|sorry).{0,60})?|(?:page|file|object|article|post|content) not found.{0,40}|not found|(?:oops[!,. ]+|sorry[!,. ]+|we['’]re sorry[!,. ]+)?(?:but )?(?:this|the|that|your)(?: requested)? (?:page|file|url|link|article|post|document|text|content|resource|story|video|account|thread|topic|entry|repository|tweet|item)(?: (?:that )?you .{1,40}| you['’]re .{1,40}| requested| at this address)? (?:was not found|is not found|could not be found|cannot be found|can['’]t be found|(?:does not|doesn['’]t|no longer) exists?|(?:has been|was|is|have been) (?:removed|deleted|taken down|unpublished|withdrawn)|is (?:no longer|not|un) ?available|has expired)(?: (?:by|from|on|here|any|at|or|for|in|because).{0,60})?|(?:sorry[!,. ]+)?(?:we )?(?:can['’]t|couldn['’]t|could not|cannot) find (?:the|that|this) (?:page|article|post|file).{0,40})$/iu,
  ],
  [
    'script-only',
    /^(?:(?:you need to|please|this (?:site|page|app|web ?site|application).{0,24}|we(?:['’]ve| have) detected.{0,12}|it (?:looks|seems).{0,20}|.{0,20}(?:doesn['’]t|does not) work.{0,20}without).{0,40}javascript(?! to view the comments).{0,100}|javascript(?: is| was)? {0,2}(?:not available|not enabled|disabled|required).{0,80}|(?:enable|turn on) javascript(?! to view the comments).{0,40}|.{0,24}(?:启用|开启|打开|不支持|禁用).{0,8}javascript.{0,24}|javascript.{0,12}(?:启用|开启|打开|禁用|不可用).{0,24})$/iu,
  ],
  [
    'login',
    /^(?:.{0,10}(?:请先?|需要?先?|您?还?未|尚未)登[录陆](?:后)?.{0,12}|(?:请?登[录陆]|注册)后(?:才能|即可|方可|可以?|再)?.{0,4}(?:查看|可见|阅读|继续|浏览|评论).{0,8}|(?:您好[,，] ?)?(?:这里|此处|本文|该?文章|访问)?.{0,4}(?:需要|请输入|输入)(?:访问)?密码.{0,12}|(?:本文|该?文章|此内容|内容).{0,4}(?:已加密|受密码保护|需要密码|密码保护).{0,16}|(?:this|the) (?:post|page|content|article|entry) is (?:password[ -])?protected.{0,80}|(?:please|you (?:must|need to|have to)) (?:be )?(?:log(?:ged)?|sign(?:ed)?)[ -]?in.{0,60}|(?:log|sign)[ -]?in to (?:continue|view|read|your).{0,40}|enter (?:the|your) password.{0,60}|this .{0,30}(?:member|subscriber)s?[- ]only.{0,30}|subscribe to (?:read|continue).{0,40}|(?:本文|此文|该?内容|全文|文章)?.{0,4}(?:仅限?会员|付费(?:后|内容|可见|会员)|订阅后).{0,12}|付费阅读)$/iu,
  ],
  [
    'error',
    /^(?:error code:? ?\d+|(?:http |error |http error )?(?:50[0-4]|400)(?:[ :–-]+(?:bad|internal|service|gateway|error).{0,40})?|(?:bad gateway|gateway time-?out|service (?:temporarily )?unavailable|internal server error|server error)(?:[ :.(–-].{0,60})?|(?:抱歉|对不起)?[，, ]?(?:服务器?|系统|网络|程序)(?:内部)?(?:错误|异常|繁忙|开小差|维护).{0,16}|(?:哎呀|抱歉|对不起|页面|糟糕)?[，,！! ]{0,2}.{0,4}(?:出错了|加载失败|打不开了).{0,10}|(?:oops[.!, ]+|sorry[.!, ]+)?something went wrong.{0,60}|(?:an?|a) (?:[a-z]+ ){0,2}error (?:has )?occurred.{0,60}|(?:抱歉|对不起)?[，, ]?(?:本?网?站点?|系统|页面|服务器?|平台)?(?:正在|升级|系统)?维护中.{0,16}|(?:(?:we(?:['’]re| are)|our (?:web ?)?site is|(?:this|the) (?:web ?)?site is|sorry.{0,20}) .{0,20})?(?:under|undergoing|down for|scheduled)(?: scheduled| routine)? maintenance.{0,50}|(?:database|connection) (?:error|timed out|refused).{0,60}|error establishing a database connection)$/iu,
  ],
]

/** Words that say why nothing of a page's own is left; an article may have any of them. */
export const WEAK_SIGNS: Signs = [
  [
    'blocked',
    /环境异常|完成验证后|安全验证|人机验证|滑动(?:滑块|验证)|请输入验证码|访问(?:被拒绝|过于频繁|受限)|异常(?:访问|流量)|captcha|verify(?:ing)? (?:that )?you(?:'re| are) (?:not a robot|human)|are you (?:a robot|human)|just a moment|checking your browser|security check|attention required|access denied|403 forbidden|unusual (?:traffic|activity)|rate limit|inappropriate behaviou?r|正在验证|been blocked|blocked by (?:network )?security|ddos protection|enable cookies/i,
  ],
  [
    'removed',
    /(?:内容|文章|页面|帖子|链接|网页)已?(?:经)?(?:被)?(?:发布者|作者)?(?:删除|下架|撤回|不存在|失效|过期)|已被(?:发布者|作者)?(?:删除|撤回)|因违规(?:无法查看)?|违反.{0,16}(?:法规|规定|规范)|此(?:内容|账号)已?.{0,8}(?:屏蔽|注销|封禁)|(?<![\da-z])404(?![\da-z])|not found|no longer (?:available|exists)|page (?:doesn[’']t|does not) exist|has been (?:removed|deleted)|can[’']t be found|couldn[’']t find/i,
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
    /\berror code:? ?\d+|\b(?:50[0-4]|400) (?:bad|internal|service|gateway|error)|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|internal server error|server error|服务器(?:错误|异常|繁忙|开小差)|系统(?:错误|异常|繁忙)|网络(?:错误|异常)|出错了|加载失败|something went wrong|an error (?:has )?occurred|maintenance|维护中|database error|connection (?:timed out|refused)|please try again/i,
  ],
]

/** A script that was fetched in place of a page. */
export const SCRIPT =
  /^\W*(?:\w+["']?: ?["']?)?(?:var|let|const) \w+ ?=|^\W*(?:window|document|location|self)\.\w+\W.*[;(]|^\W*\(?function ?\(/i

/** Sentences beside a notice that are no text of the page's own: advice to the reader, a number for the support, thanks. */
export const BESIDE_NOTICE =
  /^(?:please|kindly|if you|you |your |go back|back to|return to|click|reload|refresh|contact|try |thanks?|thank you|we(?:['’]ll| will) be back|sorry|loading|loader|why (?:have|am|did|do) |what can i do|this (?:web ?site|process|page|challenge|action|could|may)|everyone please|ray id|cloudflare|powered by|error|reference|request|incident|for (?:more|further)|learn more|请|如(?:有|果|需)|您|你|返回|点击|去|回到|刷新|稍后|或者|联系|加载)/i
