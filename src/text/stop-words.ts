/**
 * Words that say how something is asked, not what: particles, question words, pronouns, and what else nearly every text has.
 * Negations are none of them, nor is what may be a name or a noun by itself.
 */

const CHINESE =
  '的 了 着 吗 呢 吧 啊 呀 嘛 哇 哦 啦 么 是 在 有 和 与 及 之 被 把 为 就 也 都 还 这 那 哪 谁 我 你 他 她 它 您 个 些 啥 咋 ' +
  '我们 你们 他们 她们 它们 咱们 大家 这个 那个 这些 那些 这样 那样 这种 那种 这里 那里 其中 之间 以及 并且 而且 但是 不过 因为 ' +
  '所以 如果 虽然 还是 或者 关于 对于 由于 一个 一些 一下 一种 可以 能够 应该 ' +
  '什么 什么是 是什么 什么样 怎么 怎么样 怎么办 怎样 怎么做 如何 为什么 为何 为啥 哪些 哪个 哪里 哪儿 哪种 哪家 哪位 哪几 ' +
  '什么时候 何时 何处 何种 何为 多少 多久 多大 几个 几种 有哪些 有什么 有没有 是不是 是否 能否 可否 能不能 会不会 可不可以 请问 咋样 怎么回事 ' +
  '请 请教 求问 到底 究竟 告诉'
const ENGLISH =
  'an the of in on at to for from by with about into as is are was were be been being am do does did doing have has had ' +
  'can could will would shall should may might must me my we our you your he him his she her its they them their ' +
  'this that these those there here and or but if so than then what which who whom whose when where why how please vs versus between'

const STOP_WORDS: ReadonlySet<string> = new Set(`${CHINESE} ${ENGLISH}`.split(' '))

/**
 * @param word normalised
 * @param typed the text of the query with the word: WHO and AS are no stop words where they are typed so
 * @param isEnglish there are English words beside it; elsewhere a single letter is a name
 */
export function isStopWord(word: string, typed: string, isEnglish = false): boolean {
  if (word === 'a' && isEnglish) return typed === 'a'
  if (!STOP_WORDS.has(word)) return false
  const capitals = word.toUpperCase()
  return capitals === word || !typed.includes(capitals)
}
