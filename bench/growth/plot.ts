/** Draws how what was measured grows with the archive: panels with both axes logarithmic, beside a line of linear growth. */

import type { Row } from './rows.ts'

interface Curve {
  readonly name: string
  readonly colour: string
  readonly of: (row: Row) => number
}

interface Panel {
  readonly title: string
  readonly curves: readonly Curve[]
}

const BLUE = '#1f5fa8'
const ORANGE = '#c2570c'

const PANELS: readonly Panel[] = [
  {
    title: 'Full index, seconds',
    curves: [{ name: '', colour: BLUE, of: ({ seconds }) => seconds }],
  },
  {
    title: 'Query, ms',
    curves: [
      { name: 'p95', colour: ORANGE, of: ({ p95Ms }) => p95Ms },
      { name: 'p50', colour: BLUE, of: ({ p50Ms }) => p50Ms },
    ],
  },
  {
    title: 'Bytes, MB',
    curves: [
      { name: 'index', colour: ORANGE, of: ({ indexBytes }) => indexBytes / 1e6 },
      { name: 'memory', colour: BLUE, of: ({ peakBytes }) => peakBytes / 1e6 },
    ],
  },
]

const [WIDTH, HEIGHT, MARGIN] = [300, 240, 44]

/** An SVG; of no rows an empty one. Dashed: what is linear, from a curve's first point. */
export function growthPlot(rows: readonly Row[]): string {
  const panels = rows.length === 0 ? [] : PANELS
  const drawn = panels.map((panel, i) => panelAt(panel, rows, i * (WIDTH + MARGIN) + MARGIN))
  const [width, height] = [PANELS.length * (WIDTH + MARGIN) + MARGIN, HEIGHT + 2 * MARGIN]
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#333">`,
    '<title>How time, memory and answers grow with the archive</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...drawn,
    '</svg>',
  ].join('\n')}\n`
}

/** Maps a value to its place on an axis of this many units. */
type Scale = (value: number) => number

function panelAt({ title, curves }: Panel, rows: readonly Row[], left: number): string {
  const values = curves.flatMap(({ of }) => rows.flatMap((row) => [of(row), linear(of, rows, row)]))
  const x = scale(
    rows.map(({ articles }) => articles),
    WIDTH - 40,
  )
  const y = scale(values, HEIGHT - 20)
  const place = (row: Row, value: number) =>
    `${(20 + x(row.articles)).toFixed(1)},${(HEIGHT - 10 - y(value)).toFixed(1)}`
  const line = (of: Curve['of'], style: string) =>
    `<polyline fill="none" points="${rows.map((row) => place(row, of(row))).join(' ')}" ${style}/>`
  const parts = curves.flatMap(({ name, colour, of }) => [
    line((row) => linear(of, rows, row), 'stroke="#999" stroke-dasharray="4 3"'),
    line(of, `stroke="${colour}" stroke-width="2"`),
    ...rows.map((row, i) => {
      const isLast = i === rows.length - 1
      const label = `${isLast ? `${name} ` : ''}${shown(of(row))}`
      return dot(place(row, of(row)), colour, label.trim(), isLast ? 'end' : 'middle')
    }),
  ])
  const axis = rows.map(
    (row) =>
      `<text x="${20 + x(row.articles)}" y="${HEIGHT + 16}" text-anchor="middle">${Math.round(row.articles / 1000)}k</text>`,
  )
  return [
    `<g transform="translate(${left} ${MARGIN})">`,
    `<text x="0" y="-16" font-size="14" font-weight="bold">${title}</text>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="none" stroke="#ccc"/>`,
    ...parts,
    ...axis,
    `<text x="${WIDTH}" y="${HEIGHT + 32}" text-anchor="end" fill="#777">articles; dashed: linear</text>`,
    '</g>',
  ].join('\n')
}

function linear(of: Curve['of'], rows: readonly Row[], row: Row): number {
  const first = rows[0] ?? row
  return (of(first) * row.articles) / first.articles
}

function dot(place: string, colour: string, label: string, anchor: 'middle' | 'end'): string {
  const [x = 0, y = 0] = place.split(',').map(Number)
  const at = `x="${anchor === 'end' ? x + 10 : x}" y="${y - 7}" text-anchor="${anchor}"`
  return `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/><text ${at} fill="${colour}">${label}</text>`
}

function shown(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}

/** Logarithmic over all the values. */
function scale(values: readonly number[], length: number): Scale {
  const [low, high] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))]
  return (value) => ((Math.log(value) - low) / (high - low || 1)) * length
}
