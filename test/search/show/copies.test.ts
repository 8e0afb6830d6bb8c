import { expect, test } from 'vitest'
import { createDuplicateTable } from '../../../src/search/lists/collapse.ts'
import { listCopies } from '../../../src/search/show/copies.ts'
import { idOfNumber, memoryView } from '../../helpers/memory-index.ts'
import { segmenter } from '../small-archive.ts'

const article = (number: number) => ({
  article: { number, title: `t${number}`, body: 'a', source: `s${number}`, date: '2025-01-01' },
})

test('the other members of a group are listed in its order, and a single article has none', async () => {
  const { segments } = await memoryView(
    [
      [article(0), article(1)],
      [article(2), article(3)],
    ],
    segmenter,
  )
  // Rows of segment, article, group: articles 2, 0 and 3 are one text.
  const duplicates = createDuplicateTable(Uint32Array.of(1, 0, 0, 0, 0, 0, 1, 1, 0), [2, 2])
  const copies = await listCopies({ segments, duplicates }, { segment: 0, article: 0 })
  expect(copies).toEqual(
    [2, 3].map((number) => ({
      id: idOfNumber(number),
      source: `s${number}`,
      url: '',
      date: '2025-01-01',
    })),
  )
  expect(await listCopies({ segments, duplicates }, { segment: 0, article: 1 })).toEqual([])
})

test('no more than fifty copies are listed', async () => {
  const all = Array.from({ length: 60 }, (_, number) => article(number))
  const { segments } = await memoryView([all], segmenter)
  const duplicates = createDuplicateTable(Uint32Array.from(all.flatMap((_, i) => [0, i, 0])), [60])
  const copies = await listCopies({ segments, duplicates }, { segment: 0, article: 9 })
  const first = [...all.keys()].filter((number) => number !== 9).slice(0, 50)
  expect(copies.map(({ source }) => source)).toEqual(first.map((number) => `s${number}`))
})
