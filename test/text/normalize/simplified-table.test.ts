import { Converter } from 'opencc-js'
import { expect, test } from 'vitest'
import { normalizeText } from '../../../src/text/normalize/normalize.ts'
import { SIMPLIFIED, TRADITIONAL } from '../../../src/text/normalize/simplified-table.ts'

const toSimplified = Converter({ from: 't', to: 'cn' })

test('every Han character becomes what opencc makes of it', () => {
  const differing: string[] = []
  for (let codePoint = 0x2e80; codePoint < 0x33480; codePoint++) {
    const character = String.fromCodePoint(codePoint).normalize('NFKC')
    if (!/^\p{Script=Han}$/u.test(character)) continue
    const expected = toSimplified(character)
    if (expected !== character && normalizeText(character) !== expected) differing.push(character)
  }
  // opencc stops half way: 薴 → 苧, and 苧 → 苎.
  expect(differing).toEqual(['薴'])
})

test('what only Taiwan or Hong Kong writes becomes Simplified too', () => {
  expect(normalizeText('衞枱粧敍痺')).toBe('卫台妆叙痹')
})

test('the table has a form for each character, and none twice', () => {
  const traditional = [...TRADITIONAL]
  expect([...SIMPLIFIED].length).toBe(traditional.length)
  expect(new Set(traditional).size).toBe(traditional.length)
})

test('it reaches beyond the basic plane, in both directions', () => {
  expect(normalizeText('鋗𧩙')).toBe(`${toSimplified('鋗')}${toSimplified('𧩙')}`)
  expect([...TRADITIONAL].some((character) => character.length === 2)).toBe(true)
})
