/** What two titles have in common that are the same to a reader: their letters and digits, whatever stands between them. */

import { normalizeText } from './normalize.ts'

/** C++ is not C, so these two stay. */
const SIGNS = /[^\p{L}\p{N}\p{M}+#]+/gu
const BESIDE_WIDE =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

/**
 * `titleKey('漏洞通报：【更新】 Redis 7.2')` is `'漏洞通报更新redis 7 2'`: between letters or digits one space is left, 7.2 is not
 * 72. A title of signs alone is its signs. '' for an empty one.
 */
export function titleKey(title: string): string {
  const normalized = normalizeText(title)
  const letters = normalized.replace(SIGNS, ' ').replace(BESIDE_WIDE, '').trim()
  return /[\p{L}\p{N}]/u.test(letters) ? letters : normalized.replace(/\s+/g, '')
}
