/** Makes a key of a title, equal for titles that are the same to a reader: their letters and digits, whatever stands between. */

import { normalizeText } from './normalize/normalize.ts'
import { visitPieces } from './terms/script-runs.ts'

/** C++ is not C, so these two stay. */
const KEPT_SIGNS = '+#'

/**
 * `titleKey('漏洞通报：【更新】 Redis 7.2')` is `'漏洞通报更新redis 7 2'`: between letters or digits one space is left, 7.2 is not
 * 72. A title of signs alone is its signs. '' for an empty one.
 */
export function titleKey(title: string): string {
  const text = normalizeText(title)
  let [key, isWide, done, letters] = ['', true, 0, false]
  const add = (part: string, apart: boolean, wide: boolean): void => {
    if (apart && !isWide && !wide) key += ' '
    key += part
    isWide = wide
  }
  const addSigns = (end: number): boolean => {
    let apart = false
    for (; done < end; done++) {
      const sign = text.charAt(done)
      if (KEPT_SIGNS.includes(sign)) add(sign, apart, false)
      apart = !KEPT_SIGNS.includes(sign)
    }
    return apart
  }
  visitPieces(text, (kind, start, end) => {
    add(text.slice(start, end), addSigns(start), kind !== 'word')
    done = end
    letters = true
  })
  addSigns(text.length)
  return letters ? key : text.replace(/\s+/g, '')
}
