import { expect, test } from 'vitest'
import { koreanStem, visitKoreanStems } from '../../../src/text/forms/korean.ts'

test.each([
  ['부산에서', '부산'],
  ['부산은', '부산'],
  ['바다는', '바다'],
  ['바다가', '바다'],
  ['병원으로', '병원'],
  ['서울로', '서울'],
  ['친구에게서', '친구'],
  ['학생들이', '학생'],
  ['도서관까지의', '도서관'],
])('%s is %s with a particle', (word, stem) => {
  expect(koreanStem(word)).toBe(stem)
})

test.each([
  ['a word of one syllable is left', '물은'],
  ['one that ends like a particle', '가을'],
  ['a particle that does not follow a vowel', '바다은'],
  ['a particle that does not follow a consonant', '부산는'],
  ['a particle that does not follow ㄴ', '부산로'],
  ['no particle', '도서관'],
  ['no Korean', 'seoul에서'.slice(0, 5)],
])('%s', (_fact, word) => {
  expect(koreanStem(word)).toBeUndefined()
})

test('stems are visited where they stand', () => {
  const text = '(부산의) 바다를 보다'
  const found: string[] = []
  visitKoreanStems(text, (start, end) => found.push(`${start} ${text.slice(start, end)}`))
  expect(found).toEqual(['1 부산', '6 바다'])
})
