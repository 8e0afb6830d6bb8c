/**
 * Writes two files beside the built program: the words of jieba's dictionaries as a trie (compiled-words.ts), and the readings of
 * Han characters (readings.ts).
 */

import { writeFileSync } from 'node:fs'
import { compiledWords } from '../src/text/jieba/jieba.ts'
import { printReadings } from '../src/text/sound/print-readings.ts'

writeFileSync('dist/src/text/jieba/words.trie', compiledWords())
writeFileSync('dist/src/text/sound/readings.txt', printReadings())
