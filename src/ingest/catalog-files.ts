/** The files of a catalog: columns, of which a file is made where one is asked for. */

import { FileList, type FoundFile } from '../corpus/file-list.ts'
import { type Stretch, stretcher } from '../corpus/text-column.ts'
import { type FileFacts, type FileHead, factAt, joinFacts } from './file-facts.ts'

export interface CatalogFile extends FoundFile, FileHead {
  /** What the index holds of its article: see content-hash.ts. Absent: nothing yet. */
  readonly content?: string
}

/** In the order of their paths. */
export class CatalogFiles implements Iterable<CatalogFile> {
  readonly list: FileList
  readonly facts: FileFacts

  constructor(list: FileList, facts: FileFacts) {
    this.list = list
    this.facts = facts
  }

  static join(stretches: readonly Stretch<CatalogFiles>[]): CatalogFiles {
    const of = <Part>(part: (files: CatalogFiles) => Part): readonly Stretch<Part>[] =>
      stretches.map(({ of: files, start, end }) => ({ of: part(files), start, end }))
    return new CatalogFiles(
      FileList.join(of(({ list }) => list)),
      joinFacts(of(({ facts }) => facts)),
    )
  }

  get length(): number {
    return this.list.length
  }

  at(row: number): CatalogFile {
    return { ...this.list.at(row), ...factAt(this.facts, row) }
  }

  siteKeysAt(row: number): readonly string[] {
    return this.facts.siteKeys[this.facts.sites[row] ?? 0] ?? []
  }

  /**
   * With what the index holds now of articles that were written.
   * @param articles the number of each file's article
   * @param contents of articles by their numbers, two halves each; both 0: was not written
   */
  withContents(articles: Uint32Array, contents: Uint32Array): CatalogFiles {
    const all = this.facts.contents.slice()
    for (const [row, article] of articles.entries()) {
      const content = contents.subarray(article * 2, article * 2 + 2)
      if (content[0] !== 0 || content[1] !== 0) all.set(content, row * 2)
    }
    return new CatalogFiles(this.list, { ...this.facts, contents: all })
  }

  without(rows: ReadonlySet<number>): CatalogFiles {
    const { stretches, add } = stretcher<CatalogFiles>()
    for (let row = 0; row < this.length; row++) if (!rows.has(row)) add(this, row)
    return CatalogFiles.join(stretches)
  }

  *[Symbol.iterator](): Generator<CatalogFile> {
    for (let row = 0; row < this.length; row++) yield this.at(row)
  }
}
