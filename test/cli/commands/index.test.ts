import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { paths, smallCorpus } from '../corpus.ts'
import { articleFile, type Workspace } from '../program.ts'

let space: Workspace
beforeEach(async () => {
  space = await smallCorpus()
})
afterEach(() => space.end())

describe('souwen index', () => {
  test('says what came of it on stdout, and draws no bar in a pipe', async () => {
    const { stdout, stderr, exitCode } = await space.souwen(['index'])
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(stdout).toMatch(
      /^5 added, 0 updated, 0 removed, 0 unchanged, 0 skipped, 0 failed fetches\n5 articles, /,
    )
  })

  test('again: counts what came, changed and went', async () => {
    await space.souwen(['index'])
    await space.write(
      'corpus/新.md',
      articleFile({ title: '新来的文章', body: '昨天夜里城里下了一场大雪，孩子们很高兴。' }),
    )
    await space.write(
      paths.apple,
      articleFile({
        title: '苹果歉收',
        url: `https://example.org/${encodeURIComponent('苹果丰收')}`,
        body: '今年的苹果因为霜冻少了一半，果农很发愁。',
      }),
    )
    await space.remove(paths.model)
    const { stdout, exitCode } = await space.souwen(['index', '--json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 5,
      added: 1,
      updated: 1,
      removed: 1,
      unchanged: 3,
      skipped: [],
    })
    expect((await space.souwen(['search', '大雪'])).exitCode).toBe(0)
    expect((await space.souwen(['search', '霜冻'])).exitCode).toBe(0)
    expect((await space.souwen(['search', '开源模型'])).exitCode).toBe(1)
  })

  test('--full reads everything again', async () => {
    await space.souwen(['index'])
    const { stdout } = await space.souwen(['index', '--full', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ articles: 5, skipped: [] })
  })

  test('takes any folder and any place for the index', async () => {
    const { exitCode } = await space.souwen(['index', 'corpus/2025', '--index', 'elsewhere'])
    expect(exitCode).toBe(0)
    expect((await space.souwen(['search', '苹果', '--index', 'elsewhere'])).exitCode).toBe(1)
    expect((await space.souwen(['search', '开源模型', '--index=elsewhere'])).exitCode).toBe(0)
  })

  test('a file that is none is named and skipped; the exit code remembers', async () => {
    await space.write('corpus/坏\u001b[31m.md', '\u0000\u0001\u0002\u0000\u0000')
    const { stdout, stderr, exitCode } = await space.souwen(['index'])
    expect(exitCode).toBe(2)
    expect(stdout).toContain('5 added')
    expect(stdout).toContain('1 skipped')
    expect(stderr).toMatch(/^souwen: 坏\ufffd\[31m\.md: .+\n$/)
  })

  test('a corpus that is not there is an error that names it', async () => {
    const { stdout, stderr, exitCode } = await space.souwen(['index', 'nowhere'])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toMatch(/^souwen: .*nowhere/)
  })

  test('a dictionary that is not there is an error that names it', async () => {
    const { stderr, exitCode } = await space.souwen(['index', '--dictionary', '没有.txt'])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^souwen: .*没有\.txt/)
  })

  test('takes synonyms, keeps them, and lets them go', async () => {
    await space.write('同义词.txt', '# 水果\n苹果, 频婆果\n')
    await space.souwen(['index', '--synonyms', '同义词.txt'])
    await space.souwen(['index'])
    const found = await space.souwen(['search', '频婆果'])
    expect(found.stdout).toContain('苹果')
    expect(found.stderr).toMatch(/synonyms.*苹果/)
    await space.souwen(['index', '--synonyms', 'none'])
    expect((await space.souwen(['search', '频婆果'])).exitCode).toBe(1)
  })

  test('names the line of a file of synonyms that is wrong', async () => {
    await space.write('同义词.txt', '苹果, 频婆果\n苹果 =>\n')
    const { stderr, exitCode } = await space.souwen(['index', '--synonyms', '同义词.txt'])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^souwen: synonyms .*同义词\.txt:2: has no word/)
  })
})
