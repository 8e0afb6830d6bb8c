/** The site of the sample corpus and a browser to look at it with, for all tests of a block. */

import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launch, openPage, type WatchedPage } from './chromium.ts'
import { openSite, type Site } from './site.ts'

export interface SiteInBrowser {
  readonly site: Site
  /** A page of the site, in a context of its own. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>
}

/** Opens both before the block's tests and closes them after the last. */
export function siteInBrowser(articles: Readonly<Record<string, string>> = {}): SiteInBrowser {
  let browser: Browser
  let site: Site

  beforeAll(async () => {
    site = await openSite(articles)
    browser = await launch()
  })

  afterAll(async () => {
    await browser?.close()
    await site?.end()
  })

  return {
    get site() {
      return site
    },
    open: (options) => openPage(browser, site.address, options),
  }
}
