/**
 * Chooses the typeface of a text. Fonts for Chinese draw the quotation marks, apostrophes and dashes that it shares with
 * Latin script a full character wide. In a text without Chinese these tear words apart (`Siren’ s song`).
 */

const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]/u

/** Returns the class of the element that holds the text, or undefined where the page's own typeface is right. */
export function chooseTypeface(text: string): 'latin' | undefined {
  return eastAsian.test(text) || !/\p{L}/u.test(text) ? undefined : 'latin'
}

/** Adds the class for the text's typeface to the element's own class: `snippet latin`. */
export function addTypeface(own: string, text: string): string {
  const typeface = chooseTypeface(text)
  return typeface ? `${own} ${typeface}` : own
}

/** Returns the language of a text with Han or kana, for fonts and screen readers, or undefined for all other scripts. */
export function guessLanguage(text: string): 'ja' | 'zh' | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  return /\p{Script=Han}/u.test(text) ? 'zh' : undefined
}
