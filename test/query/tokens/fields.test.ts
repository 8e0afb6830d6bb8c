import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldOf } from '../../../src/query/tokens/fields.ts'

describe('a field', () => {
  test.each([
    ['title:x', 'title', 6],
    ['来源：新华社', 'source', 3],
    ['來源:新華社', 'source', 3],
    ['ＳＩＴＥ：example.com', 'site', 5],
    ['Date:2025', 'date', 5],
    ['is:', 'is', 3],
    ['lang:en:zh', 'lang', 5],
    ['allintitle:x', 'allintitle', 11],
    ['晚于：2024', 'after', 3],
  ])('begins %s', (word, name, valueStart) => {
    expect(fieldOf(word)).toEqual({ name, valueStart })
  })

  test.each(['title', ':title', 'tit:x', 'titles:x', 'https://a.example', 'x title:y', ''])(
    'does not begin %j',
    (word) => {
      expect(fieldOf(word)).toBeUndefined()
    },
  )

  test('leaves any value as it is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(`source:${value}`.slice(fieldOf(`source:${value}`)?.valueStart)).toBe(value)
      }),
    )
  })
})
