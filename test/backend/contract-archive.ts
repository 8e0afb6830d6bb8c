/** A small archive whose answers can be told by reading it: what every back end is asked about. */

import { buildIndex } from '../../src/engine.ts'
import { type ArchiveFolder, archiveFolder, fetchedFile } from '../helpers/archive-folder.ts'

/** By file. The bodies are long enough to be articles, and no two are alike. */
const ARTICLES = {
  'chain.md': {
    title: '供应链攻击调查',
    source: '磐石社区',
    url: 'https://news.example.net/post/1',
    date: '2025-01-10',
    body: '一次供应链攻击替换了固件镜像。调查人员说，签名必须由设备验证，而不是由产线验证。',
  },
  'apple.md': {
    title: '苹果发布新系统',
    source: '磐石社区',
    url: 'https://example.com/releases/2',
    date: '2025-02-20',
    body: '苹果公司周二发布了新系统，修复了三个漏洞。用户应当尽快更新自己的手机。',
  },
  'huawei.md': {
    title: '华为手机上市',
    source: '海港日报',
    url: 'https://www.example.com/phones/3',
    date: '2025-03-30',
    body: '华为在深圳推出一款手机，屏幕可以折叠。分析师认为销量会超过苹果公司的产品。',
  },
  'exchange.md': {
    title: 'Exchange vulnerability explained',
    source: 'Security Weekly',
    url: 'https://weekly.example.org/4',
    date: '2024-11-05',
    body: 'A vulnerability in Microsoft Exchange lets attackers run code on the server. Administrators should install the update today.',
  },
  'tomcat.md': {
    title: 'Tomcat and CVE-2025-24813',
    source: 'Security Weekly',
    url: 'https://weekly.example.org/5',
    date: '2025-03-11',
    body: 'The Apache project has fixed CVE-2025-24813 in Tomcat. Attackers can write files when the default servlet allows it.',
  },
} as const

export type FileName = keyof typeof ARTICLES

export const FILES = Object.keys(ARTICLES) as readonly FileName[]

export function articleOf(file: FileName): (typeof ARTICLES)[FileName] {
  return ARTICLES[file]
}

/** Built in two runs, so that there are two segments, and one file that is gone again. */
export async function buildContractArchive(): Promise<ArchiveFolder> {
  const archive = archiveFolder()
  const build = () => buildIndex({ corpus: archive.corpus, index: archive.index, threads: 0 })
  archive.write(
    'gone.md',
    fetchedFile({ title: '供应链旧闻', body: '供应链攻击的旧消息，后来撤下了。' }),
  )
  for (const file of FILES.slice(0, 3)) archive.write(file, fetchedFile(ARTICLES[file]))
  await build()
  archive.remove('gone.md')
  for (const file of FILES.slice(3)) archive.write(file, fetchedFile(ARTICLES[file]))
  archive.write('failed.md', FAILED_FILE)
  await build()
  return archive
}

export const FAILED_URL = 'https://blocked.example.net/6'

const FAILED_FILE = `---
title: 打不开的网页
url: ${FAILED_URL}
source: 海港日报
date: 2025-04-01
fetch_date: 2025-04-01T08:00:00
---
`
