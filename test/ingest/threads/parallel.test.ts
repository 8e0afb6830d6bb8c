import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapInParallel, sliceByWeight } from '../../../src/ingest/threads/parallel.ts'

test('slices hold every item once and in order, and all but the last weigh enough, and no more than the last item needs', () => {
  const weights = fc.array(fc.nat(20))
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 30 }), (items, least) => {
      const slices = sliceByWeight(items, least, (item) => item)
      expect(slices.flat()).toEqual(items)
      const weigh = (slice: readonly number[]) => slice.reduce((sum, item) => sum + item, 0)
      for (const slice of slices.slice(0, -1)) {
        expect(weigh(slice)).toBeGreaterThanOrEqual(least)
        expect(weigh(slice.slice(0, -1))).toBeLessThan(least)
      }
      expect(slices.every((slice) => slice.length > 0)).toBe(true)
    }),
  )
})

test('an item weighs one where nothing else is said', () => {
  expect(sliceByWeight(['a', 'b', 'c', 'd', 'e'], 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']])
})

test('tasks begin in order, never more at a time than told, and results stand in the order of tasks', async () => {
  const order = fc.scheduler()
  const width = fc.integer({ min: 1, max: 4 })
  await fc.assert(
    fc.asyncProperty(order, width, fc.nat(12), async (scheduler, most, count) => {
      const begun: number[] = []
      const ended: number[] = []
      const tasks = Array.from({ length: count }, (_, task) => task)
      const running = mapInParallel(
        most,
        tasks,
        async (task) => {
          begun.push(task)
          expect(begun.length - ended.length).toBeLessThanOrEqual(most)
          return scheduler.schedule(Promise.resolve(`result ${task}`))
        },
        (task, result) => {
          expect(result).toBe(`result ${task}`)
          ended.push(task)
        },
      )
      await scheduler.waitFor(running)
      expect(await running).toEqual(tasks.map((task) => `result ${task}`))
      expect(begun).toEqual(tasks)
      expect(ended.toSorted((a, b) => a - b)).toEqual(tasks)
    }),
  )
})

test('an error of one task is the error of all', async () => {
  const run = async (task: number) => {
    if (task === 2) throw new Error('the second one failed')
    return task
  }
  await expect(mapInParallel(2, [1, 2, 3], run)).rejects.toThrow('the second one failed')
})
