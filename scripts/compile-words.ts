/**
 * Writes beside the built program the words of jieba's dictionaries, as the trie that is made of them (compiled-words.ts), and how Han
 * characters are said (readings.ts).
 */

import { writeFileSync } from 'node:fs'
import { compiledWords } from '../src/text/jieba.ts'
import { printReadings } from '../src/text/print-readings.ts'

writeFileSync('dist/src/text/words.trie', compiledWords())
writeFileSync('dist/src/text/readings.txt', printReadings())
