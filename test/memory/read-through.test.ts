import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createMemory } from '../../src/memory/memory.ts'
import { readThrough } from '../../src/memory/read-through.ts'

/** A reader with a budget of one megabyte, whose results weigh what their key says, and the keys that it has read. */
function countingReader() {
  const read: number[] = []
  const look = readThrough(
    createMemory(1 << 20).cache<number, Promise<string>>('words'),
    async (key) => {
      read.push(key)
      await setImmediate()
      if (key < 0) throw new Error(`nothing at ${key}`)
      return `at ${key}`
    },
    () => 1000,
  )
  return { read, look }
}

test('what was read is not read again', async () => {
  const { read, look } = countingReader()
  expect([await look(1), await look(2), await look(1)]).toEqual(['at 1', 'at 2', 'at 1'])
  expect(read).toEqual([1, 2])
})

test('what is asked for while it is being read is read once', async () => {
  const { read, look } = countingReader()
  expect(await Promise.all([look(1), look(1), look(2), look(1)])).toEqual([
    'at 1',
    'at 1',
    'at 2',
    'at 1',
  ])
  expect(read).toEqual([1, 2])
})

test('a failure is told to all who wait, and read again afterwards', async () => {
  const { read, look } = countingReader()
  const outcomes = await Promise.allSettled([look(-1), look(-1)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(look(-1)).rejects.toThrow('nothing at -1')
  expect(read).toEqual([-1, -1])
})

test('a result that weighs too much is given, and read again', async () => {
  const read: number[] = []
  const memory = createMemory(1 << 20)
  const look = readThrough(
    memory.cache<number, Promise<number>>('words'),
    async (key) => read.push(key),
    () => memory.budgetOf('words'),
  )
  expect([await look(5), await look(5)]).toEqual([1, 2])
  expect(memory.usage().find(({ name }) => name === 'words')?.bytes).toBe(0)
})
