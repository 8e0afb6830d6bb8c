/** Each thread has one segmenter, whose dictionary is loaded with the first word and kept. */

import { jiebaSegmenter } from '../../text/jieba/jieba.ts'
import type { Segmenter } from '../../text/terms/segmenter.ts'

export interface Dictionary {
  /** Path of a user dictionary. */
  readonly userDictionary: string | undefined
  /** Its SHA-256, '' without one: the file at that path may change between runs. */
  readonly dictionary: string
}

let loaded: { readonly dictionary: string; readonly segmenter: Segmenter } | undefined

export function threadSegmenter(dictionary: Dictionary): Segmenter {
  return {
    cut: (text, start, end, visit) => load(dictionary).cut(text, start, end, visit),
    parts: (text, start, end, visit) => load(dictionary).parts(text, start, end, visit),
  }
}

function load({ userDictionary, dictionary }: Dictionary): Segmenter {
  if (loaded?.dictionary !== dictionary) {
    const options = userDictionary === undefined ? {} : { userDictionary }
    loaded = { dictionary, segmenter: jiebaSegmenter(options) }
  }
  return loaded.segmenter
}
