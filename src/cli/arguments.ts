/**
 * Reads the arguments of a command. `souwen search 供应链攻击 -npm` has to mean "without npm", where an option parser would see
 * `-n -p -m`, and options may stand before, between and after the words.
 */

import { InvalidArgumentError } from 'commander'

/**
 * Puts the options first and the words of the query behind `--`. Whatever begins with `--` is an option (until a `--` alone),
 * as is `-h`; so is a single letter such as `-n` before the first word, most likely a slip. Everything else is query text.
 */
export function separateWords(
  args: readonly string[],
  takesValue: (option: string) => boolean,
): string[] {
  const options: string[] = []
  const words: string[] = []
  const rest = [...args]
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    if (next === '--') words.push(...rest.splice(0))
    else if (!isOption(next, words.length === 0)) words.push(next)
    else if (!takesValue(next)) options.push(next)
    else {
      const value = rest.shift()
      if (value === undefined) return [next]
      options.push(next, value)
    }
  }
  return [...options, '--', ...words]
}

function isOption(argument: string, beforeWords: boolean): boolean {
  if (argument.startsWith('--') || argument === '-h') return true
  return beforeWords && /^-[A-Za-z]$/.test(argument)
}

/** Makes a parser for options whose value is a whole number. Commander's error names the option and the value. */
export function parseWholeNumber(maximum = Number.MAX_SAFE_INTEGER): (value: string) => number {
  return (value) => {
    const number = Number(value)
    if (/^\d+$/.test(value) && number <= maximum) return number
    const limit =
      maximum === Number.MAX_SAFE_INTEGER ? 'a whole number' : `a whole number up to ${maximum}`
    throw new InvalidArgumentError(`It has to be ${limit}, 0 or more.`)
  }
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }
const SMALLEST_SIZE = 2 ** 20
const LARGEST_SIZE = 64 * 2 ** 30

/** Parses a size in bytes; K, M and G stand for 1024, 1024² and 1024³ bytes. Throws commander's error for any other value. */
export function parseSize(value: string): number {
  const [, number = '', unit = ''] = /^(\d+)([KMG]?)$/i.exec(value) ?? []
  const bytes = Number(number) * (UNITS[unit.toUpperCase()] ?? Number.NaN)
  if (bytes >= SMALLEST_SIZE && bytes <= LARGEST_SIZE) return bytes
  throw new InvalidArgumentError('It has to be a size from 1M to 64G, such as 64M.')
}

/** Collects the values of an option that may be given more than once. */
export function collectValues(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}
