import { describe, expect, test } from 'vitest'
import { createPalette, describeTerminal } from '../../../src/cli/print/terminal.ts'

const screen = { isTTY: true, columns: 100 }
const pipe = {}

describe('terminalOf', () => {
  test.each([
    ['a terminal shows colours', screen, {}, true],
    ['a pipe does not', pipe, {}, false],
    ['NO_COLOR turns them off', screen, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR says nothing', screen, { NO_COLOR: '' }, true],
    ['FORCE_COLOR turns them on in a pipe', pipe, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 turns them off', screen, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR wins over NO_COLOR', pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['a dumb terminal has none', screen, { TERM: 'dumb' }, false],
  ])('%s', (_fact, stream, environment, colours) => {
    expect(describeTerminal(stream, environment).colours).toBe(colours)
  })

  test.each([
    ['a terminal is as wide as it says', screen, 100],
    ['80 columns when it does not say', { isTTY: true, columns: 0 }, 80],
    ['never too narrow to read', { isTTY: true, columns: 3 }, 20],
    ['a pipe has no width', pipe, Number.POSITIVE_INFINITY],
  ])('%s', (_fact, stream, width) => {
    expect(describeTerminal(stream, {}).width).toBe(width)
  })
})

test('without colours text stays as it is', () => {
  expect(createPalette(false).mark('搜文')).toBe('搜文')
  expect(createPalette(true).mark('搜文')).toBe('\u001b[1;31m搜文\u001b[0m')
})
