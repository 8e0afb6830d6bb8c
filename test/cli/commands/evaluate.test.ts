/** `souwen evaluate` on a set small enough to know every ranking by heart. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Workspace, workspace } from '../program.ts'

const documents = [
  { id: '甲/1', title: '苹果', text: '苹果发布新款手机。' },
  { id: '乙 2', title: '', text: '开源模型超过闭源模型，开源模型更便宜。' },
  { id: '丙', title: '漏洞', text: '网络设备的漏洞被人利用，开源模型也能找到它。' },
]
const queries = [
  { id: 'q1', text: '谁发布了新款手机？' },
  { id: 'q2', text: '开源模型' },
  { id: 'q3', text: '火山' },
  { id: 'q4', text: '没有人知道答案' },
]
// Of q2 only the second best is an answer; q3 finds nothing; q4 is not judged, nor is its answer one.
const qrels = ['q1\t甲/1\t1', 'q2\t丙\t1', 'q3\t甲/1\t1', 'q4\t甲/1\t0', '']

let space: Workspace

const jsonLines = (rows: readonly object[]) =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('')

beforeEach(async () => {
  space = await workspace()
  await space.write('set/docs.jsonl', jsonLines(documents))
  await space.write('set/queries.jsonl', jsonLines(queries))
  await space.write('set/qrels.tsv', qrels.join('\n'))
})

afterEach(() => space.end())

describe('souwen evaluate', () => {
  test('prints the means over the questions that are judged', async () => {
    const { stdout, stderr, exitCode } = await space.souwen(['evaluate', 'set', '--json'])
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    const figures = JSON.parse(stdout)
    expect(Object.keys(figures)).toEqual(['ndcg@10', 'mrr@10', 'recall@100'])
    expect(figures['ndcg@10']).toBeCloseTo((1 + 1 / Math.log2(3) + 0) / 3, 12)
    expect(figures['mrr@10']).toBeCloseTo((1 + 1 / 2 + 0) / 3, 12)
    expect(figures['recall@100']).toBeCloseTo(2 / 3, 12)
  })

  test('says them to a reader, and leaves no index behind', async () => {
    const { stdout } = await space.souwen(['evaluate', 'set'], { TMPDIR: space.folder })
    expect(stdout).toMatch(/^3 questions, 3 documents\nnDCG@10 +0\.5436\nMRR@10 +0\.5000\n/)
    expect(readdirSync(space.folder)).toEqual(['set'])
  })

  test('lists the questions that moved since a run that was kept', async () => {
    await space.souwen(['evaluate', 'set', '--save', 'before.json'])
    const same = await space.souwen(['evaluate', 'set', '--diff', 'before.json', '--json'])
    expect(JSON.parse(same.stdout).moved).toEqual([])

    await space.write('set/qrels.tsv', 'q1\t乙 2\t1\nq2\t乙 2\t1\nq3\t甲/1\t1\n')
    const { stdout } = await space.souwen(['evaluate', 'set', '--diff', 'before.json'])
    expect(stdout).toContain('nDCG@10 of 1 questions fell, of 1 it rose\n')
    expect(stdout).toMatch(/1\.0000 → 0\.0000 {2}q1 {2}谁发布了新款手机？\n0\.6309 → 1\.0000 {2}q2/)
    const saved = JSON.parse(readFileSync(join(space.folder, 'before.json'), 'utf8'))
    expect(saved.q1).toEqual({ ndcg: 1, mrr: 1, recall: 1 })
  })

  test.each([
    ['a folder that is no set', 'nowhere', 'docs.jsonl, queries.jsonl and qrels.tsv'],
    ['a line that is no JSON', 'set', 'docs.jsonl, line 4: is no JSON object'],
  ])('says what is wrong with %s', async (_, folder, message) => {
    await space.write('set/docs.jsonl', `${jsonLines(documents)}{`)
    const { stdout, stderr, exitCode } = await space.souwen(['evaluate', folder])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toContain(message)
  })

  test('says what is wrong with a file to compare with', async () => {
    await space.write('before.json', '{"q1": 1}')
    const { stderr, exitCode } = await space.souwen(['evaluate', 'set', '--diff', 'before.json'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('before.json is no file that "souwen evaluate --save" wrote')
  })
})
