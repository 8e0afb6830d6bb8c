/** Composes texts from the words of each language, for all tables in the same way. */

/** The page about the index and the program shows these figures. */
export interface Figures {
  readonly articles: number
  readonly sources: readonly unknown[]
  readonly terms: number
  readonly indexBytes: number
  readonly generation: number
  /** The time as ISO 8601 in UTC. */
  readonly builtAt: string
  readonly version: string
  readonly node: string
}

export interface Figure {
  readonly name: string
  readonly value: string
}

type FigureName = 'articles' | 'sources' | 'terms' | 'index' | 'generation' | 'updated' | 'program'

/** @param comma stands between the two programs of the last figure */
export function listFigures(
  figures: Figures,
  number: Intl.NumberFormat,
  names: Readonly<Record<FigureName, string>>,
  comma: string,
): readonly Figure[] {
  const { articles, sources, terms, indexBytes, generation, builtAt, version, node } = figures
  return [
    { name: names.articles, value: number.format(articles) },
    { name: names.sources, value: number.format(sources.length) },
    { name: names.terms, value: number.format(terms) },
    { name: names.index, value: `${number.format(indexBytes / 1e6)} MB` },
    { name: names.generation, value: String(generation) },
    { name: names.updated, value: `${builtAt.slice(0, 16).replace('T', ' ')} UTC` },
    { name: names.program, value: `souwen ${version}${comma}Node.js ${node}` },
  ]
}

/** A citation names these; each is '' where it is not known. */
export interface Citation {
  readonly title: string
  readonly source: string
  readonly date: string
  readonly address: string
}

/** Joins the parts that are known, the title in its quotation marks, such as `《》`. */
export function joinCitation(
  { title, source, date, address }: Citation,
  [open = '', close = '']: string,
  comma: string,
): string {
  const parts = [open + title + close, source, date, address]
  return parts.filter((part) => part !== '').join(comma)
}

/** The parameters that the form has a label for. */
type LabelledParameter = 'q' | 'page' | 'sort' | 'source' | 'from' | 'to'

/** Names a parameter by the form's label with its name in brackets, such as `（）` or ` ()`; one without a label by its name. */
export function nameParameter(
  labels: Readonly<Record<LabelledParameter, string>>,
  open: string,
  close: string,
): (name: string) => string {
  const byName = new Map<string, string>(Object.entries(labels))
  return (name) => {
    const label = byName.get(name)
    return label === undefined ? name : label + open + name + close
  }
}
