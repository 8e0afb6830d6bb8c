/** Random things that happen to a corpus between two runs of the indexer. */

import fc from 'fast-check'
import { MAX_FILE_BYTES } from '../../src/ingest/reading/read-bytes.ts'
import { type ArchiveFolder, FAILED_BODY, fetchedFile } from '../helpers/archive-folder.ts'

/** Of few paths, URLs and sentences, so that files meet: refetches, lines that come back, sites that grow and shrink. */
export interface Size {
  readonly paths: number
  readonly urls: number
  readonly sites: number
}

const pathOf = ({ paths }: Size) =>
  fc.nat(paths - 1).map((n) => `2025/03/0${(n % 3) + 1}/甲报_${n}.md`)
const SENTENCES = [
  '一家研究所今天公布了新的开源模型，权重可以免费下载。',
  '研究者认为，它的推理能力有明显的进步，训练数据也已经公开。',
  '攻击者改动了安装脚本，恶意软件包让供应链攻击迅速扩大。',
  '漏洞编号 CVE-2025-24813 已经修复，请尽快升级到 v5.6.2 版本。',
  '今年的苹果又大又甜，果农忙着采摘，合作社说价格也不错。',
  '這家書店的書籍在雨後的周末特別好賣，店主很高興。',
]
const MENUS = [
  '[首页](/) [科学](/science) [书籍](/books)',
  '本站文章欢迎转载，转载时请注明出处和作者。',
  '相关阅读\n\n* [苹果丰收的一年](/1)\n* [供应链攻击详解](/2)',
]

/** Long enough to be known again, wherever it is printed. */
const REPRINT = SENTENCES.join('\n\n')

const body = fc
  .tuple(
    fc.constantFrom('', '', MENUS[0], MENUS[1]),
    fc.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 }),
    fc.nat(30),
    fc.constantFrom('', MENUS[1], MENUS[2]),
  )
  .map(([before, sentences, number, after]) =>
    [before, ...sentences, `这是本月的第 ${number} 篇报道，编辑部为读者整理。`, after].join('\n\n'),
  )

const articleOf = ({ urls, sites }: Size) =>
  fc
    .record({
      title: fc.constantFrom(
        '国产开源模型发布',
        '供应链攻击波及多家企业',
        '苹果丰收',
        '書店的雨天',
      ),
      url: fc.nat(urls - 1).map((n) => `https://site${n % sites}.example.com/a/${n}`),
      source: fc.constantFrom('甲报', '乙报'),
      date: fc.constantFrom('2025-03-01', '2025-03-02', '2025-04-01'),
      fetchDate: fc.nat(9).map((n) => `2025-04-0${n}T08:00:00.000000`),
      body: fc.oneof(
        { weight: 4, arbitrary: body },
        { weight: 2, arbitrary: fc.constantFrom(REPRINT, `${REPRINT}\n\n本报编辑部有删改。`) },
        { weight: 1, arbitrary: fc.constant(FAILED_BODY) },
      ),
    })
    .map(fetchedFile)

/** Something that happens to the corpus; `place` chooses among the files that are there. */
export type Change =
  | { readonly kind: 'write'; readonly path: string; readonly content: string }
  /** A file that is none: some show it at their beginning, some only when they are read to the end. */
  | { readonly kind: 'empty' | 'binary' | 'large'; readonly path: string }
  | { readonly kind: 'binary late'; readonly path: string; readonly content: string }
  | { readonly kind: 'remove'; readonly place: number }
  | { readonly kind: 'rename'; readonly place: number; readonly path: string }

export function changeIn(size: Size): fc.Arbitrary<Change> {
  const [path, content] = [pathOf(size), articleOf(size)]
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('write'), path, content }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('empty', 'binary', 'large'), path }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('binary late'), path, content }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove'), place: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename'), place: fc.nat(), path }) },
  )
}

/** Does it, and keeps the list of files. The last file stays: an empty folder is another matter. */
export function apply(made: Change, archive: ArchiveFolder, files: Set<string>): void {
  const chosen = 'place' in made ? [...files][made.place % Math.max(1, files.size)] : undefined
  if (made.kind === 'write') archive.write(made.path, made.content)
  if (made.kind === 'empty') archive.write(made.path, '')
  if (made.kind === 'binary') archive.write(made.path, new Uint8Array(5000))
  if (made.kind === 'large') archive.writeSparse(made.path, MAX_FILE_BYTES + 1)
  if (made.kind === 'binary late')
    archive.write(made.path, made.content + SENTENCES.join('').repeat(40) + '\0'.repeat(9000))
  if ('place' in made && (chosen === undefined || files.size < 2)) return
  if (made.kind === 'remove' && chosen !== undefined) archive.remove(chosen)
  if (made.kind === 'rename' && chosen !== undefined) archive.rename(chosen, made.path)
  if (chosen !== undefined) files.delete(chosen)
  if ('path' in made) files.add(made.path)
}
