/** Tells how wide the output is and whether it shows colours, and alone writes colour codes. */

export interface Terminal {
  /** The width in columns; Infinity for a pipe or a file, where lines are not wrapped. */
  readonly width: number
  readonly colours: boolean
}

/** The properties of a stream that decide how to print to it. */
export interface OutputStream {
  readonly isTTY?: boolean
  readonly columns?: number
}

type Environment = Readonly<Record<string, string | undefined>>

/** Nothing is readable on a narrower terminal, and some terminals report a width of 0. */
const minimumWidth = 20
const usualWidth = 80

export function describeTerminal(stream: OutputStream, environment: Environment): Terminal {
  return { width: readWidth(stream), colours: wantsColours(stream, environment) }
}

function readWidth(stream: OutputStream): number {
  if (!stream.isTTY) return Number.POSITIVE_INFINITY
  return Math.max(minimumWidth, stream.columns || usualWidth)
}

/** See https://no-color.org and https://force-color.org; a variable that is set but empty counts as unset. */
function wantsColours(stream: OutputStream, environment: Environment): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: kind } = environment
  if (force) return force !== '0' && force !== 'false'
  if (no || kind === 'dumb') return false
  return stream.isTTY === true
}

export type Paint = (text: string) => string

export interface Palette {
  readonly bold: Paint
  readonly dim: Paint
  readonly mark: Paint
}

export function createPalette(colours: boolean): Palette {
  return {
    bold: createPaint(colours, '1'),
    dim: createPaint(colours, '2'),
    mark: createPaint(colours, '1;31'),
  }
}

function createPaint(colours: boolean, code: string): Paint {
  if (!colours) return (text) => text
  return (text) => (text === '' ? '' : `\u001b[${code}m${text}\u001b[0m`)
}
