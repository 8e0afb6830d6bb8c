/** `souwen index [CORPUS]` brings the index up to date, shows how far it is, and says what came of it. */

import { buildIndex, type FileProblem, type IndexOptions, type IndexSummary } from '../../engine.ts'
import { type ExitCode, exitCodes } from '../print/exit-code.ts'
import { formatCount, formatCounted, formatMegabytes } from '../print/format.ts'
import { escapeJson, neutralize } from '../print/neutralize.ts'
import { openErrorStream, print, warn } from '../print/output.ts'
import { createProgressBar, type ProgressBar } from '../print/progress.ts'

export interface IndexCommandOptions {
  readonly index: string
  readonly full?: boolean
  readonly replace?: boolean
  readonly optimize?: boolean
  readonly dictionary?: string
  readonly synonyms?: string
  readonly exclude?: readonly string[]
  /** False for `--no-ignore`. */
  readonly ignore?: boolean
  readonly json?: boolean
}

/** Returns 2 when files had to be skipped: the index is good, but someone should look. */
export async function index(corpus: string, options: IndexCommandOptions): Promise<ExitCode> {
  const bar = createProgressBar(openErrorStream())
  const summary = await buildIndex(toIndexOptions(corpus, options, bar)).finally(() => bar.clear())
  const { json, index: folder } = options
  print(json ? `${escapeJson(summary)}\n` : formatSummary(summary, corpus, folder))
  return summary.skipped.length === 0 ? exitCodes.ok : exitCodes.error
}

function toIndexOptions(
  corpus: string,
  options: IndexCommandOptions,
  bar: ProgressBar,
): IndexOptions {
  return {
    corpus,
    index: options.index,
    full: options.full === true,
    replace: options.replace === true,
    optimize: options.optimize === true,
    exclude: options.exclude ?? [],
    noIgnore: options.ignore === false,
    ...(options.dictionary === undefined ? {} : { userDictionary: options.dictionary }),
    ...(options.synonyms !== undefined && { synonyms: pathOf(options.synonyms) }),
    onProgress: (progress) => bar.update(progress),
    onProblem: (problem) => {
      bar.clear()
      warn(`${formatProblem(problem)}\n`)
    },
  }
}

/** `none` is written more easily than nothing; a file of that name is `./none`. */
function pathOf(synonyms: string): string {
  return synonyms === 'none' ? '' : synonyms
}

function formatProblem({ path, reason }: FileProblem): string {
  return `souwen: ${neutralize(path)}: ${neutralize(reason)}`
}

export function formatSummary(summary: IndexSummary, corpus: string, index: string): string {
  const { added, updated, removed, unchanged, reread, skipped, failedFetches } = summary
  const changes = [
    `${formatCount(added)} added`,
    `${formatCount(updated)} updated`,
    `${formatCount(removed)} removed`,
    `${formatCount(unchanged)} unchanged${reread > 0 ? ` (${formatCount(reread)} read again)` : ''}`,
    `${formatCount(skipped.length)} skipped`,
    `${formatCount(failedFetches)} failed ${failedFetches === 1 ? 'fetch' : 'fetches'}`,
  ]
  const size = `${formatCounted(summary.articles, 'article')}, ${formatMegabytes(summary.corpusBytes)} in ${neutralize(corpus)}`
  const cost = `${formatMegabytes(summary.indexBytes)} in ${neutralize(index)}, ${summary.seconds.toFixed(1)} s`
  return `${changes.join(', ')}\n${formatOthers(summary)}${size} → ${cost}\n`
}

/** So many kinds are named, the others together. */
const NAMED_KINDS = 6

/** `12 .pdf, 3 .docx not read`; '' where every file was. */
function formatOthers({ others }: IndexSummary): string {
  if (others.length === 0) return ''
  const named = others.slice(0, NAMED_KINDS).map(({ ending, files }) => {
    const kind = ending === '' ? 'without an ending' : neutralize(ending)
    return `${formatCount(files)} ${kind}`
  })
  const rest = others.slice(NAMED_KINDS).reduce((sum, { files }) => sum + files, 0)
  const more = rest > 0 ? [`${formatCount(rest)} of other kinds`] : []
  return `${[...named, ...more].join(', ')} not read\n`
}
