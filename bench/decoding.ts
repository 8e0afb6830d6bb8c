/**
 * `npm run bench:decoding -- FOLDER`: what repairing misread pages does to a folder of articles. Which pages are sound is
 * told by other means than the repair uses: every encoding of one byte a character that iconv-lite has, on whole lines.
 * Exit code 0: both bars met, 1: one is not.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { decode } from '../src/corpus/decode.ts'
import { readFrontMatter } from '../src/corpus/front-matter.ts'
import { repairLines } from '../src/corpus/repair.ts'

const REPAIRED_SHARE = 0.95
const SOUND_PAGES = 20_000

const tables = encodings()
const totals = { pages: 0, sound: 0, changedOnSound: 0, marked: 0, changed: 0, left: 0, ms: 0 }
const codecs = new Map<string, number>()

for (const markdown of pagesIn(process.argv[2] ?? 'corpus')) measure(markdown)
print()

function* pagesIn(folder: string): Generator<string> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|markdown|txt)$/i.test(path)) continue
    try {
      yield readFrontMatter(decode(readFileSync(join(folder, path))).text).markdown
    } catch {
      // No text, or a folder of that name: `souwen index` reports it.
    }
  }
}

function measure(markdown: string): void {
  const began = performance.now()
  const repaired = repairLines(markdown)
  totals.ms += performance.now() - began
  totals.pages++
  const lines = markdown.split('\n')
  const isSound = !lines.some(isMisread)
  if (isSound) totals.sound++
  if (repaired === undefined) return
  totals.marked++
  codecs.set(repaired.codec, (codecs.get(repaired.codec) ?? 0) + 1)
  for (const [i, line] of repaired.text.split('\n').entries()) {
    const before = lines[i] ?? ''
    if (line !== before && isSound) report(before, line)
    if (line !== before) totals.changed++
    else if (isSuspicious(before)) totals.left++
  }
}

function report(before: string, line: string): void {
  totals.changedOnSound++
  console.log(`changed on a sound page: ${JSON.stringify(before)} to ${JSON.stringify(line)}`)
}

/** Neighbours beyond ASCII, none of them Han; or those of the Han that bytes read as GBK twice are made of. */
function isSuspicious(line: string): boolean {
  if (/[聙聛聜聝聞聟聠聡聢聣聤聥聦聧聨聫聬聭聮聯聰聲聳聴聵聶聸聹聺聻聼聽]/.test(line)) return true
  return /[^\0-\x7f\u2000-\u206f]{2}/.test(line) && !/\p{Script=Han}/u.test(line)
}

/** The line as a whole is bytes of UTF-8 in one of the encodings. */
function isMisread(line: string): boolean {
  if (!/[^\0-\x7f\u2000-\u206f]{2}/.test(line)) return false
  return tables.some((byteOf) => {
    const characters = [...line]
    if (!characters.every((character) => byteOf.has(character))) return false
    return isUtf8(Uint8Array.from(characters, (character) => byteOf.get(character) ?? 0))
  })
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Of each encoding: the byte of a character. What is empty is the control character of its number. */
function encodings(): readonly ReadonlyMap<string, number>[] {
  const all = Array.from({ length: 256 }, (_, byte) => byte)
  iconv.encodingExists('utf-8')
  const names = Object.entries(iconv.encodings ?? {})
    .filter(
      ([name, codec]) => typeof codec === 'object' && codec.type === '_sbcs' && name[0] !== '_',
    )
    .map(
      ([name]) =>
        (byte: number) =>
          iconv.decode(Buffer.of(byte), name),
    )
  const twice = (byte: number) => iconv.decode(Buffer.from(String.fromCharCode(byte)), 'gbk')
  return [...names, twice].map(
    (decodeByte) =>
      new Map(
        all.map((byte) => {
          const character = decodeByte(byte)
          return [character === '\uFFFD' ? String.fromCharCode(byte) : character, byte]
        }),
      ),
  )
}

function print(): void {
  const { pages, sound, changedOnSound, marked, changed, left, ms } = totals
  const share = changed / Math.max(1, changed + left)
  const names = [...codecs].sort(([, a], [, b]) => b - a).map((each) => each.join(' '))
  console.log(`${pages} pages, ${(ms / Math.max(1, pages)).toFixed(3)} ms a page`)
  console.log(`${marked} misread: ${names.join(', ')}`)
  console.log(
    `${(share * 100).toFixed(2)} % of the lines repaired on them (${changed}, ${left} left); at least ${REPAIRED_SHARE * 100} %`,
  )
  console.log(
    `${changedOnSound} lines changed on ${sound} sound pages; none, on ${SOUND_PAGES} or more`,
  )
  if (share < REPAIRED_SHARE || changedOnSound > 0 || sound < SOUND_PAGES) process.exitCode = 1
}
