/** The archive of the command line's tests: four articles whose words are easy to count, and one that means harm. */

import { articleFile, type Workspace, workspace } from './program.ts'

export const paths = {
  model: 'corpus/2025/03/09/示例网_国产开源模型发布.md',
  attack: 'corpus/2025/03/10/安全台_供应链攻击波及.md',
  npm: 'corpus/2025/04/02/安全台_供应链攻击详解.md',
  apple: 'corpus/2024/12/24/果园_苹果丰收.md',
  hostile: 'corpus/2025/05/01/黑站_转义.md',
} as const

export async function smallCorpus(): Promise<Workspace> {
  const space = await workspace()
  await space.write(
    paths.model,
    articleFile({
      title: '国产开源模型发布',
      body: '一家研究所今天公布了新的开源模型，权重可以免费下载。\n\n研究者认为，它的推理能力有明显进步。',
    }),
  )
  await space.write(
    paths.attack,
    articleFile({
      title: '供应链攻击波及多家企业',
      source: '安全台',
      date: '2025-03-10',
      body: '这次供应链攻击从一台构建服务器开始，攻击者改动了安装脚本。',
    }),
  )
  await space.write(
    paths.npm,
    articleFile({
      title: '供应链攻击详解',
      source: '安全台',
      date: '2025-04-02',
      body: '恶意的 npm 软件包让供应链攻击扩大，开发者应当锁定版本。',
    }),
  )
  await space.write(
    paths.apple,
    articleFile({
      title: '苹果丰收',
      source: '果园',
      date: '2024-12-24',
      body: '今年的苹果又大又甜，果农忙着采摘，合作社说价格也不错。',
    }),
  )
  await space.write(
    paths.hostile,
    articleFile({
      title: '转义\u001b[2J序列',
      source: '黑站',
      date: '2025-05-01',
      body: '有人把控制字符\u001b[31m写进文章\u202e想骗过终端，阅读器必须挡住它们。',
    }),
  )
  return space
}
