import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemory, DEFAULT_MEMORY, ENTRY_BYTES } from '../../src/memory/memory.ts'

const BUDGET = 64 * 1024

interface Step {
  readonly cache: number
  readonly key: number
  /** Absent: it is asked for. */
  readonly bytes: number | undefined
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    cache: fc.integer({ min: 0, max: 2 }),
    key: fc.integer({ min: 0, max: 9 }),
    bytes: fc.option(fc.integer({ min: 0, max: 9000 }), { nil: undefined }),
  }),
  { maxLength: 80 },
)

/** Everything that should be kept, the least recently used first. */
class Oracle {
  kept: { readonly id: string; readonly value: number; readonly bytes: number }[] = []

  readonly budget: number

  constructor(budget: number) {
    this.budget = budget
  }

  get(id: string): number | undefined {
    const found = this.kept.find((one) => one.id === id)
    if (found !== undefined) this.kept = [...this.kept.filter((one) => one !== found), found]
    return found?.value
  }

  set(id: string, value: number, bytes: number): void {
    this.kept = this.kept.filter((one) => one.id !== id)
    if (bytes > this.budget / 4) return
    this.kept.push({ id, value, bytes })
    while (this.bytes > this.budget) this.kept.shift()
  }

  get bytes(): number {
    return this.kept.reduce((sum, { bytes }) => sum + bytes, 0)
  }
}

test('caches of one share keep to its budget, and what was used longest ago goes first', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const memory = createMemory(BUDGET)
      const oracle = new Oracle(memory.budgetOf('words'))
      const caches = [0, 1, 2].map(() => memory.cache<number, number>('words'))
      for (const [value, { cache, key, bytes }] of all.entries()) {
        const id = `${cache} ${key}`
        if (bytes === undefined) {
          expect(caches[cache]?.get(key)).toBe(oracle.get(id))
        } else {
          caches[cache]?.set(key, value, bytes)
          oracle.set(id, value, bytes + ENTRY_BYTES)
        }
        const used = memory.usage().find(({ name }) => name === 'words')
        expect(used?.bytes).toBe(oracle.bytes)
        expect(oracle.bytes).toBeLessThanOrEqual(memory.budgetOf('words'))
      }
    }),
  )
})

test('one share takes nothing from another', () => {
  const memory = createMemory(BUDGET)
  const [words, pairs] = [
    memory.cache<number, string>('words'),
    memory.cache<number, string>('pairs'),
  ]
  pairs.set(1, 'kept', 10)
  for (let key = 0; key < 1000; key++) words.set(key, 'pushed out', 500)
  expect(pairs.get(1)).toBe('kept')
  expect(words.get(0)).toBeUndefined()
})

test('the shares together are the budget', () => {
  for (const bytes of [DEFAULT_MEMORY, 1 << 20, 12_345_678]) {
    const all = createMemory(bytes).usage()
    const sum = all.reduce((total, { budget }) => total + budget, 0)
    expect(sum).toBeLessThanOrEqual(bytes)
    expect(sum).toBeGreaterThan(bytes - all.length)
  }
})

test('a share may be counted by the one who keeps to it', () => {
  const memory = createMemory()
  memory.count('blocks', () => 4711)
  expect(memory.usage().find(({ name }) => name === 'blocks')?.bytes).toBe(4711)
})
