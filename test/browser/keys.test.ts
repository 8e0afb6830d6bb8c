/** `?` shows the keys over the page one is on, in a real browser. */

import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser } from './chromium.ts'
import { siteInBrowser } from './site-in-browser.ts'

inBrowser('the keys', () => {
  const shown = siteInBrowser()

  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

  test('are shown by ?, keep the focus among them, and give it back on Escape', async () => {
    const { page, incidents } = await shown.open()
    await page.goto('/?q=供应链攻击')
    const address = page.url()
    await page.keyboard.press('j')
    const before = await focused(page)
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: '快捷键' })
    expect(await dialog.isVisible()).toBe(true)
    for (const key of ['/', 'j', 'k', 'o', 'n', 'p', '?'])
      expect(await dialog.locator('kbd', { hasText: key }).count()).toBe(1)
    for (let count = 0; count < 5; count++) {
      await page.keyboard.press('Tab')
      const outside = await page.evaluate(() => {
        const { activeElement } = document
        return activeElement !== document.body && !activeElement?.closest('dialog')
      })
      expect(outside).toBe(false)
    }
    await page.keyboard.press('j')
    await page.keyboard.press('o')
    expect(await dialog.isVisible()).toBe(true)
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') }
      return (await axe.run()).violations.map(({ id }) => id)
    })
    expect(violations).toEqual([])
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    expect(await focused(page)).toBe(before)
    expect(page.url()).toBe(address)
    expect(incidents).toEqual([])
    await page.context().close()
  })

  test('close by ?, their button and a press beside them, and open by their link', async () => {
    const { page } = await shown.open()
    await page.goto('/about')
    const dialog = page.getByRole('dialog')
    const link = page.getByRole('link', { name: '快捷键' })
    for (const close of [
      () => page.keyboard.press('?'),
      () => dialog.getByRole('button', { name: '关闭' }).click(),
      () => page.mouse.click(5, 5),
    ]) {
      await link.click()
      expect(await dialog.isVisible()).toBe(true)
      await close()
      expect(await dialog.isVisible()).toBe(false)
      expect(await focused(page)).toBe('快捷键')
    }
    await page.context().close()
  })

  test('are a part of the help page without JavaScript', async () => {
    const { page } = await shown.open({ javaScriptEnabled: false })
    await page.goto('/')
    await page.getByRole('link', { name: '快捷键' }).click()
    expect(page.url()).toMatch(/\/help#keys$/)
    expect(await page.getByRole('heading', { name: '快捷键' }).isVisible()).toBe(true)
    await page.context().close()
  })
})
