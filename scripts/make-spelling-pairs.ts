/**
 * Writes src/text/forms/spelling-pairs.ts from opencc-js and the list below: `npx tsx scripts/make-spelling-pairs.ts`. The words are those
 * that the mainland and Taiwan write with other characters, both of which Simplified text has: 了解 and 瞭解.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalizeText } from '../src/text/normalize/normalize.ts'
import { phraseEntries } from './opencc/phrase-entries.ts'

const ONLY_HAN = /^\p{Script=Han}{2,4}$/u
/** Words of the mainland and of Taiwan that opencc takes for one spelling. */
const OTHERS =
  '计划 计画|规划 规画|策划 策画|企划 企画|刻画 刻划|比画 比划|笔画 笔划|部分 部份|身份 身分|成分 成份|分量 份量|分子 份子|记录 纪录|联络 连络|报道 报导|账号 帐号|账户 帐户|账单 帐单|账目 帐目|账面 帐面|转账 转帐|记账 记帐|结账 结帐|到账 到帐|入账 入帐|算账 算帐|查账 查帐|其他 其它|想象 想像|好像 好象|图像 图象|唯一 惟一|思维 思惟|交代 交待|作为 做为|当作 当做|看作 看做|叫作 叫做|度假 渡假|精彩 精采|喝彩 喝采|模仿 摹仿|人才 人材|粘贴 黏贴|粘土 黏土|莫名 莫明|签订 签定|厘清 釐清|渔民 鱼民'

/** 坯 is written as 坏 in Taiwan, which means broken in either place. */
const LEFT_OUT = /坏/

function pairs(): readonly string[] {
  const found = new Set<string>()
  const add = (mainland: string, taiwan: string) => {
    const isWord = ONLY_HAN.test(mainland) && ONLY_HAN.test(taiwan) && !LEFT_OUT.test(taiwan)
    if (isWord && mainland.length === taiwan.length && mainland !== taiwan)
      found.add(`${mainland} ${taiwan}`)
  }
  for (const pair of OTHERS.split('|')) {
    const [mainland = '', taiwan = ''] = pair.split(' ').map(normalizeText)
    add(mainland, taiwan)
  }
  for (const [mainland = '', ...others] of phraseEntries('STPhrases'))
    for (const taiwan of others) add(mainland, taiwan)
  for (const [taiwan = '', ...others] of phraseEntries('TSPhrases'))
    for (const mainland of others) add(mainland, taiwan)
  return [...found].filter((pair) => !hasShorter(pair, found)).sort()
}

/** 不了解 says nothing that 了解 does not. */
function hasShorter(pair: string, all: ReadonlySet<string>): boolean {
  const [mainland = '', taiwan = ''] = pair.split(' ')
  for (let start = 0; start < mainland.length; start++) {
    for (let end = start + 2; end <= mainland.length; end++) {
      const [before, after] = [mainland.slice(0, start), mainland.slice(end)]
      const part = `${mainland.slice(start, end)} ${taiwan.slice(start, end)}`
      if (part !== pair && all.has(part) && taiwan.startsWith(before) && taiwan.endsWith(after))
        return true
    }
  }
  return false
}

const table = pairs()
const source = `/**
 * Words that the mainland and Taiwan write otherwise (了解 瞭解), ${table.length} pairs in normalised text. Made by
 * scripts/make-spelling-pairs.ts from opencc-js (Apache-2.0); change that, not this.
 */

export const SPELLING_PAIRS =
  '${table.join('|')}'
`
writeFileSync(join(import.meta.dirname, '..', 'src', 'text', 'forms', 'spelling-pairs.ts'), source)
