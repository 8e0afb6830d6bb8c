/** What verify finds in an index: every damage by the file's name, and what no checksum tells, that its parts do not agree. */

import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { Bitmap } from '../../../src/index/columns/bitmap.ts'
import {
  MANIFEST_NAME,
  type Manifest,
  printManifest,
  readManifest,
} from '../../../src/index/files/manifest.ts'
import { openSnapshot } from '../../../src/index/generation/snapshot.ts'
import { verifyIndex } from '../../../src/index/generation/verify.ts'
import { writeDeletions } from '../../../src/index/write/deletions-writer.ts'
import { writeDuplicates } from '../../../src/index/write/duplicates-writer.ts'
import { writeSuggestions } from '../../../src/index/write/suggestions-writer.ts'
import { fileBytes } from '../../helpers/memory-folder.ts'
import { seal, sectionOffset } from '../../helpers/sealed.ts'
import { fileNamed, folderWith, type IndexFiles, smallIndex } from '../../helpers/small-index.ts'

let files: IndexFiles
let manifest: Manifest
beforeAll(async () => {
  files = await smallIndex()
  const read = await readManifest(folderWith(files, {}))
  if (read === undefined) throw new Error('no manifest')
  manifest = read
})

const faultsWith = async (changed: Readonly<Record<string, Uint8Array>>) =>
  (await verifyIndex(folderWith(files, changed))).faults

/** The older segment with another byte in a section, and checksums that are right. */
function segmentWith(section: string, at: number, value: number) {
  const [name, original] = fileNamed(files, 'segment')
  const lying = original.slice()
  lying[sectionOffset(original, section) + at] = value
  return { name, bytes: seal(lying) }
}

test('an index as it was written, with all kinds of files in it, has no fault', async () => {
  const kinds = [...files.keys()].map((name) => name.replace(/-\d+$/, ''))
  expect(kinds.sort()).toEqual(
    [
      'catalog',
      'deletions',
      'duplicates',
      MANIFEST_NAME,
      'segment',
      'segment',
      'suggestions',
    ].sort(),
  )
  expect(await verifyIndex(folderWith(files, {}))).toMatchObject({
    files: 7,
    articles: 42,
    faults: [],
  })
})

describe('a byte', () => {
  const anyPlace = () => {
    const names = [...files.keys()].filter((name) => name !== MANIFEST_NAME)
    return fc.constantFrom(...names).chain((name) => {
      const bytes = files.get(name) ?? new Uint8Array()
      return fc.record({
        name: fc.constant(name),
        bytes: fc.constant(bytes),
        at: fc.nat(bytes.length - 1),
      })
    })
  }

  test('that changed anywhere in any file is found in that file', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPlace(),
        fc.integer({ min: 1, max: 255 }),
        async ({ name, bytes, at }, change) => {
          const damaged = bytes.slice()
          damaged[at] = (damaged[at] ?? 0) ^ change
          expect(await faultsWith({ [name]: damaged })).toMatchObject([{ file: name }])
        },
      ),
      { numRuns: 150 },
    )
  })

  test('from which on any file is missing is found in that file', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace(), async ({ name, bytes, at }) => {
        expect(await faultsWith({ [name]: bytes.slice(0, at) })).toMatchObject([{ file: name }])
      }),
      { numRuns: 60 },
    )
  })

  test('that changed anywhere in the manifest is refused', async () => {
    const text = files.get(MANIFEST_NAME) ?? new Uint8Array()
    for (let at = 0; at < text.length; at++) {
      const damaged = text.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 1
      const refused = { code: expect.stringMatching(/^index-(?:damaged|newer|older)$/) }
      await expect(
        verifyIndex(folderWith(files, { [MANIFEST_NAME]: damaged })),
      ).rejects.toMatchObject(refused)
    }
  })
})

