/**
 * Which typeface a text is set in. Fonts for Chinese draw the quotation marks, apostrophes and dashes that it shares with
 * Latin script a full character wide; in a text without Chinese these tear words apart (`Siren’ s song`).
 */

const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]/u

/** The class of the element that holds the text; none where the page's own typeface is right. */
export function chooseTypeface(text: string): 'latin' | undefined {
  return eastAsian.test(text) || !/\p{L}/u.test(text) ? undefined : 'latin'
}

/** The element's own class and its text's typeface: 'snippet latin'. */
export function addTypeface(own: string, text: string): string {
  const typeface = chooseTypeface(text)
  return typeface ? `${own} ${typeface}` : own
}

/** The language of a text in Han or kana, for the font and for screen readers; undefined: it may be any. */
export function guessLanguage(text: string): 'ja' | 'zh' | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  return /\p{Script=Han}/u.test(text) ? 'zh' : undefined
}
