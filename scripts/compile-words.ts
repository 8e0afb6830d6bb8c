/**
 * Writes beside the built program the words of jieba's dictionaries, as the trie that is made of them (compiled-words.ts), and how Han
 * characters are said (readings.ts).
 */

import { writeFileSync } from 'node:fs'
import { compiledWords } from '../src/text/jieba/jieba.ts'
import { printReadings } from '../src/text/sound/print-readings.ts'

writeFileSync('dist/src/text/jieba/words.trie', compiledWords())
writeFileSync('dist/src/text/sound/readings.txt', printReadings())
