/**
 * The envelope of every index file: named sections, and a checksum for each block of 16 KiB, so that a reader that needs
 * a few bytes checks just the blocks that it touches. index/README.md draws the layout.
 *
 *   magic (8) | section bytes … | footer | trailer (20): footer offset f64, footer length u32, footer CRC u32, magic u32
 */

import CRC32 from 'crc-32'
import { SouwenError } from '../../errors.ts'
import { BLOCK_BYTES, type BlockCache } from './block-cache.ts'
import type { ByteSource } from './byte-source.ts'
import { ByteReader } from './bytes.ts'
import { damagedFile } from './damage.ts'

export const FORMAT_VERSION = 6
/** Every file begins with "SOUWEN" and the format's version in two bytes. */
export const MAGIC = new Uint8Array([0x53, 0x4f, 0x55, 0x57, 0x45, 0x4e, FORMAT_VERSION, 0])
/** The trailer has a checksum of the footer, which has the checksums of all blocks: it stands for the whole file. */
export const TRAILER_BYTES = 20
/** "wend", the last four bytes: they show that the file was written to its end. */
export const END_MAGIC = 0x646e6577

/** CRC-32 (IEEE 802.3) as an unsigned number. */
export function checksum(bytes: Uint8Array): number {
  return CRC32.buf(bytes) >>> 0
}

/** A named part of a file; offsets count from its start. */
export interface Section {
  readonly byteLength: number
  /** Resolves to a copy of the bytes; rejects with SouwenError (index-damaged) when they are not there or not as written. */
  read(offset: number, length: number): Promise<Uint8Array>
  /** Resolves to all bytes. They bypass the block cache, since the caller keeps them. */
  readAll(): Promise<Uint8Array<ArrayBuffer>>
}

export interface Container {
  readonly name: string
  readonly byteLength: number
  section(name: string): Section
  /** Reads and checks every block; rejects with SouwenError('index-damaged') at the first that is not as written. */
  verify(): Promise<void>
  close(): Promise<void>
}

interface Footer {
  readonly blockChecksums: Uint32Array
  readonly sections: ReadonlyMap<string, { readonly offset: number; readonly byteLength: number }>
}

/** Opens a file of the index by its footer. Rejects with SouwenError (index-damaged, index-newer, index-older) and closes the source then. */
export async function openContainer(source: ByteSource, cache: BlockCache): Promise<Container> {
  const { footer, dataLength } = await readFooter(source).catch(async (error: unknown) => {
    await source.close()
    throw error
  })
  const crc32 = source.crc32 ?? checksum
  const blocks = cache.attach(source, dataLength, (block, bytes) => {
    if (crc32(bytes) !== footer.blockChecksums[block])
      throw damagedFile(source.name, `damaged at byte ${block * BLOCK_BYTES}`)
  })

  function section(name: string): Section {
    const found = footer.sections.get(name)
    if (found === undefined) throw damagedFile(source.name, `has no section "${name}"`)
    const { offset, byteLength } = found
    return {
      byteLength,
      read(start, length) {
        // Offsets come from the file as well, as f64: one may be no whole number.
        const isThere = start >= 0 && length >= 0 && start + length <= byteLength
        if (!isThere || !Number.isInteger(start + length)) {
          return Promise.reject(
            damagedFile(source.name, `section "${name}" has no bytes ${start}+${length}`),
          )
        }
        return blocks.read(offset + start, length)
      },
      readAll: () => blocks.readOnce(offset, byteLength),
    }
  }

  async function verify(): Promise<void> {
    const step = BLOCK_BYTES * 64
    for (let offset = 0; offset < dataLength; offset += step) {
      await blocks.readOnce(offset, Math.min(step, dataLength - offset))
    }
  }

  return {
    name: source.name,
    byteLength: source.byteLength,
    section,
    verify,
    close: () => blocks.close(),
  }
}

async function readFooter(source: ByteSource) {
  if (source.byteLength < MAGIC.length + TRAILER_BYTES) throw damagedFile(source.name, 'is cut off')
  await checkMagic(source)
  const trailer = new ByteReader(
    await source.read(source.byteLength - TRAILER_BYTES, TRAILER_BYTES),
  )
  const dataLength = trailer.f64()
  const footerLength = trailer.u32()
  const footerChecksum = trailer.u32()
  const ends = dataLength + footerLength + TRAILER_BYTES === source.byteLength
  if (trailer.u32() !== END_MAGIC || !ends) throw damagedFile(source.name, 'is cut off')
  const bytes = await source.read(dataLength, footerLength)
  if ((source.crc32 ?? checksum)(bytes) !== footerChecksum)
    throw damagedFile(source.name, 'its footer is damaged')
  const footer = parseFooter(bytes)
  if (!isPossible(footer, dataLength))
    throw damagedFile(source.name, 'names sections that are not in it')
  return { footer, dataLength }
}

async function checkMagic(source: ByteSource): Promise<void> {
  const magic = await source.read(0, MAGIC.length)
  const version = magic[6] ?? 0
  if (MAGIC.subarray(0, 6).some((byte, i) => byte !== magic[i]))
    throw damagedFile(source.name, 'is not a souwen index file')
  if (version === FORMAT_VERSION) return
  throw new SouwenError(
    version > FORMAT_VERSION ? 'index-newer' : 'index-older',
    `${source.name}: format ${version}, this program reads ${FORMAT_VERSION}; rebuild with "souwen index --full"`,
  )
}

function parseFooter(bytes: Uint8Array): Footer {
  const reader = new ByteReader(bytes)
  const sections = new Map<string, { offset: number; byteLength: number }>()
  for (let left = reader.varint(); left > 0; left--) {
    const name = reader.string()
    sections.set(name, { offset: reader.varint(), byteLength: reader.varint() })
  }
  const blocks = reader.varint()
  // The numbers are little-endian, as on every machine that Node runs on.
  const blockChecksums = new Uint32Array(reader.take(blocks * 4).slice().buffer)
  return { sections, blockChecksums }
}

function isPossible({ sections, blockChecksums }: Footer, dataLength: number): boolean {
  if (blockChecksums.length !== Math.ceil(dataLength / BLOCK_BYTES)) return false
  for (const { offset, byteLength } of sections.values())
    if (offset + byteLength > dataLength) return false
  return true
}
