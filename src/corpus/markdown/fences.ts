/** Fenced code of a Markdown text: what lies between ``` and ``` is taken as it stands, so it is found first. */

/** A stretch of whole lines, [start, end) in UTF-16 units, the fences themselves left out of code. */
export interface Stretch {
  readonly kind: 'prose' | 'code'
  readonly start: number
  readonly end: number
}

const FENCE = /^[ \t>*+-]{0,12}(`{3,}|~{3,})([^\n]*)$/

/** The text as alternating prose and code, in order. A fence that nobody closes holds to the end. */
export function stretches(markdown: string): readonly Stretch[] {
  if (!markdown.includes('```') && !markdown.includes('~~~')) return proseOnly(markdown)
  const found: Stretch[] = []
  let open: string | undefined
  let start = 0
  for (let line = 0; line < markdown.length; ) {
    const end = endOfLine(markdown, line)
    const fence = fenceAt(markdown, line, end)
    if (fence !== undefined && (open === undefined ? opens(fence) : closes(fence, open))) {
      found.push({ kind: open === undefined ? 'prose' : 'code', start, end: line })
      open = open === undefined ? fence.sign : undefined
      start = end + 1
    }
    line = end + 1
  }
  found.push({ kind: open === undefined ? 'prose' : 'code', start, end: markdown.length })
  return found.filter((stretch) => stretch.end > stretch.start)
}

/** Most texts have no code. */
function proseOnly({ length }: string): readonly Stretch[] {
  return length > 0 ? [{ kind: 'prose', start: 0, end: length }] : []
}

interface Fence {
  readonly sign: string
  readonly rest: string
}

/** Most lines have no fence; looking at a few units first spares the pattern. */
function fenceAt(markdown: string, start: number, end: number): Fence | undefined {
  const head = markdown.slice(start, Math.min(end, start + 16))
  if (!head.includes('```') && !head.includes('~~~')) return undefined
  const [, sign, rest] = FENCE.exec(markdown.slice(start, end)) ?? []
  return sign === undefined ? undefined : { sign, rest: rest ?? '' }
}

/** ```js opens, ```a``` is code inside a line. */
function opens({ sign, rest }: Fence): boolean {
  return !(sign.startsWith('`') && rest.includes('`'))
}

function closes({ sign, rest }: Fence, open: string): boolean {
  return sign[0] === open[0] && sign.length >= open.length && rest.trim() === ''
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
