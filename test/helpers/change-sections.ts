/** Writes a file of the index anew with other sections: its checksums are right, and what it says is not. */

import { createBlockCache } from '../../src/index/files/block-cache.ts'
import { memorySource } from '../../src/index/files/byte-source.ts'
import { ByteReader } from '../../src/index/files/bytes.ts'
import { openContainer } from '../../src/index/files/container.ts'
import { fileBytes } from './memory-folder.ts'

/** What is put in the place of a section's bytes. */
export type ChangeSection = (bytes: Uint8Array) => Uint8Array

/** Names of all sections, from the footer: see index/README.md. */
function sectionNames(file: Uint8Array): readonly string[] {
  const footerAt = new ByteReader(file, file.length - 20).f64()
  const footer = new ByteReader(file, footerAt)
  return Array.from({ length: footer.varint() }, () => {
    const name = footer.string()
    footer.varint()
    footer.varint()
    return name
  })
}

/** The sections of a file, by name and in their order. */
export async function sectionsOf(file: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const container = await openContainer(memorySource('file', file), createBlockCache(0))
  const sections = new Map<string, Uint8Array>()
  for (const name of sectionNames(file)) sections.set(name, await container.section(name).readAll())
  return sections
}

/** The file with some sections changed. Throws an Error when it has no such section. */
export async function changeSections(
  file: Uint8Array,
  changes: Readonly<Record<string, ChangeSection>>,
): Promise<Uint8Array> {
  const sections = await sectionsOf(file)
  for (const name of Object.keys(changes))
    if (!sections.has(name)) throw new Error(`no section ${name}`)
  return fileBytes((container) => {
    for (const [name, content] of sections) {
      container.section(name)
      container.append(changes[name]?.(content) ?? content)
    }
    container.finish()
  })
}
