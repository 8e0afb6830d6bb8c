/** Writes the words of jieba's dictionaries, as the trie that is made of them, beside the built program: see compiled-words.ts. */

import { writeFileSync } from 'node:fs'
import { compiledWords } from '../src/text/jieba.ts'

writeFileSync('dist/src/text/words.trie', compiledWords())
