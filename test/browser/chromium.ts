/**
 * A Chromium of this machine for the browser tests, and pages that keep a record of what must not happen in them.
 * $CHROMIUM names one; else the usual names on the PATH are tried. Where $CHROMIUM_REQUIRED is set, having none is an error.
 */

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { describe, test } from 'vitest'

interface Environment extends NodeJS.ProcessEnv {
  readonly CHROMIUM?: string
  readonly CHROMIUM_REQUIRED?: string
  readonly PATH?: string
}

const environment: Environment = process.env

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

const executable = environment.CHROMIUM ?? onPath()

function onPath(): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter)
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** Declares tests that need a browser; without one it says so by a skipped test of that name. */
export function inBrowser(name: string, declare: () => void): void {
  if (executable !== undefined) {
    describe(name, declare)
    return
  }
  const why = `${name}: SKIPPED, no Chromium found; install Debian's chromium or set CHROMIUM to one`
  if (environment.CHROMIUM_REQUIRED) {
    test(name, () => {
      throw new Error(why)
    })
  } else {
    process.stderr.write(`${why}\n`)
    test.skip(why, () => {})
  }
}

export function launch(): Promise<Browser> {
  // Debian's sandbox needs a user of its own; what is opened here is our own server.
  return chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox'] })
}

export interface WatchedPage {
  readonly page: Page
  /** Console messages, errors, and requests to other hosts: all must stay empty. */
  readonly incidents: readonly string[]
}

export async function openPage(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', ...options })
  const page = await context.newPage()
  const incidents: string[] = []
  page.on('console', (message) => {
    // Of a page whose status is 400, 401, 404 or 503, Chromium itself says so.
    if (!/Failed to load resource.*status of (?:4|503)/.test(message.text())) {
      incidents.push(`console: ${message.text()}`)
    }
  })
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => {})
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL)) incidents.push(`request: ${request.url()}`)
  })
  return { page, incidents }
}
