/** Reads small numbers as they are written in dates: 15, 十五, 两, three; and the names of months and weekdays. */

const ENGLISH = [
  ['a', 'one'],
  ['two'],
  ['three'],
  ['four'],
  ['five'],
  ['six'],
  ['seven'],
  ['eight'],
  ['nine'],
  ['ten'],
]
const DIGITS = '一二三四五六七八九'
const CHINESE = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/

/** A pattern, without groups, for what `numberOf` may read. */
export const NUMERAL = String.raw`(?:\d{1,4}|[一二三四五六七八九十两]{1,3})`
export const ENGLISH_NUMERAL = String.raw`(?:\d{1,4}|${ENGLISH.flat().join('|')})`

/** Returns NaN for what is no number: 十五 is 15, 五十 is 50, 五五 is none. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '两') return 2
  const english = ENGLISH.findIndex((names) => names.includes(text))
  if (english >= 0) return english + 1
  const [all = '', tens, ten, ones = ''] = CHINESE.exec(text) ?? []
  if (all === '' || (ten === undefined && all.length > 1)) return Number.NaN
  const [high, low] = ten === undefined ? ['', all] : [tens ?? '一', ones]
  return (DIGITS.indexOf(high) + (high === '' ? 0 : 1)) * 10 + digitValue(low)
}

function digitValue(digit: string): number {
  return digit === '' ? 0 : DIGITS.indexOf(digit) + 1
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Patterns for English names, whole or short. */
export const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
export const WEEKDAY_NAME =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)'

/** Returns 1 for January. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1
}

/** Returns 0 for Monday, 一 and mon, and 6 for Sunday, 日 and 天. */
export function weekdayNumber(name: string): number {
  const chinese = '一二三四五六日'.indexOf(name === '天' ? '日' : name)
  return chinese >= 0 ? chinese : WEEKDAYS.indexOf(name.slice(0, 3))
}
