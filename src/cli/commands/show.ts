/** `souwen show PATH|ID` prints what the index holds for an article, whatever has become of its file since. */

import type { StoredArticle } from '../../backend/backend.ts'
import { openIndex } from '../../engine.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { escapeJson, neutralize, neutralizeLines } from '../print/neutralize.ts'
import { describeOutput, print } from '../print/output.ts'
import { formatFurniture, formatVersions } from '../print/show-parts.ts'
import { createPalette, describeTerminal } from '../print/terminal.ts'
import { findNamed, reportMissing } from './named-article.ts'

export interface ShowOptions {
  readonly index: string
  readonly json?: boolean
  /** Prints what of the page is not searched, instead of the text. */
  readonly furniture?: boolean
  /** Prints every fetch of the article, instead of the text. */
  readonly versions?: boolean
}

export async function show(pathOrId: string, options: ShowOptions): Promise<ExitCode> {
  const backend = await openIndex(options.index)
  try {
    const article = await findNamed(pathOrId, (one) => backend.article(one))
    if (!article) return reportMissing(pathOrId, options.index)
    print(
      options.json ? `${escapeJson(toJson(article, options))}\n` : formatArticle(article, options),
    )
    return exitCodes.ok
  } finally {
    await backend.close()
  }
}

function toJson(
  { blocks, removed, versions, ...fields }: StoredArticle,
  options: ShowOptions,
): object {
  const { id, path, title, url, source, date, fetchDate, status, truncated, repaired } = fields
  const { authors, tags, meta } = fields
  const body = joinBlocks(blocks)
  return {
    ...{ id, path, title, url, source, date, fetchDate, status, truncated, repaired },
    ...{ authors, tags, meta, body },
    ...(options.furniture && { furniture: removed }),
    ...(options.versions && { versions }),
  }
}

function joinBlocks(blocks: StoredArticle['blocks']): string {
  return blocks.map((block) => block.text).join('\n\n')
}

function formatArticle(article: StoredArticle, options: ShowOptions): string {
  const { bold, dim } = createPalette(describeTerminal(describeOutput(), process.env).colours)
  const lines = [
    bold(neutralize(article.title)),
    ...formatHead(article).map((line) => dim(neutralize(line))),
    ...chooseParts(article, options).flatMap((part) => ['', ...part]),
  ]
  return `${lines.join('\n')}\n`
}

/** Chooses the text, or the parts that are asked for instead. Parts without a line are left out. */
function chooseParts(article: StoredArticle, options: ShowOptions): readonly (readonly string[])[] {
  const body = joinBlocks(article.blocks)
  const asked = [
    options.versions ? formatVersions(article) : [],
    options.furniture ? formatFurniture(article) : [],
  ]
  const text = body === '' ? [] : [neutralizeLines(body)]
  return (options.versions || options.furniture ? asked : [text]).filter((part) => part.length > 0)
}

function formatHead(article: StoredArticle): string[] {
  const fetched = article.fetchDate && `fetched ${article.fetchDate}`
  const failed = article.status === 'article' ? '' : `the fetch failed: ${article.status}`
  const cut = article.truncated ? 'cut short by the fetcher' : ''
  const repaired = article.repaired && `repaired: had been misread as ${article.repaired}`
  const about = [article.date, article.source, article.id, fetched, failed, cut, repaired]
  const labels = [article.authors.join(', '), article.tags.map((tag) => `#${tag}`).join(' ')]
  const join = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')
  return [join(about), join(labels), article.path, article.url].filter((line) => line !== '')
}
