/**
 * Counts what repairing misread pages does to them. Which pages are sound is told by other means than the repair uses:
 * every encoding of one byte a character that iconv-lite has, on whole lines.
 */

import iconv from 'iconv-lite'
import { repairLines } from '../../src/corpus/repair/repair.ts'

export interface MisreadCounts {
  pages: number
  sound: number
  changedOnSound: number
  marked: number
  /** Lines repaired on marked pages, and lines that still look misread there. */
  changed: number
  left: number
  ms: number
  readonly codecs: Map<string, number>
}

export function noCounts(): MisreadCounts {
  const none = { pages: 0, sound: 0, changedOnSound: 0, marked: 0, changed: 0, left: 0, ms: 0 }
  return { ...none, codecs: new Map() }
}

const tables = encodings()

/** Adds a page as it was fetched. `report` hears of lines that were changed on a sound page. */
export function countPage(
  counts: MisreadCounts,
  markdown: string,
  report: (before: string, after: string) => void,
): void {
  const began = performance.now()
  const repaired = repairLines(markdown)
  counts.ms += performance.now() - began
  counts.pages++
  const lines = markdown.split('\n')
  const isSound = !lines.some(isMisread)
  if (isSound) counts.sound++
  if (repaired === undefined) return
  counts.marked++
  counts.codecs.set(repaired.codec, (counts.codecs.get(repaired.codec) ?? 0) + 1)
  for (const [i, line] of repaired.text.split('\n').entries()) {
    const before = lines[i] ?? ''
    if (line !== before) counts.changed++
    else if (isSuspicious(before)) counts.left++
    if (line === before || !isSound) continue
    counts.changedOnSound++
    report(before, line)
  }
}

/** Returns the share of the misread lines of marked pages that was repaired. */
export function repairedShare({ changed, left }: MisreadCounts): number {
  return changed / Math.max(1, changed + left)
}

/** Matches neighbours beyond ASCII that are not Han, or Han characters that come of reading GBK twice. */
function isSuspicious(line: string): boolean {
  if (/[聙聛聜聝聞聟聠聡聢聣聤聥聦聧聨聫聬聭聮聯聰聲聳聴聵聶聸聹聺聻聼聽]/.test(line)) return true
  return /[^\0-\x7f\u2000-\u206f]{2}/.test(line) && !/\p{Script=Han}/u.test(line)
}

/** Says whether the whole line is UTF-8 when it is encoded in one of the encodings. */
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

/** Maps, for each encoding, a character to its byte. A byte without a character stands for the control character of its number. */
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
