import { describe, expect, test } from 'vitest'
import { holdsPhrase, typedPhrases } from '../../../src/search/literal/phrase.ts'

describe('what was typed, as a text may hold it', () => {
  test.each([
    ['开源 模型', ['开源 模型', '开源模型']],
    ['  Open   Source ', ['open source']],
    ['“零信任”是什么？', ['零信任”是什么']],
    ['模型 gpt 4', ['模型 gpt 4']],
    ['？！', []],
    ['', []],
  ])('%s', (typed, phrases) => {
    expect(typedPhrases(typed)).toEqual(phrases)
  })
})

describe('a phrase stands in a text', () => {
  test.each([
    ['the art of war', ['art'], true],
    ['a party', ['art'], false],
    ['a party of art', ['art'], true],
    ['开源模型很多', ['源模'], true],
    ['开源', ['模型', '开源'], true],
    ['开源', [], false],
  ])('%s: %j is %s', (text, phrases, holds) => {
    expect(holdsPhrase(text, phrases)).toBe(holds)
  })
})
