/** The file behind an article: its text as it lies in the corpus, inert, and nothing outside of the corpus. */

import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../server/app.ts'
import type { ServerApp } from '../../../server/http/environment.ts'
import type { SearchBackend } from '../../../src/backend/backend.ts'
import { buildIndex, openIndex } from '../../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../../helpers/archive-folder.ts'
import { linksOf, textOf } from '../html.ts'

const harmful = fetchedFile({
  title: '潮汐锁定',
  body: '<script>alert(1)</script>\n\n行星总以同一面对着恒星，这就是潮汐锁定。\u202e反转',
})
const name = "2025/示例网_潮汐 <b>'锁定'.md"

let folder: ArchiveFolder
let backend: SearchBackend
let app: ServerApp

beforeEach(async () => {
  folder = archiveFolder()
  folder.write(name, harmful)
  folder.write(
    '国标.md',
    iconv.encode(fetchedFile({ title: '国标', body: '这篇文章用国标编码写成。' }), 'gb18030'),
  )
  await buildIndex({ corpus: folder.corpus, index: folder.index })
  backend = await openIndex(folder.index)
  app = createApp(backend)
})

afterEach(async () => {
  await backend.close()
  folder.end()
})

async function fileOf(path: string, headers: Readonly<Record<string, string>> = {}) {
  const article = await backend.article(path)
  return app.request(`/articles/${article?.id}/file`, { headers })
}

describe('the file of an article', () => {
  test('is what its page links to', async () => {
    const article = await backend.article(name)
    const page = await (await app.request(`/articles/${article?.id}`)).text()
    expect(linksOf(page)).toContain(`/articles/${article?.id}/file`)
  })

  test('is its text to the letter, as plain text that no browser takes for anything else', async () => {
    const reply = await fileOf(name)
    expect(reply.status).toBe(200)
    expect(await reply.text()).toBe(harmful)
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(reply.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    const [, encoded = ''] =
      /^inline; filename\*=UTF-8''([\w%.~!-]+)$/.exec(
        reply.headers.get('content-disposition') ?? '',
      ) ?? []
    expect(decodeURIComponent(encoded)).toBe("示例网_潮汐 <b>'锁定'.md")
  })

  test('is read in the encoding it is written in', async () => {
    expect(await (await fileOf('国标.md')).text()).toContain('这篇文章用国标编码写成。')
  })

  test('is the one of now, not of when it was indexed', async () => {
    const tag = (await fileOf(name)).headers.get('etag') ?? 'none'
    folder.write(name, '改过了')
    expect(await (await fileOf(name, { 'if-none-match': tag })).text()).toBe('改过了')
  })
})

describe('there is no file', () => {
  test.each([
    ['zh-CN', '没有存档文件'],
    ['zh-TW', '沒有典藏檔案'],
    ['en', 'The file is not there'],
  ])('where it was deleted, said in %s', async (language, says) => {
    folder.remove(name)
    const reply = await fileOf(name, { 'accept-language': language })
    expect(reply.status).toBe(404)
    expect(textOf(await reply.text())).toContain(says)
  })

  test('where a link leads out of the corpus, even to a folder beside it whose name begins alike', async () => {
    for (const outside of ['elsewhere', 'corpus-2']) {
      const target = join(dirname(folder.corpus), outside)
      mkdirSync(target)
      writeFileSync(join(target, 'secret.md'), '机密')
      rmSync(join(folder.corpus, name), { force: true })
      symlinkSync(join(target, 'secret.md'), join(folder.corpus, name))
      const reply = await fileOf(name)
      expect([outside, reply.status]).toEqual([outside, 404])
      expect(await reply.text()).not.toContain('机密')
    }
  })

  test('where its folder was replaced by a link that leads out', async () => {
    const target = join(dirname(folder.corpus), 'elsewhere')
    mkdirSync(target)
    writeFileSync(join(target, name.slice(name.indexOf('/') + 1)), '机密')
    rmSync(join(folder.corpus, '2025'), { recursive: true })
    symlinkSync(target, join(folder.corpus, '2025'))
    expect((await fileOf(name)).status).toBe(404)
  })

  test('where a folder, something binary or something huge took its place, or the whole corpus is gone', async () => {
    rmSync(join(folder.corpus, name))
    mkdirSync(join(folder.corpus, name))
    expect((await fileOf(name)).status).toBe(404)
    rmSync(join(folder.corpus, name), { recursive: true })
    folder.write(name, new Uint8Array([80, 75, 3, 4, 0, 0, 0]))
    expect((await fileOf(name)).status).toBe(404)
    folder.writeSparse(name, 2 ** 31)
    expect((await fileOf(name)).status).toBe(404)
    rmSync(folder.corpus, { recursive: true })
    expect((await fileOf(name)).status).toBe(404)
  })

  test.each([
    '/articles/0123456789abcdef/file',
    `/articles/${encodeURIComponent('../../../etc/passwd')}/file`,
    `/articles/${encodeURIComponent('/etc/passwd')}/file`,
  ])('that the index does not know: %s', async (path) => {
    const reply = await app.request(path)
    expect(reply.status).toBe(404)
    expect(await reply.text()).not.toContain('root:')
  })
})
