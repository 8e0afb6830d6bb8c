/** Chooses the language of the interface: the one set by the switch, else the best that the browser asks for. */

import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { english } from './english.ts'
import { type Messages, tables } from './messages.ts'
import { simplified } from './simplified.ts'

/** The cookie holds the choice; it is no secret and names nobody. */
export const languageCookie = 'language'

export function chooseMessages(context: Context): Messages {
  const chosen = findTable(getCookie(context, languageCookie) ?? '')
  return chosen ?? choosePreferred(context.req.header('accept-language') ?? '')
}

function findTable(language: string): Messages | undefined {
  return tables.find((table) => table.language === language)
}

/** `choosePreferred('zh-TW,zh;q=0.9,en;q=0.8')` is the Traditional table. English answers where no language is known. */
export function choosePreferred(acceptLanguage: string): Messages {
  const ranges = parseLanguageRanges(acceptLanguage)
  const known = ranges.map(({ tag }) => findTableForTag(tag)).find((table) => table !== undefined)
  return known ?? (ranges.length === 0 ? simplified : english)
}

interface LanguageRange {
  readonly tag: string
  readonly quality: number
}

/** Parses Accept-Language (RFC 9110), the most wanted language first. */
function parseLanguageRanges(header: string): readonly LanguageRange[] {
  return header
    .slice(0, 1_000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim())
      const quality = parameters.find((parameter) => parameter.startsWith('q='))
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
}

/** `maximize` knows the script of each place: zh-TW and zh-HK are written in Traditional characters. */
function findTableForTag(tag: string): Messages | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return findTable(language === 'zh' ? `zh-${script}` : language)
  } catch {
    return undefined
  }
}
