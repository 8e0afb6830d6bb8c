/**
 * The encodings that UTF-8 is read in by mistake, turned round: from a character to the byte it was made of. Only what has
 * one character for each byte is here; whoever guesses an encoding guesses one of these, for no byte is wrong in them.
 */

import iconv from 'iconv-lite'

/** Names as iconv-lite has them; where two explain a page equally well, the first is taken. At most 32: a bit each. */
const NAMES = [
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-9',
  'iso-8859-15',
  'koi8-u',
  'pt154',
  'rk1048',
  'cp437',
  'cp775',
  'cp850',
  'cp852',
  'cp855',
  'cp866',
  'macintosh',
  'maccenteuro',
  'maccyrillic',
  'macukraine',
  'hproman8',
] as const

/** UTF-8 read as Latin-1, written as UTF-8, and that read as GBK: 美 became ç¾\x8e and then 莽戮聨. One character a byte again. */
const TWICE = 'gbk+iso-8859-1'

export interface Codec {
  readonly name: string
  /** Maps a UTF-16 unit beyond ASCII to the byte it was made of. */
  readonly byteOf: ReadonlyMap<number, number>
  /** The same by unit, 0 for one that no byte became: texts are read again in few encodings, and those are large texts. */
  byUnit(): Uint8Array
  /** Byte A0 became a no-break space, which is lost at the end of a line or a link. */
  readonly losesA0: boolean
}

export interface Codecs {
  readonly list: readonly Codec[]
  /** The codecs, bit i for `list[i]`, in which the units from `place` on are the bytes of one whole character of UTF-8. */
  beginsIn(units: Uint16Array, place: number): number
}

let loaded: Codecs | undefined

/** Made when first asked for: a megabyte of tables that a search has no use for. */
export function misreadCodecs(): Codecs {
  loaded ??= codecsOf([...NAMES, TWICE].map(codecOf))
  return loaded
}

function codecOf(name: string): Codec {
  const byteOf = new Map<number, number>()
  for (const units of readingsOf(name))
    for (const byte of UPPER_HALF) {
      const unit = units.charCodeAt(byte - 0x80)
      if (unit !== 0xfffd) byteOf.set(unit, byte)
    }
  // A decoder that knows no character for a byte gives the control character of its number; and web pages that
  // say Latin-1 are read as Windows-1252 by some, as what they say by others.
  for (let byte = 0x80; byte < 0xa0; byte++) if (!byteOf.has(byte)) byteOf.set(byte, byte)
  let bytes: Uint8Array | undefined
  const byUnit = () => {
    bytes ??= bytesByUnit(byteOf)
    return bytes
  }
  return { name, byteOf, byUnit, losesA0: byteOf.get(0xa0) === 0xa0 }
}

function bytesByUnit(byteOf: ReadonlyMap<number, number>): Uint8Array {
  const bytes = new Uint8Array(0x10000)
  for (const [unit, byte] of byteOf) bytes[unit] = byte
  return bytes
}

/** The bytes beyond ASCII, in order. */
const UPPER_HALF = Uint8Array.from({ length: 0x80 }, (_, i) => 0x80 + i)

/**
 * Returns the UTF-16 units that the bytes beyond ASCII are read as, all decoded in one call, which is much faster than byte by
 * byte. Decoders differ in a few characters (the euro sign, Ω); all known readings count.
 */
function readingsOf(name: string): readonly string[] {
  if (name === TWICE) return [Array.from(UPPER_HALF, readTwice).join('')]
  const reading = iconv.decode(Buffer.from(UPPER_HALF), name)
  return ON_THE_WEB.test(name) ? [reading, new TextDecoder(name).decode(UPPER_HALF)] : [reading]
}

function readTwice(byte: number): string {
  return iconv.decode(Buffer.from(String.fromCharCode(byte)), 'gbk').slice(0, 1)
}

/** Those that browsers know, and Node with them. */
const ON_THE_WEB = /^(?:windows|koi8|iso)-|^macintosh$/

function codecsOf(list: readonly Codec[]): Codecs {
  const twos = bitsOf(list, (byte) => sequenceLength(byte) === 2)
  const threes = bitsOf(list, (byte) => sequenceLength(byte) === 3)
  const fours = bitsOf(list, (byte) => sequenceLength(byte) === 4)
  const follows = bitsOf(list, isContinuation)
  // Nearly every unit begins nothing: one small table that stays in the processor's cache says so.
  const begins = Uint8Array.from(twos, (two, unit) =>
    two | at(threes, unit) | at(fours, unit) ? 1 : 0,
  )

  function beginsIn(units: Uint16Array, place: number): number {
    const first = units[place] ?? 0
    if (begins[first] === 0) return 0
    const second = at(follows, units[place + 1] ?? 0)
    const third = second & at(follows, units[place + 2] ?? 0)
    const fourth = third & at(follows, units[place + 3] ?? 0)
    return (at(twos, first) & second) | (at(threes, first) & third) | (at(fours, first) & fourth)
  }

  return { list, beginsIn }
}

/** No bits past the end of a text. */
function at(bits: Int32Array, unit: number): number {
  return bits[unit] ?? 0
}

/** Maps each UTF-16 unit to the codecs in which it is such a byte, bit i for `list[i]`. */
function bitsOf(list: readonly Codec[], isSuch: (byte: number) => boolean): Int32Array {
  const bits = new Int32Array(0x10000)
  for (const [index, { byteOf }] of list.entries())
    for (const [unit, byte] of byteOf)
      if (isSuch(byte)) bits[unit] = (bits[unit] ?? 0) | (1 << index)
  return bits
}

/** How many bytes the character has that begins with this one; 0: none does. */
export function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2
  if (byte >= 0xe0 && byte <= 0xef) return 3
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
}

export function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf
}
