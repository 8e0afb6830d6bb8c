import { describe, expect, test } from 'vitest'
import { AboutPage } from '../../../server/pages/about-page.tsx'
import { HelpPage } from '../../../server/pages/help-page.tsx'
import { SourcesPage } from '../../../server/pages/sources-page.tsx'
import { linksOf, tagsOf, textOf } from '../html.ts'
import { createStats, messages } from '../samples.ts'

const page = { messages, here: '/sources' }

describe('the sources', () => {
  const source = (name: string, recent: readonly number[]) => ({
    source: name,
    articles: 1_234,
    failed: 5,
    lastDate: '2025-03-09',
    recent,
  })
  const sources = [source('a & b', [0, 5, 10]), source('', [0, 0, 0])]
  const html = String(<SourcesPage {...page} stats={createStats({ sources })} />)

  test('have a row each with their figures', () => {
    expect(textOf(html)).toContain('12,345 articles from 2 sources')
    expect(textOf(html)).toContain('a & b1,23452025-03-09')
    expect(textOf(html)).toContain('no source1,23452025-03-09')
  })

  test('lead to their articles by date; articles without a source lead nowhere', () => {
    expect(linksOf(html).filter((link) => link.includes('sourceIs'))).toEqual([
      '/?q=&sort=date&sourceIs=a+%26+b',
    ])
  })

  test('have a line of their last months, from the bottom to the top of the drawing', () => {
    const points = tagsOf(html).flatMap(({ name, attributes }) =>
      name === 'polyline' ? [attributes.points] : [],
    )
    expect(points).toEqual(['0,19 4,10 8,1', '0,19 4,19 8,19'])
    expect(html).toContain('Articles a month over two years: 0, 5, 10')
  })
})

test('the help shows each example as a link with what it does, and the keys', () => {
  const examples = [{ query: '"a b" -c', says: 'exactly <this>' }]
  const html = String(<HelpPage {...page} examples={examples} />)
  expect(linksOf(html)).toContain('/?q=%22a+b%22+-c')
  expect(textOf(html)).toContain('"a b" -cexactly <this>')
  expect(textOf(html)).toContain('jknext and previous result')
})

test('the page about the program has its figures', () => {
  const html = String(<AboutPage {...page} stats={createStats()} version="9.8.7" />)
  const text = textOf(html)
  expect(text).toContain('Articles12,345')
  expect(text).toContain('Index9 MB')
  expect(text).toContain('Updated2025-03-10 01:02 UTC')
  expect(text).toContain(`souwen 9.8.7, Node.js ${process.versions.node}`)
})
