/** Texts as they are read aloud and typed. */

import { describe, expect, test } from 'vitest'
import { soundOf } from '../../../src/text/sound/pinyin.ts'

describe('the sound of a text', () => {
  test.each([
    ['奇安信 CERT', 'qi an xin cert'],
    ['漏洞', 'lou dong'],
    ['绿盟', 'lv meng'],
    ['女', 'nv'],
    ['重庆日报', 'chong qing ri bao'],
    ['重量', 'zhong liang'],
    ['银行行长', 'yin hang hang zhang'],
    ['𠮷野家', '𠮷 ye jia'],
    ['36氪', '36 ke'],
    ['GPT-4 模型', 'gpt 4 mo xing'],
    ['《安全》，周刊！', 'an quan zhou kan'],
    ['ÉCOLE 学校', 'école xue xiao'],
  ])('%s is %s', (text, sound) => {
    expect(soundOf(text)).toBe(sound)
  })

  test.each(['', 'CERT', 'カタカナ', '2025', '，。'])('%j has none without Han', (text) => {
    expect(soundOf(text)).toBeUndefined()
  })
})
