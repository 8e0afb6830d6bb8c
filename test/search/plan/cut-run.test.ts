import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutRun } from '../../../src/search/plan/cut-run.ts'

/** Cuts with counts as they would stand in an index. */
const cutWith = (counts: Readonly<Record<string, number>>, run: string) => {
  const longest = Math.max(1, ...Object.keys(counts).map((word) => word.length))
  const occurrences = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return cutRun(run, longest, async (word) => counts[word] ?? 0, occurrences)
}

/** Every way to part a text. */
function partings(text: string): readonly (readonly string[])[] {
  if (text === '') return [[]]
  const characters = [...text]
  return characters.flatMap((_, i) => {
    const head = characters.slice(0, i + 1).join('')
    return partings(text.slice(head.length)).map((rest) => [head, ...rest])
  })
}

describe('a run is cut', () => {
  test('into the words whose probabilities together are the greatest', async () => {
    const piece = fc.stringMatching(/^[开源模型𠮷]{1,4}$/u)
    const counts = fc.dictionary(piece, fc.integer({ min: 1, max: 1000 }), { maxKeys: 12 })
    await fc.assert(
      fc.asyncProperty(counts, fc.stringMatching(/^[开源模型𠮷]{1,7}$/u), async (known, run) => {
        const total = Object.values(known).reduce((sum, count) => sum + count, 0)
        const share = (word: string) => Math.max(known[word] ?? 0, 0.01) / Math.max(1, total)
        const probability = (words: readonly string[]) =>
          words.reduce((product, word) => product * share(word), 1)
        const possible = partings(run).filter((words) =>
          words.every((word) => [...word].length === 1 || (known[word] ?? 0) > 0),
        )
        const cut = (await cutWith(known, run)).flatMap((word) =>
          known[word] ? [word] : [...word],
        )
        expect(possible).toContainEqual(cut)
        const best = Math.max(...possible.map(probability))
        expect(probability(cut) / best).toBeCloseTo(1, 6)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    [{ 全文检索: 5, 全文: 90, 检索: 80, 的: 9000 }, '全文检索', ['全文检索']],
    [{ 全文: 90, 检索: 80, 引擎: 50 }, '全文检索引擎', ['全文', '检索', '引擎']],
    [{ 研究: 50, 研究生: 20, 生命: 40, 命: 3, 起源: 30 }, '研究生命起源', ['研究', '生命', '起源']],
    [{ 模: 1, 型: 1 }, '模型', ['模', '型']],
    [{ 开源: 9, 野: 9 }, '开源𠮷攻野𠮷', ['开源', '𠮷攻', '野', '𠮷']],
  ] as const)('%j: %s', async (counts, run, words) => {
    expect(await cutWith(counts, run)).toEqual(words)
  })
})
