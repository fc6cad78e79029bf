import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { answered, results, useSite } from '../support/browse.ts'

const { newPage } = useSite()

/** Opens a page to which some files do not come. */
async function openWithout(files: RegExp, path: string): Promise<{ page: Page; faults: string[] }> {
  const { page, faults } = await newPage()
  await page.route(files, (route) => route.abort())
  await page.goto(path)
  return { page, faults }
}
const refused = (page: Page) => page.locator('#result-count', { hasText: '検索できませんでした' }).waitFor()
const ADVICE = '検索できませんでした。通信を確かめて、もう一度開いてください。'

describe('where a part of the search does not come', () => {
  test.each([
    ['what reads numbers', /numbers-and-keys\..*\.js/, '60歳以上で働きたい'],
    ['what mends words', /repair\..*\.js/, 'ダイバシティ'],
    ['what understands sentences', /understand\..*\.js/, '親の世話をしながら働きたい'],
    ['the rest of the words', /words\.txt/, '親の世話をしながら働きたい'],
  ])('%s: no older answer stands under the query, and to open the page again helps', async (_, files, query) => {
    const { page, faults } = await openWithout(files, '/search/')
    const box = page.getByRole('searchbox')
    await answered(page, '')
    await box.fill('世田谷区')
    await answered(page, '世田谷区')
    await box.fill(query)
    await refused(page)
    expect(await results(page).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'CSV' }).isVisible()).toBe(false)
    expect(await page.getByText('載っている事業を分野から見る').isVisible()).toBe(true)
    await page.getByRole('status').filter({ hasText: ADVICE }).waitFor()
    // What can be answered still is.
    await box.fill('世田谷区')
    await answered(page, '世田谷区')
    expect(await results(page).count()).toBe(4)
    expect(await page.getByRole('button', { name: 'CSV' }).isVisible()).toBe(true)
    await box.fill(query)
    await refused(page)
    await page.waitForURL((url) => url.searchParams.get('q') === query)
    await page.unroute(files)
    await page.getByRole('link', { name: 'ページを開き直す' }).click()
    await answered(page, query)
    expect(await results(page).count()).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })

  test('the filters: searching goes on without their counts, filtering says that it cannot', async () => {
    const { page, faults } = await openWithout(/filters\..*\.js/, '/search/?q=介護')
    await answered(page, '介護')
    expect(await results(page).count()).toBe(4)
    const choice = page.getByRole('checkbox', { name: '世田谷区' })
    expect(await page.locator('label', { has: choice }).textContent()).toContain('–事業')
    expect((await page.locator('[data-show]').textContent())?.trim()).toBe('–事業を見る')
    await choice.check()
    await refused(page)
    expect(await results(page).count()).toBe(0)
    expect(faults).toEqual([])
  })

  test('the words, with the filters opened only then: no counts of an older answer', async () => {
    const { page } = await newPage({ viewport: { width: 700, height: 800 } })
    await page.route(/words\.txt/, (route) => route.abort())
    await page.goto('/search/')
    await answered(page, '')
    await page.locator('#q').fill('介護')
    await answered(page, '介護')
    await page.locator('#q').fill('親の世話をしながら働きたい')
    await refused(page)
    await page.getByText('絞り込む').click()
    expect(new Set(await page.locator('#facets [data-count]').allTextContents())).toEqual(new Set(['–']))
  })

  test('the index: the list stays and is said to be all, nothing is offered that would do nothing', async () => {
    const { page, faults } = await openWithout(/index\.json/, '/search/?q=介護&place=setagaya-ku')
    await page.getByRole('heading', { name: '検索できませんでした。下は、絞り込んでいない事業の一覧です' }).waitFor()
    expect(await results(page).count()).toBe(34)
    expect(await page.getByRole('button', { name: 'CSV' }).isVisible()).toBe(false)
    await page.getByRole('status').filter({ hasText: 'もう一度開いてください。' }).waitFor()
    expect(await page.locator('#facets input').count()).toBeGreaterThan(0)
    expect(await page.getByRole('checkbox').count()).toBe(0)
    await page.unroute(/index\.json/)
    // What filters is kept.
    await page.getByRole('button', { name: 'さがす' }).click()
    await answered(page, '介護')
    expect(await results(page).count()).toBe(1)
    expect(faults).toEqual([])
  })

  test('what writes CSV: the results stay, and the buttons say so', async () => {
    const { page, faults } = await openWithout(/save-results\..*\.js/, '/search/?q=介護')
    await answered(page, '介護')
    await page.getByRole('button', { name: 'CSV' }).click()
    await page.getByRole('status').filter({ hasText: 'CSVを作れませんでした。' }).waitFor()
    expect(await results(page).count()).toBe(4)
    expect(faults).toEqual([])
  })

  test('in the header: the panel says so and leads to the search page', async () => {
    const { page, faults } = await openWithout(/index\.json/, '/about/')
    await page.getByRole('searchbox').fill('介護')
    await page.locator('.search-panel').getByText('ここでは検索できませんでした。').waitFor()
    await page.unroute(/index\.json/)
    await page.getByRole('link', { name: '事業をさがすページで探す' }).click()
    await answered(page, '介護')
    expect(faults).toEqual([])
  })

  test('in the header for a while: the next key asks again', async () => {
    const { page, faults } = await openWithout(/index\.json/, '/about/')
    await page.getByRole('searchbox').fill('介護')
    await page.locator('.search-panel').getByText('ここでは検索できませんでした。').waitFor()
    await page.unroute(/index\.json/)
    await page.getByRole('searchbox').fill('介護 ')
    await page.locator('.search-panel').getByText('4事業が見つかりました').waitFor()
    expect(faults).toEqual([])
  })

  test('what understands other words, for a while: Enter asks again', async () => {
    const { page } = await openWithout(/understand\..*\.js/, '/search/')
    await answered(page, '')
    await page.locator('#q').fill('かいご')
    await page.locator('#failure').waitFor()
    await page.unroute(/understand\..*\.js/)
    await page.keyboard.press('Enter')
    await answered(page, 'かいご')
    expect(await results(page).count()).toBe(4)
  })

  test('no network at all: Enter does not leave the site for a page of the browser', async () => {
    const { page } = await openWithout(/understand\..*\.js/, '/search/')
    await answered(page, '')
    await page.context().setOffline(true)
    await page.locator('#q').fill('かいご')
    await page.locator('#failure').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForTimeout(300)
    expect(await page.locator('#q').inputValue()).toBe('かいご')
    expect(await page.getByText('載っている事業を分野から見る').isVisible()).toBe(true)
  })

  test('the script of the search page: after a while it is said, and what would do nothing goes', async () => {
    const { page } = await openWithout(/assets\/.*\.js/, '/search/?q=介護')
    const said = page.getByText('検索に要るものがまだ届いていません。')
    const controls = [page.getByRole('button', { name: 'CSV' }), page.getByText('絞り込む')]
    expect(await said.isVisible()).toBe(false)
    for (const control of controls) expect(await control.isVisible()).toBe(true)
    await page.evaluate(() => {
      for (const waiting of document.getAnimations()) waiting.finish()
    })
    expect(await said.isVisible()).toBe(true)
    for (const control of controls) expect(await control.isVisible()).toBe(false)
    expect(await results(page).count()).toBe(34)
    await page.unroute(/assets\/.*\.js/)
    await page.getByRole('link', { name: 'ページを開き直す' }).click()
    await answered(page, '介護')
    expect(await said.count()).toBe(0)
  })

  test('the index, because the line stalls: after a while the list is there again, and it is said', async () => {
    const { page } = await newPage()
    await page.clock.install()
    await page.route(/index\.json/, () => null)
    await page.goto('/search/?q=介護')
    await page.clock.fastForward(1000)
    await page.getByRole('heading', { name: '探しています…' }).waitFor()
    await page.clock.fastForward(12_000)
    await page.getByRole('heading', { name: '検索できませんでした。下は、絞り込んでいない事業の一覧です' }).waitFor()
    expect(await results(page).count()).toBe(34)
  })

  test('a part, because the line stalls: it is said after a while, and what comes late is shown and told', async () => {
    const { page } = await newPage()
    await page.clock.install()
    let goOn = (): void => undefined
    const stalled = new Promise<void>((resolve) => (goOn = resolve))
    await page.route(/understand\..*\.js/, async (route) => {
      await stalled
      await route.continue()
    })
    await page.goto('/search/')
    await answered(page, '')
    await page.locator('#q').fill('かいご')
    await page.clock.fastForward(13_000)
    await refused(page)
    goOn()
    await answered(page, 'かいご')
    expect(await results(page).count()).toBe(4)
    await page.clock.fastForward(1000)
    await page.getByRole('status').filter({ hasText: '4事業が見つかりました' }).waitFor()
  })

  test('the scripts: no page keeps buttons that do nothing, and a handout does not wait for ever', async () => {
    const { page } = await openWithout(/assets\/.*\.js/, '/handout/?ids=2021-16')
    const pass = () =>
      page.evaluate(() => {
        for (const waiting of document.getAnimations()) waiting.finish()
      })
    await pass()
    expect(await page.getByRole('alert').textContent()).toContain('まだ届いていません。')
    expect(await page.getByText('事業を読み込んでいます。').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: '印刷する' }).isVisible()).toBe(false)
    await page.goto('/projects/')
    await pass()
    expect(await page.getByText('控えに入れる').first().isVisible()).toBe(false)
  })

  test('all of the search: Enter still goes to the search page', async () => {
    const { page, faults } = await openWithout(/panel\..*\.js/, '/about/')
    await page.getByRole('searchbox').fill('介護')
    await page.keyboard.press('Enter')
    await answered(page, '介護')
    expect(faults).toEqual([])
  })
})
