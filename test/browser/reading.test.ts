/** What a reader does, in a real browser: search, narrow, read, come back. */

import { expect, test } from 'vitest'
import { inBrowser } from './chromium.ts'
import { siteInBrowser } from './site-in-browser.ts'

inBrowser('a reader', () => {
  const shown = siteInBrowser()

  test('without JavaScript searches, narrows, reads an article and comes back', async () => {
    const { page, incidents } = await shown.open({ javaScriptEnabled: false })
    await page.goto('/')
    await page.getByRole('searchbox').fill('移动')
    await page.getByRole('button', { name: '搜索', exact: true }).click()
    const status = page.getByRole('status')
    const all = await status.textContent()
    await page.getByText('来源与日期').click()
    await page.getByLabel('来源', { exact: true }).fill('星桥')
    await page.getByRole('button', { name: '搜索', exact: true }).click()
    expect(await status.textContent()).not.toBe(all)
    const narrowed = page.url()
    const first = page.getByRole('article').first().getByRole('link').first()
    const title = await first.textContent()
    await first.click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
    await page.goBack()
    expect(page.url()).toBe(narrowed)
    await page.getByRole('link', { name: '去掉条件：来源含“星桥”' }).click()
    expect((await status.textContent())?.split(' 用时')[0]).toBe(all?.split(' 用时')[0])
    expect(incidents).toEqual([])
    await page.context().close()
  })

  test('narrows with a bar of the histogram and a facet, and takes each off again', async () => {
    const { page, incidents } = await shown.open()
    await page.goto('/?q=的')
    const found = async () =>
      Number(/\d+/.exec((await page.getByRole('status').textContent()) ?? '')?.[0])
    const all = await found()
    const bar = page.locator('.histogram a').first()
    const label = (await bar.getAttribute('aria-label')) ?? ''
    await bar.click()
    const inMonth = await found()
    expect(label).toBe(`${new URL(page.url()).searchParams.get('from')}：${inMonth} 篇`)
    await page.goBack()
    const facet = page.locator('.facets li', { has: page.locator('a') }).first()
    const count = Number(await facet.locator('small').textContent())
    await facet.getByRole('link').click()
    expect(await found()).toBe(count)
    await page.locator('.chips a').click()
    expect(await found()).toBe(all)
    expect(incidents).toEqual([])
    await page.context().close()
  })

  test.each([
    ['zh-CN', '搜索'],
    ['zh-TW', '搜尋'],
    ['en-GB', 'Search'],
  ])('whose browser speaks %s is spoken to so', async (locale, word) => {
    const { page } = await shown.open({ locale })
    await page.goto('/')
    expect(await page.getByRole('button').first().textContent()).toBe(word)
    await page.context().close()
  })

  test('changes the language and stays where he is, there and on the next page', async () => {
    const { page } = await shown.open()
    await page.goto('/?q=书籍&sort=date')
    const here = page.url()
    await page.getByRole('link', { name: 'English' }).click()
    expect(page.url()).toBe(here)
    await page.getByRole('article').first().getByRole('link').first().click()
    expect(await page.getByRole('link', { name: 'Back to the results' }).count()).toBe(1)
    await page.context().close()
  })
})
