import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { listen, staticServer } from '../../scripts/static-server.ts'
import { SITE } from './build-site.ts'
import { launchChromium } from './chromium.ts'

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
export const DESKTOP = { viewport: { width: 1280, height: 800 } }

/** Makes a page in a browser of its own, which as yet shows nothing; its faults are collected. */
export type NewPage = (options?: BrowserContextOptions) => Promise<{ page: Page; faults: string[] }>

/**
 * Serves a built site to the tests of a file. Paths of pages are relative to it.
 * @returns what makes a page, and the site's address once it is served
 */
export function useSite(folder = SITE): { newPage: NewPage; address: () => string } {
  const server = staticServer(folder)
  let baseURL = ''
  let browser: Browser
  beforeAll(async () => {
    baseURL = await listen(server, 0)
    browser = await launchChromium()
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    server.close()
  })
  const newPage: NewPage = async (options = DESKTOP) => {
    const context = await browser.newContext({ ...options, baseURL, locale: 'ja-JP' })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    return { page, faults }
  }
  return { newPage, address: () => baseURL }
}

/** Programmes in the list of results. */
export const results = (page: Page) => page.locator('#results [data-project-id]')
/** Waits until the search page has answered a query, and marked all results: those that are not seen first come later. */
export async function answered(page: Page, query: string): Promise<void> {
  await page.locator(`#results[data-query="${query}"]`).waitFor()
  const frame = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(resolve)
        }),
    )
  await frame()
  await frame()
  await frame()
}
