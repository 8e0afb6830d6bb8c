/** Every kind of page in a real browser: accessible in both colour schemes and both widths, and silent. */

import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBrowser, launch, openPage } from './chromium.ts'
import { openSite, pagesOf, type Site } from './site.ts'

/** 'rule: element' for each violation that axe finds; best practices count like the standard. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

inBrowser('each page', () => {
  let browser: Browser
  let site: Site

  beforeAll(async () => {
    site = await openSite()
    browser = await launch()
  })

  afterAll(async () => {
    await browser?.close()
    await site?.end()
  })

  describe.each([
    { width: 1280, colorScheme: 'light', locale: 'zh-CN' },
    { width: 1280, colorScheme: 'dark', locale: 'en-US' },
    { width: 390, colorScheme: 'light', locale: 'zh-TW' },
    { width: 390, colorScheme: 'dark', locale: 'zh-CN' },
  ] as const)('$width pixels wide, $colorScheme, $locale', ({ width, colorScheme, locale }) => {
    test('has no violation, no console message, no request elsewhere, and nothing beside the screen', async () => {
      const viewport = { width, height: 844 }
      const { page, incidents } = await openPage(browser, site.address, {
        viewport,
        colorScheme,
        locale,
      })
      for (const [name, path] of Object.entries(await pagesOf(site))) {
        await page.goto(path)
        expect([name, await violationsOf(page)]).toEqual([name, []])
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([name, beyond]).toEqual([name, 0])
      }
      expect(incidents).toEqual([])
      await page.context().close()
    })
  })

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
