/**
 * Writes src/text/normalize/simplified-table.ts from opencc-js: `npx tsx scripts/make-simplified-table.ts`. It maps single
 * characters: a search for 发 is to find 發 and 髮, and each place in the original stays easy to find.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js'

/** Characters that Taiwan's table changes but that Simplified text itself uses (著名 is no 着名, 什么 no 什幺). */
const SIMPLIFIED_TOO = new Set(['著', '么'])

const LAST_HAN = 0x3347f
const fromTraditional = Converter({ from: 't', to: 'cn' })
const fromTaiwan = Converter({ from: 'tw', to: 'cn' })
const fromHongKong = Converter({ from: 'hk', to: 'cn' })

/** The general table decides; where it has no entry, Taiwan's and Hong Kong's variants do (痺, 衞, 枱). */
function simplifiedOnce(character: string): string {
  const general = fromTraditional(character)
  if (general !== character || SIMPLIFIED_TOO.has(character)) return general
  const taiwan = fromTaiwan(character)
  return taiwan === character ? fromHongKong(character) : taiwan
}

/** Follows a chain to its end (薴 → 苧 → 苎), so that normalising twice changes nothing. */
function simplified(character: string): string {
  const once = simplifiedOnce(character)
  return once === character ? once : simplified(once)
}

/** Compatibility ideographs are left out: NFKC comes before this table and turns them into their plain twins. */
function isCandidate(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character) && character.normalize('NFKC') === character
}

function table(): { readonly from: string; readonly to: string; readonly size: number } {
  let [from, to, size] = ['', '', 0]
  for (let codePoint = 0x2e80; codePoint <= LAST_HAN; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    if (!isCandidate(character) || simplified(character) === character) continue
    from += character
    to += simplified(character)
    size++
  }
  return { from, to, size }
}

const { from, to, size } = table()
const source = `/**
 * Traditional characters and their Simplified forms, ${size} of them, by position. Made by scripts/make-simplified-table.ts
 * from opencc-js (Apache-2.0); change that, not this. Kept as text so that no search loads opencc.
 */

export const TRADITIONAL =
  '${from}'

export const SIMPLIFIED =
  '${to}'
`
writeFileSync(join(import.meta.dirname, '../src/text/normalize/simplified-table.ts'), source)
