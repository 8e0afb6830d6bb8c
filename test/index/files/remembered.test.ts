import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remembered } from '../../../src/index/files/remembered.ts'

test('what was asked for last is kept up to its weight, and read anew otherwise', async () => {
  const asked = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(asked, fc.integer({ min: 0, max: 20 }), async (keys, most) => {
      const read: number[] = []
      const look = remembered(
        most,
        async (key: number) => {
          read.push(key)
          return { weight: key }
        },
        ({ weight }) => weight,
      )
      // The same by hand: a list with the youngest at its end.
      let kept: number[] = []
      const expected: number[] = []
      for (const key of keys) {
        expect(await look(key)).toEqual({ weight: key })
        // It is weighed after those who wait have it.
        await setImmediate()
        if (!kept.includes(key)) expected.push(key)
        kept = [...kept.filter((one) => one !== key), key]
        while (kept.reduce((sum, one) => sum + one, 0) > most) kept.shift()
      }
      expect(read).toEqual(expected)
    }),
  )
})

test('two who ask at once share one reading', async () => {
  let readings = 0
  const look = remembered(2, async () => ++readings)
  expect(await Promise.all([look('a'), look('a')])).toEqual([1, 1])
})

test('what failed is read again', async () => {
  let readings = 0
  const look = remembered(2, async () => {
    if (++readings === 1) throw new Error('not there')
    return readings
  })
  await expect(look('a')).rejects.toThrow('not there')
  expect(await look('a')).toBe(2)
})
