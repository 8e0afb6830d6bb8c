import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths, smallCorpus } from '../corpus.ts'
import { articleFile, type Workspace, workspace } from '../program.ts'

let space: Workspace
beforeAll(async () => {
  space = await smallCorpus()
  await space.souwen(['index'])
})
afterAll(() => space.end())

const path = '2025/03/09/示例网_国产开源模型发布.md'
const body =
  '一家研究所今天公布了新的开源模型，权重可以免费下载。\n\n研究者认为，它的推理能力有明显进步。'

describe('souwen show', () => {
  test('prints what the index holds for an article', async () => {
    const { stdout, exitCode } = await space.souwen(['show', path])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^国产开源模型发布\n2025-03-09 · 示例网 · /)
    expect(stdout.endsWith(`\n\n${body}\n`)).toBe(true)
  })

  test('--json has every field, and the body as one text', async () => {
    const { stdout } = await space.souwen(['show', path, '--json'])
    const { id, ...rest } = JSON.parse(stdout)
    expect(typeof id).toBe('string')
    expect(rest).toEqual({
      path,
      title: '国产开源模型发布',
      url: 'https://example.org/%E5%9B%BD%E4%BA%A7%E5%BC%80%E6%BA%90%E6%A8%A1%E5%9E%8B%E5%8F%91%E5%B8%83',
      source: '示例网',
      date: '2025-03-09',
      fetchDate: '2025-03-09T12:03:13.017231',
      status: 'article',
      truncated: false,
      repaired: '',
      authors: [],
      tags: [],
      meta: {},
      body,
    })
  })

  test('the path may be absolute, from here, or an id', async () => {
    const { id } = JSON.parse((await space.souwen(['show', path, '--json'])).stdout)
    for (const name of [join(space.folder, paths.model), paths.model, `./${paths.model}`, id]) {
      const { stdout } = await space.souwen(['show', name, '--json'])
      expect(JSON.parse(stdout).path).toBe(path)
    }
  })

  test('--furniture has what of the page is not searched, with the reason, around the article', async () => {
    const { stdout } = await space.souwen(['show', path, '--furniture'])
    expect(stdout).toMatch(/\n\nbefore {2}国产开源模型发布\n {8}\[2 blocks of the article\]\n$/)
    const { furniture } = JSON.parse(
      (await space.souwen(['show', path, '--furniture', '--json'])).stdout,
    )
    expect(furniture).toEqual([{ reason: 'before', text: '国产开源模型发布', blocksBefore: 0 }])
  })

  test('--versions has every fetch of the article, the one that is searched marked', async () => {
    const { stdout } = await space.souwen(['show', path, '--versions'])
    expect(stdout.split('\n').slice(5)).toEqual([
      `*  2025-03-09T12:03:13.017231  article  ${path}  国产开源模型发布`,
      '',
    ])
  })

  test('escape sequences of an article do not get through', async () => {
    const { stdout } = await space.souwen(['show', paths.hostile])
    expect(stdout).toContain('写进文章')
    expect(stdout).not.toMatch(/[\u001b\u202e]/)
  })

  test('an unknown article: a message, and exit code 1', async () => {
    expect(await space.souwen(['show', '没有.md', '--json'])).toEqual({
      stdout: '',
      stderr: 'souwen: index: no article has the path or id 没有.md\n',
      exitCode: 1,
    })
  })
})

test('an article that was misread is found and shown as it was written, with what it was misread as', async () => {
  const text = '研究所今天公布了新的开源模型，权重可以免费下载。'
  const other = await workspace()
  try {
    const misread = Buffer.from(text).toString('latin1')
    await other.write('corpus/模型.md', articleFile({ title: '开源模型发布', body: misread }))
    await other.souwen(['index'])
    expect((await other.souwen(['search', '免费下载'])).exitCode).toBe(0)
    const shown = (await other.souwen(['show', '模型.md'])).stdout
    expect(shown).toContain(' · repaired: had been misread as windows-1252\n')
    expect(shown.endsWith(`\n\n${text}\n`)).toBe(true)
    const { body, repaired } = JSON.parse(
      (await other.souwen(['show', '模型.md', '--json'])).stdout,
    )
    expect({ body, repaired }).toEqual({ body: text, repaired: 'windows-1252' })
  } finally {
    await other.end()
  }
})

describe('souwen stats', () => {
  test('prints how much there is, from where and when', async () => {
    const { stdout, exitCode } = await space.souwen(['stats'])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^articles +5\n {2}article +5\n/)
    expect(stdout).toContain('\ndated 2024-12-24 to 2025-05-01\n')
    expect(stdout).toMatch(/\n安全台 +2 +0 {2}2025-04-02\n/)
  })

  test('--failed lists the pages that brought no article, for fetching them again', async () => {
    const other = await workspace()
    try {
      const url = 'https://example.org/gone'
      const gone = { title: '一篇已经删除的文章', source: '乙报', url, body: '该内容已被作者删除' }
      await other.write(
        'corpus/好.md',
        articleFile({ title: '好文章', body: '研究所今天公布了新的开源模型。' }),
      )
      await other.write('corpus/坏.md', articleFile(gone))
      await other.souwen(['index'])
      const { stdout } = await other.souwen(['stats', '--failed'])
      expect(stdout).toBe(`removed\t2025-03-09\t乙报\t${url}\n`)
      const { stdout: json } = await other.souwen(['stats', '--failed', '--json'])
      expect(JSON.parse(json)).toEqual([
        { url, status: 'removed', source: '乙报', date: '2025-03-09' },
      ])
      const { stdout: figures } = await other.souwen(['stats', '--json'])
      expect(JSON.parse(figures).months).toEqual([{ month: '2025-03', articles: 2, failed: 1 }])
    } finally {
      await other.end()
    }
  })

  test('--json has all figures', async () => {
    const { stdout } = await space.souwen(['stats', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 5,
      byStatus: { article: 5 },
      truncated: 0,
      firstDate: '2024-12-24',
      lastDate: '2025-05-01',
    })
  })
})
