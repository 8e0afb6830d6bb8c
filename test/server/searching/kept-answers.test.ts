import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { keepAnswers } from '../../../server/searching/kept-answers.ts'
import { createMemory, ENTRY_BYTES } from '../../../src/memory/memory.ts'

interface Numbered {
  readonly number: number
  readonly bytes: number
}

const BUDGET = 1 << 20
const SHARE = createMemory(BUDGET).budgetOf('answers')

/** Four of them fit into the share of answers. */
function answer(number: number): Numbered {
  return { number, bytes: Math.floor(SHARE / 4) - ENTRY_BYTES }
}

function keep() {
  return keepAnswers(createMemory(BUDGET).cache<string, Numbered>('answers'))
}

/** Answers with how often it was asked, so that a kept answer shows. */
function counting() {
  let count = 0
  return async () => answer(++count)
}

test('what is asked again, or twice at a time, is found once', async () => {
  const [kept, find] = [keep(), counting()]
  expect(await Promise.all([kept.get('甲', find), kept.get('甲', find)])).toEqual([
    answer(1),
    answer(1),
  ])
  expect(await kept.get('甲', find)).toEqual(answer(1))
  expect(await kept.get('乙', find)).toEqual(answer(2))
})

test('the one that was not asked for longest goes first', async () => {
  const [kept, find] = [keep(), counting()]
  for (const key of ['甲', '乙', '丙', '丁', '甲', '戊']) await kept.get(key, find)
  expect(await kept.get('甲', find)).toEqual(answer(1))
  expect(await kept.get('乙', find)).toEqual(answer(6))
})

test('who goes takes the answer from nobody else', async () => {
  const kept = keep()
  const gone = new AbortController()
  let stop: AbortSignal | undefined
  const first = kept.get(
    '甲',
    async (stopped) => {
      stop = stopped
      await setImmediate()
      return answer(1)
    },
    gone.signal,
  )
  const second = kept.get('甲', async () => answer(2), new AbortController().signal)
  gone.abort()
  expect(await Promise.all([first, second])).toEqual([answer(1), answer(1)])
  expect(stop?.aborted).toBe(false)
})

test('is given up when all who asked have gone, and then found anew', async () => {
  const kept = keep()
  const [first, second] = [new AbortController(), new AbortController()]
  const untilStopped = (stopped: AbortSignal) =>
    new Promise<Numbered>((_, reject) => {
      stopped.addEventListener('abort', () => reject(stopped.reason))
    })
  const answers = [first, second].map(({ signal }) => kept.get('甲', untilStopped, signal))
  const outcomes = Promise.allSettled(answers)
  first.abort('一个走了')
  await Promise.resolve()
  const third = new AbortController()
  const late = kept.get('甲', async () => answer(7), third.signal)
  second.abort('又一个走了')
  third.abort('都走了')
  expect(await kept.get('甲', async () => answer(7))).toEqual(answer(7))
  expect(await Promise.allSettled([late, ...answers])).toEqual(
    Array(3).fill({ status: 'rejected', reason: '都走了' }),
  )
  await outcomes
})

test('stays when who asked goes after it came', async () => {
  const kept = keep()
  const gone = new AbortController()
  expect(await kept.get('甲', async () => answer(1), gone.signal)).toEqual(answer(1))
  gone.abort()
  expect(await kept.get('甲', async () => answer(2))).toEqual(answer(1))
})

test('a failure is not kept', async () => {
  const [kept, find] = [keep(), counting()]
  const fail = () => Promise.reject(new Error('没有索引'))
  await expect(kept.get('甲', fail)).rejects.toThrow('没有索引')
  expect(await kept.get('甲', find)).toEqual(answer(1))
})
