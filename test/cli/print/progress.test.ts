import { describe, expect, test } from 'vitest'
import { createProgressBar, formatProgress } from '../../../src/cli/print/progress.ts'
import type { IndexProgress } from '../../../src/engine.ts'

const halfway: IndexProgress = {
  phase: 'reading',
  filesDone: 48_947,
  filesTotal: 97_895,
  bytesDone: 200e6,
  bytesTotal: 400e6,
}

/** A terminal that remembers what was drawn, and a clock that stands still. */
function screen(columns: number) {
  const drawn: string[] = []
  const clock = { ms: 0 }
  const stream = { isTTY: true, columns, write: (text: string) => drawn.push(text) }
  return { drawn, clock, bar: createProgressBar(stream, () => clock.ms) }
}

describe('progressLine', () => {
  test('says how much is done, how fast, and how long it will take', () => {
    expect(formatProgress(halfway, { seconds: 40, bytes: 200e6 })).toBe(
      'reading  [############------------]  50%  48,947 of 97,895 files  5.0 MB/s  0:40 left',
    )
  })

  test('promises nothing in the first half second', () => {
    expect(formatProgress(halfway, { seconds: 0.4, bytes: 5e6 })).toMatch(/files$/)
  })

  test('counts files while it does not know how many there are', () => {
    const finding = {
      phase: 'finding',
      filesDone: 1234,
      filesTotal: 0,
      bytesDone: 0,
      bytesTotal: 0,
    } as const
    expect(formatProgress(finding, { seconds: 3, bytes: 0 })).toBe('finding  1,234 files')
  })

  test('goes by files where bytes are not counted', () => {
    const merging = {
      phase: 'merging',
      filesDone: 3,
      filesTotal: 4,
      bytesDone: 0,
      bytesTotal: 0,
    } as const
    expect(formatProgress(merging, { seconds: 1, bytes: 0 })).toContain('75%  3 of 4 files')
  })
})

describe('progressBar', () => {
  test('draws nothing where there is no terminal', () => {
    const drawn: string[] = []
    const bar = createProgressBar({ write: (text) => drawn.push(text) })
    bar.update(halfway)
    bar.clear()
    expect(drawn).toEqual([])
  })

  test('is drawn ten times a second at most', () => {
    const { drawn, clock, bar } = screen(100)
    for (clock.ms = 0; clock.ms < 1000; clock.ms++) bar.update(halfway)
    expect(drawn.length).toBe(10)
  })

  test('a new phase is drawn at once', () => {
    const { drawn, bar } = screen(100)
    bar.update(halfway)
    bar.update({ ...halfway, phase: 'merging' })
    expect(drawn[1]).toContain('merging')
  })

  test('stays on one line', () => {
    const { drawn, bar } = screen(30)
    bar.update(halfway)
    expect(drawn).toEqual(['\r\u001b[2Kreading  [############-------'])
  })

  test('is taken away before something else is printed', () => {
    const { drawn, bar } = screen(100)
    bar.clear()
    expect(drawn).toEqual([])
    bar.update(halfway)
    bar.clear()
    expect(drawn.at(-1)).toBe('\r\u001b[2K')
  })
})
