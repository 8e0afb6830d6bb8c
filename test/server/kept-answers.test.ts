import { expect, test } from 'vitest'
import { keepAnswers } from '../../server/kept-answers.ts'

/** Answers with how often it was asked, so that a kept answer shows. */
function counting() {
  let count = 0
  return async () => ++count
}

test('what is asked again, or twice at a time, is found once', async () => {
  const [kept, find] = [keepAnswers<number>(2), counting()]
  expect(await Promise.all([kept.get('甲', find), kept.get('甲', find)])).toEqual([1, 1])
  expect(await kept.get('甲', find)).toBe(1)
  expect(await kept.get('乙', find)).toBe(2)
})

test('the one that was not asked for longest goes first', async () => {
  const [kept, find] = [keepAnswers<number>(2), counting()]
  await kept.get('甲', find)
  await kept.get('乙', find)
  await kept.get('甲', find)
  await kept.get('丙', find)
  expect(await kept.get('甲', find)).toBe(1)
  expect(await kept.get('乙', find)).toBe(4)
})

test('a failure is not kept', async () => {
  const [kept, find] = [keepAnswers<number>(2), counting()]
  const fail = () => Promise.reject(new Error('没有索引'))
  await expect(kept.get('甲', fail)).rejects.toThrow('没有索引')
  expect(await kept.get('甲', find)).toBe(1)
})
