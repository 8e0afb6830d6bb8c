import { expect, test } from 'vitest'
import { keepAnswers } from '../../../server/searching/kept-answers.ts'

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

test('is given up when all who asked have gone, and then found anew', async () => {
  const kept = keepAnswers<number>(2)
  const [first, second] = [new AbortController(), new AbortController()]
  const untilStopped = (stopped: AbortSignal) =>
    new Promise<number>((_, reject) => {
      stopped.addEventListener('abort', () => reject(stopped.reason))
    })
  const answers = [first, second].map(({ signal }) => kept.get('甲', untilStopped, signal))
  const outcomes = Promise.allSettled(answers)
  first.abort('一个走了')
  await Promise.resolve()
  const third = new AbortController()
  const late = kept.get('甲', async () => 7, third.signal)
  second.abort('又一个走了')
  third.abort('都走了')
  expect(await kept.get('甲', async () => 7)).toBe(7)
  expect(await Promise.allSettled([late, ...answers])).toEqual(
    Array(3).fill({ status: 'rejected', reason: '都走了' }),
  )
  await outcomes
})

test('stays when who asked goes after it came', async () => {
  const kept = keepAnswers<number>(2)
  const gone = new AbortController()
  expect(await kept.get('甲', async () => 1, gone.signal)).toBe(1)
  gone.abort()
  expect(await kept.get('甲', async () => 2)).toBe(1)
})

test('a failure is not kept', async () => {
  const [kept, find] = [keepAnswers<number>(2), counting()]
  const fail = () => Promise.reject(new Error('没有索引'))
  await expect(kept.get('甲', fail)).rejects.toThrow('没有索引')
  expect(await kept.get('甲', find)).toBe(1)
})
