/** Every kind of page in a real browser: accessible in every language, colour scheme and width, and silent. */

import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inBrowser, launch, openPage } from './chromium.ts'
import { openEmptySite, openSite, pagesOf, type Site } from './site.ts'

/** Where axe is loaded: 'rule: element' for each violation that axe finds; best practices count like the standard. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

inBrowser('each page', () => {
  let browser: Browser
  let site: Site
  let guarded: Site
  let empty: Site

  beforeAll(async () => {
    site = await openSite()
    guarded = await openSite({}, { token: '口令' })
    empty = await openEmptySite()
    browser = await launch()
  })

  afterAll(async () => {
    await browser?.close()
    for (const open of [site, guarded, empty]) await open?.end()
  })

  test.each(['zh-CN', 'zh-TW', 'en-US'])(
    'in %s, wide and narrow, light and dark, has no violation, no console message, no request elsewhere, and nothing beside the screen',
    async (locale) => {
      for (const { address, paths } of await sitesOf()) {
        const { page, incidents } = await openPage(browser, address, { locale })
        for (const [name, path] of Object.entries(paths)) {
          await page.goto(path)
          expect([name, await complaintsOn(page)]).toEqual([name, []])
        }
        expect(incidents).toEqual([])
        await page.context().close()
      }
    },
  )

  /** Every kind of page: of an archive, of one that asks for a token, of one whose index is not there. */
  async function sitesOf() {
    return [
      { address: site.address, paths: await pagesOf(site) },
      { address: guarded.address, paths: { entrance: '/' } },
      { address: empty.address, paths: { 'no index': '/', 'help without an index': '/help' } },
    ]
  }

  /** Of one load of a page, in each width and colour scheme. */
  async function complaintsOn(page: Page): Promise<readonly string[]> {
    const complaints: string[] = []
    await page.evaluate(axe.source)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const where = `${width} pixels, ${colorScheme}`
        for (const violation of await violationsOf(page)) complaints.push(`${where}: ${violation}`)
      }
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (beyond > 0) complaints.push(`${width} pixels: ${beyond} beside the screen`)
    }
    return complaints
  }

  test('is darker than its text by day and lighter by night', async () => {
    const light = await brightness('light')
    const dark = await brightness('dark')
    expect(light.paper).toBeGreaterThan(light.ink)
    expect(dark.paper).toBeLessThan(dark.ink)
  })

  async function brightness(colorScheme: 'light' | 'dark') {
    const { page } = await openPage(browser, site.address, { colorScheme })
    await page.goto('/?q=书籍')
    const found = await page.evaluate(() => {
      const sum = (colour: string) =>
        (colour.match(/\d+/g) ?? []).reduce((total, part) => total + Number(part), 0)
      const style = getComputedStyle(document.documentElement)
      return { paper: sum(style.backgroundColor), ink: sum(style.color) }
    })
    await page.context().close()
    return found
  }
})