describe('of parts that do not agree the file is named:', () => {
  const duplicatesOf = (groups: Parameters<typeof writeDuplicates>[1]) =>
    fileBytes((container) => writeDuplicates(container, groups, new Uint8Array(0)))

  test('copies of an article that no segment has', async () => {
    const [name] = fileNamed(files, 'duplicates')
    const bytes = await duplicatesOf([
      [
        { segment: 0, article: 1 },
        { segment: 0, article: 40 },
      ],
    ])
    expect(await faultsWith({ [name]: bytes })).toMatchObject([{ file: name }])
    await expect(openSnapshot(folderWith(files, { [name]: bytes }))).rejects.toMatchObject({
      code: 'index-damaged',
    })
  })

  test('copies of an article that is deleted', async () => {
    const [name] = fileNamed(files, 'duplicates')
    const { segments } = await openSnapshot(folderWith(files, {}))
    const gone =
      Array.from({ length: 40 }, (_, article) => article).find((article) =>
        segments[0]?.deleted.has(article),
      ) ?? 0
    const other = gone === 0 ? 1 : 0
    const bytes = await duplicatesOf([
      [
        { segment: 0, article: gone },
        { segment: 1, article: other },
      ],
    ])
    const [fault] = await faultsWith({ [name]: bytes })
    expect(fault).toEqual({ file: name, reason: `article ${gone} of segment 0 is deleted` })
  })

  test('a group that is numbered beyond memory', async () => {
    const [name] = fileNamed(files, 'duplicates')
    const bytes = await fileBytes((container) => {
      container.section('members')
      container.append(new Uint8Array(Uint32Array.of(0, 1, 4e9, 0, 2, 4e9).buffer))
      container.section('verdicts')
      return container.finish()
    })
    expect(await faultsWith({ [name]: bytes })).toMatchObject([{ file: name }])
  })

  test('deletions of another segment, as many as they should be', async () => {
    const entry = manifest.segments.find(({ deletions }) => deletions !== undefined)
    const larger = new Bitmap(400)
    for (let article = 0; article < (entry?.deleted ?? 0); article++) larger.add(article)
    const name = entry?.deletions ?? ''
    const bytes = await fileBytes((container) => writeDeletions(container, larger))
    expect(await faultsWith({ [name]: bytes })).toEqual([
      { file: name, reason: 'is not of its segment' },
    ])
  })

  test('suggestions that count more articles of a source than there are', async () => {
    const sources = [{ text: '甲报0', articles: 43 }]
    const bytes = await fileBytes((container) =>
      writeSuggestions(container, { words: [], sources }),
    )
    expect(await faultsWith({ [manifest.suggestions]: bytes })).toEqual([
      { file: manifest.suggestions, reason: 'counts 43 articles of a source, of 42 in all' },
    ])
  })

  test.each([
    ['bodyLengths', 'article 0 has other words than its length says'],
    ['titleLengths', 'article 0 has other words than its length says'],
    ['sources', 'sources: points nowhere'],
    ['statuses', 'statuses: points nowhere'],
    ['ids', 'article 0 is stored under another id'],
  ])('a column %s that says otherwise', async (section, reason) => {
    const { name, bytes } = segmentWith(section, 0, 200)
    expect(await faultsWith({ [name]: bytes })).toContainEqual({ file: name, reason })
  })

  test.each(['bodyTerms', 'titleTerms', 'bodies'])('a sum %s that says otherwise', async (name) => {
    const [, original] = fileNamed(files, 'segment')
    const start = sectionOffset(original, 'meta')
    const said = Buffer.from(original).indexOf(`"${name}":`, start) + name.length + 3 - start
    // A digit of it is another one.
    const { name: file, bytes } = segmentWith('meta', said, 0x39)
    expect(original[start + said]).not.toBe(0x39)
    expect(await faultsWith({ [file]: bytes })).toContainEqual({
      file,
      reason: 'its articles have other lengths than it says in sum',
    })
  })

  test('a word in more articles than its postings are', async () => {
    // The first term of the first block: varint shared 0, varint length, its bytes, varint articles.
    const [name, original] = fileNamed(files, 'segment')
    const at = sectionOffset(original, 'words')
    const length = original[at + 1] ?? 0
    const said = original[at + 2 + length] ?? 0
    const { bytes } = segmentWith('words', 2 + length, said + 1)
    expect(await faultsWith({ [name]: bytes })).toMatchObject([{ file: name }])
  })

  test('a manifest that counts otherwise', async () => {
    const [first, ...rest] = manifest.segments
    if (first === undefined) throw new Error('no segment')
    const lying = { ...manifest, segments: [{ ...first, articles: first.articles + 1 }, ...rest] }
    const changed = { [MANIFEST_NAME]: new TextEncoder().encode(printManifest(lying)) }
    expect(await faultsWith(changed)).toContainEqual({
      file: first.name,
      reason: 'holds 40 articles, not 41',
    })
  })
})
