/** Judges the repair of misread pages on as many pages as the bar asks for. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../../src/corpus/read/decode.ts'
import { readFrontMatter } from '../../src/corpus/read/front-matter.ts'
import type { Figure } from '../bars.ts'
import { type Draw, seededDraw } from '../statistics.ts'
import { countPage, noCounts, repairedShare } from './misread.ts'

const SEED = 20_261_124
const PAGES = 25_000
const SOUND_PAGES = 20_000

export function decodingFigures(archive: string, paths: readonly string[]): readonly Figure[] {
  const counts = noCounts()
  const changed: string[] = []
  for (const path of someOf(paths, PAGES, seededDraw(SEED))) {
    const markdown = markdownAt(archive, path)
    if (markdown !== undefined) countPage(counts, markdown, (before) => changed.push(before))
  }
  return [
    {
      name: 'misread lines repaired',
      value: repairedShare(counts) * 100,
      unit: '%',
      atLeast: 95,
      note: `on ${counts.marked} misread pages of ${counts.pages} drawn`,
    },
    {
      name: 'lines changed on sound pages',
      value: counts.sound < Math.min(SOUND_PAGES, paths.length / 2) ? undefined : changed.length,
      unit: 'lines',
      atMost: 0,
      note: `${counts.sound} sound pages ${changed
        .slice(0, 3)
        .map((line) => JSON.stringify(line.slice(0, 60)))
        .join(' ')}`,
    },
  ]
}

function markdownAt(archive: string, path: string): string | undefined {
  try {
    return readFrontMatter(decode(readFileSync(join(archive, path))).text).markdown
  } catch {
    return undefined
  }
}

/** Draws that many of them, without replacement. */
function someOf(paths: readonly string[], count: number, draw: Draw): readonly string[] {
  const left = [...paths]
  const some: string[] = []
  while (some.length < count && left.length > 0) {
    const place = draw(left.length)
    some.push(left[place] ?? '')
    left[place] = left.at(-1) ?? ''
    left.pop()
  }
  return some
}
