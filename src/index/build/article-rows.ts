import { publisherOf } from '../../address/article-key.ts'
import { hash32 } from '../../hash.ts'
import { hostOf } from '../../text/host.ts'
import { LANGUAGES, languageOf } from '../../text/language.ts'
import { spellingOf } from '../../text/normalize/spelling.ts'
import { dateNumber } from '../columns/dates.ts'
import { hashPath } from '../columns/path-hash.ts'
import { packStatus } from '../columns/statuses.ts'
import { titleHashes } from '../columns/title-hash.ts'
import type { LengthSums } from '../segment/segment.ts'
import type { ArticleRecord } from '../store/article-record.ts'
import { type ColumnRow, columnsOf, writeColumns } from '../write/columns-writer.ts'
import type { ContainerWriter } from '../write/container-writer.ts'

/** How many words an article's title and body hold, its body as it is, and the normalised text that tells its language. */
export interface MeasuredText {
  readonly titleLength: number
  readonly bodyLength: number
  readonly body: string
  readonly normalized: string
}

export class ArticleRows {
  readonly #rows: ColumnRow[] = []
  readonly #sources = new Map<string, number>()

  get length(): number {
    return this.#rows.length
  }

  /** Names of the sources, each once, in the order in which articles have them. */
  get sources(): readonly string[] {
    return [...this.#sources.keys()]
  }

  add(article: ArticleRecord, { body, normalized, ...lengths }: MeasuredText): void {
    this.#rows.push({
      ...lengths,
      ...titleHashes(article.title),
      date: dateNumber(article.date),
      fetchDate: dateNumber(article.fetchDate),
      source: this.#sourceNumber(article.source),
      host: hostOf(article.url),
      id: article.id,
      status: packStatus(article.status, article.truncated),
      language: LANGUAGES.indexOf(languageOf(normalized)),
      repaired: article.repaired === '' ? 0 : 1,
      spelling: spellingOf(article.title) | spellingOf(body),
      publisher: hash32(publisherOf(article.url)),
      pathHashes: article.paths.map(hashPath),
    })
  }

  /** Writes the columns. Returns what the lengths add up to. */
  write(container: ContainerWriter): LengthSums {
    return writeColumns(container, columnsOf(this.#rows))
  }

  #sourceNumber(source: string): number {
    const known = this.#sources.get(source)
    if (known !== undefined) return known
    this.#sources.set(source, this.#sources.size)
    return this.#sources.size - 1
  }
}
