/** What the client script adds, in a real browser: results as one types, completions, keys. `npm run build` makes it. */

import { statSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser } from './chromium.ts'
import { siteInBrowser } from './site-in-browser.ts'

/** Longer than the script waits after a key. */
const aWhile = 700

inBrowser('someone who types', () => {
  const shown = siteInBrowser()

  async function at(path: string) {
    const { page, incidents } = await shown.open()
    await page.goto(path)
    return { page, incidents, field: page.locator('input[name=q]') }
  }

  const searches = (page: Page) => {
    const asked: string[] = []
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url())
      if (pathname === '/') asked.push(searchParams.get('q') ?? '')
    })
    return asked
  }

  test('sees results without Enter, from the home page on, and keeps the focus and the cursor', async () => {
    const { page, incidents, field } = await at('/')
    await field.pressSequentially('书籍', { delay: 20 })
    await page.getByRole('status').waitFor()
    expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({ q: '书籍' })}`)
    expect(await page.title()).toContain('书籍')
    const typed = await page.evaluate(() => {
      const focused = document.activeElement
      return focused instanceof HTMLInputElement ? [focused.value, focused.selectionStart] : []
    })
    expect(typed).toEqual(['书籍', 2])
    // Asked for at the same time as the results; either may be there first.
    await page.getByRole('listbox').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.type(' 星桥')
    await page.waitForURL(/%E6%98%9F%E6%A1%A5/)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '搜文' }).waitFor()
    expect(incidents).toEqual([])
    await page.context().close()
  })

  test('what is shown is the server’s own page', async () => {
    const { page, field } = await at('/?q=移动')
    await field.fill('书籍')
    await page.waitForURL(/%E4%B9%A6/)
    const main = () => page.locator('main').innerHTML()
    const steady = (html: string) => html.replace(/用时 [\d.,]+/g, '')
    const typed = steady(await main())
    await page.reload()
    expect(steady(await main())).toBe(typed)
    await page.context().close()
  })

  test('is not searched for while an input method composes', async () => {
    const { page, field } = await at('/')
    const asked = searches(page)
    await field.focus()
    const client = await page.context().newCDPSession(page)
    for (const text of ['s', 'sh', 'shu', 'shu ji']) {
      await client.send('Input.imeSetComposition', { text, selectionStart: 0, selectionEnd: 0 })
    }
    await page.waitForTimeout(aWhile)
    expect(asked).toEqual([])
    await client.send('Input.insertText', { text: '书籍' })
    await page.getByRole('status').waitFor()
    expect(asked).toEqual(['书籍'])
    await page.context().close()
  })

  test('fast asks once', async () => {
    const { page, field } = await at('/?q=移动')
    const asked = searches(page)
    await field.fill('')
    await field.pressSequentially('供应链攻击', { delay: 10 })
    await page.waitForURL(/%E6%94%BB%E5%87%BB/)
    await page.waitForTimeout(aWhile)
    expect(asked).toEqual(['供应链攻击'])
    await page.context().close()
  })

  test('is offered completions, chosen with arrows, taken with Enter, closed with Escape', async () => {
    const { page, incidents, field } = await at('/?q=移动')
    await field.fill('供应')
    const list = page.getByRole('listbox')
    await list.waitFor()
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') }
      return (await axe.run()).violations.map(({ id }) => id)
    })
    expect(violations).toEqual([])
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const chosen = page.getByRole('option', { selected: true })
    expect(await chosen.count()).toBe(1)
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    const text = (await chosen.locator('bdi').textContent()) ?? ''
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'hidden' })
    expect(await field.inputValue()).toContain(text)
    await field.fill('漏')
    await list.waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    expect(await field.inputValue()).toBe('漏')
    expect(incidents).toEqual([])
    await page.context().close()
  })

  test('can do all of it with the keyboard: /, j, k, o, n', async () => {
    const { page, incidents } = await at('/?q=供应链攻击')
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    const titles = await page.locator('.hit h2 a').allTextContents()
    expect(titles.length).toBeGreaterThan(1)
    await page.keyboard.press('j')
    expect(await focused()).toBe(titles[0])
    await page.keyboard.press('j')
    expect(await focused()).toBe(titles[1])
    await page.keyboard.press('k')
    await page.keyboard.press('o')
    await page.waitForURL(/\/articles\//)
    expect(await page.locator('h1').textContent()).toBe(titles[0])
    await page.keyboard.press('n')
    await page.keyboard.press('n')
    expect(await page.locator('mark.here').getAttribute('id')).toBe('mark-2')
    await page.goBack()
    await page.keyboard.press('/')
    await page.keyboard.type('?')
    expect(await page.locator('input[name=q]').inputValue()).toContain('?')
    expect(incidents).toEqual([])
    await page.context().close()
  })

  test('keeps the focus where it was moved to before the results came', async () => {
    const { page, field } = await at('/?q=供应链攻击')
    await field.fill('书籍')
    await page.locator('.hit h2 a').first().focus()
    await page.waitForTimeout(aWhile)
    expect(await page.evaluate(() => document.activeElement?.matches('.hit h2 a'))).toBe(true)
    await page.context().close()
  })

  test('steps through an article’s marks with buttons', async () => {
    const { page } = await at(await shown.site.article('供应链攻击'))
    await page.getByRole('button', { name: '下一处' }).click()
    await page.getByRole('button', { name: '上一处' }).click()
    const count = await page.locator('.text mark').count()
    expect(await page.locator('mark.here').getAttribute('id')).toBe(`mark-${count}`)
    await page.context().close()
  })

  test('loads at most 15 KB of script', () => {
    expect(statSync('dist/server/assets/client.js').size).toBeLessThan(15_000)
  })
})
