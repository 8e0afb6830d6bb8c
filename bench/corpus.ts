/**
 * `npm run bench:corpus -- --archive FOLDER --written FOLDER`: how good the reader is on an archive of fetched pages, each measure beside
 * its bar, and how much it loses of collections of hand-written Markdown. Either folder may be left out. The labels are of the archive that README speaks of; on another one give your own, or none.
 * --queries also asks what furniture ruins, of the pages as fetched and of their articles; --details says what to look at.
 * Exit code 0: all bars met, 1: some are not, 2: error.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decode } from '../src/corpus/read/decode.ts'
import { readFrontMatter } from '../src/corpus/read/front-matter.ts'
import { closingLine, type Figure, isShort } from './bars.ts'
import { decodingFigures } from './corpus/decoding.ts'
import { type Label, readLabels } from './corpus/labels.ts'
import { leakFigures, leakOf, lineCounts, type SiteLeak } from './corpus/leak.ts'
import { compareQueries } from './corpus/queries.ts'
import { cleanedFile, cleanedPages, learnFurniture, type Site, sitesOf } from './corpus/sites.ts'
import { indexSome, noTimes, plainPage, speedFigures, timed } from './corpus/speed.ts'
import { aloneFigures, type Judged, judge, truthFigures } from './corpus/truth.ts'
import { writtenFigures } from './corpus/written.ts'
import { figuresText } from './report.ts'

const times = noTimes()
const leaks: SiteLeak[] = []
const judged: Judged[] = []
const alone: Judged[] = []
const index = indexSome(times)
const queries = compareQueries()

process.exitCode = await main()

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      archive: { type: 'string' },
      labels: { type: 'string', default: 'test/corpus/clean/labels.jsonl' },
      details: { type: 'boolean', default: false },
      queries: { type: 'boolean', default: false },
      written: { type: 'string' },
      'written-labels': { type: 'string', default: 'test/corpus/clean/written-labels.jsonl' },
    },
  })
  const { archive, written } = values
  if (archive === undefined && written === undefined)
    throw new Error('--archive FOLDER or --written FOLDER is missing')
  const figures: readonly Figure[] = [
    ...(written === undefined ? [] : await writtenFigures(written, values['written-labels'])),
    ...(archive === undefined ? [] : await fetchedFigures(archive, values)),
  ]
  console.log(figuresText(figures))
  if (values.details) printDetails()
  if (values.queries) await queries.print(values.details)
  console.log(closingLine(figures))
  return figures.some(isShort) ? 1 : 0
}

interface Options {
  readonly labels: string
  readonly queries: boolean
}

async function fetchedFigures(archive: string, values: Options): Promise<readonly Figure[]> {
  const labels = new Map(readLabels(values.labels).map((label) => [label.path, label]))
  const sites = await sitesOf(archive)
  for (const site of sites) measureSite(archive, site, labels, values.queries)
  const paths = sites.flatMap(({ files }) => files.map(({ path }) => path)).sort()
  if (judged.length === 0) console.log('no labelled page is in this archive')
  return [
    ...leakFigures(leaks),
    ...(judged.length > 0 ? [...truthFigures(judged), ...aloneFigures(alone)] : []),
    ...decodingFigures(archive, paths),
    ...speedFigures(times),
  ]
}

function measureSite(
  archive: string,
  site: Site,
  labels: ReadonlyMap<string, Label>,
  asks: boolean,
): void {
  const furniture = timed(times, 'learning', () => learnFurniture(archive, site))
  const pages = timed(times, 'cleaned', () => [...cleanedPages(archive, site, furniture)])
  timed(times, 'plain', () => {
    for (const { path } of site.files) plainPage(archive, path)
  })
  for (const page of pages) index(page)
  if (asks) for (const page of pages) queries.add(page)
  leaks.push(leakOf(site.host, pages))
  const labelled = site.files.filter(({ path }) => labels.has(path))
  if (labelled.length === 0) return
  const counts = lineCounts(pages)
  for (const file of labelled) {
    const label = labels.get(file.path)
    const cleaned = cleanedFile(archive, file, furniture)
    if (label === undefined || cleaned === undefined) continue
    const raw = readFrontMatter(decode(readFileSync(join(archive, file.path))).text).markdown
    const written = { raw, repaired: cleaned.page.markdown }
    const isOwn = (key: number) => (counts.get(key) ?? 0) <= 1
    judged.push(judge(site.host, label, written, cleaned, isOwn))
    const single = cleanedFile(archive, file, new Map())
    if (single !== undefined) alone.push(judge(site.host, label, written, single, isOwn))
  }
}

/** Prints the lines that leak most, and the labelled pages that are farthest from their labels. */
function printDetails(): void {
  for (const { host, units, worst } of leaks.filter(({ articles }) => articles >= 30))
    for (const line of worst)
      if (line.units > units / 1000)
        console.log(`leak\t${host}\t${line.units}\t${line.text.slice(0, 100)}`)
  for (const page of judged) {
    const extra = page.kept - page.keptRight
    const missing = page.labelled - page.labelledKept
    if (page.wanted !== page.given || extra + missing > 0)
      console.log(
        [
          'page',
          page.host,
          page.wanted,
          page.given,
          `+${extra}`,
          `-${missing}`,
          page.labelled,
          page.path,
        ].join('\t'),
      )
  }
}
