import type { Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { answered, DESKTOP, PHONE, results, useSite } from '../support/browse.ts'

const { newPage } = useSite()

/** Opens a page to which some files come only when they are let through. */
async function openSlowly(
  files: RegExp,
  path: string,
  options = DESKTOP,
): Promise<{ page: Page; letThrough: (some?: RegExp) => Promise<void> }> {
  const { page } = await newPage(options)
  const held = new Map<string, Route>()
  const free: RegExp[] = []
  await page.route(files, async (route) => {
    const url = route.request().url()
    if (free.some((some) => some.test(url))) await route.continue()
    else held.set(url, route)
  })
  await page.goto(path, { waitUntil: 'commit' })
  await page.locator('footer').waitFor()
  const letThrough = async (some = /^/): Promise<void> => {
    free.push(some)
    for (const [url, route] of held) {
      if (!some.test(url)) continue
      held.delete(url)
      await route.continue()
    }
  }
  return { page, letThrough }
}
/** Opens a page whose panel has answered a plain query, and can answer others once it is let. */
async function openPanelSlowly() {
  const { page, letThrough } = await openSlowly(/words\.txt/, '/about/')
  const panel = page.locator('.search-panel')
  await page.getByRole('searchbox').fill('介護')
  await panel.getByText('4事業が見つかりました').waitFor()
  return { page, panel, letThrough }
}
async function open(path: string, options = DESKTOP): Promise<Page> {
  const { page } = await newPage(options)
  await page.goto(path)
  return page
}
const search = async (query: string, rest = '', options = DESKTOP): Promise<Page> => {
  const page = await open(`/search/?q=${encodeURIComponent(query)}${rest}`, options)
  await answered(page, query)
  return page
}
const heading = (page: Page) => page.locator('#result-count').textContent()
const queryIn = (page: Page) => new URL(page.url()).searchParams.get('q')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim() ?? '')

describe('who is faster than the search', () => {
  test.each([
    ['the index', /index\.json/],
    ['the script', /assets\/search[^/]*\.js/],
  ])('is not forgotten while %s comes', async (_, files) => {
    const { page, letThrough } = await openSlowly(files, '/search/?q=若者')
    await page.waitForTimeout(200)
    await page.locator('#q').fill('世田谷 就労')
    // The order is hidden 0.3 s after the page was opened; a slow machine comes later.
    await page.locator('#sort').selectOption('amount', { force: true })
    await page.locator('#facets').evaluate((details) => {
      details.setAttribute('open', '')
    })
    await page.getByRole('checkbox', { name: '処遇改善事業' }).check()
    await letThrough()
    await answered(page, '世田谷 就労')
    expect(await results(page).count()).toBe(1)
    expect(await results(page).first().getAttribute('data-project-id')).toBe('2021-13')
    await page.waitForURL(/sort=amount/)
    expect(queryIn(page)).toBe('世田谷 就労')
    expect(page.url()).toContain('category=conditions')
    expect(await page.locator('#q').inputValue()).toBe('世田谷 就労')
    expect(await page.getByLabel('並べる順').inputValue()).toBe('amount')
  })
  test('sees no older answer under what was typed since, and hears nothing of it', async () => {
    const { page, letThrough } = await openSlowly(/words\.txt/, '/search/')
    await answered(page, '')
    await page.locator('#q').fill('介護')
    await answered(page, '介護')
    await page.locator('#q').fill('親の世話をしながら働きたい')
    await page.locator('#result-count', { hasText: '探しています…' }).waitFor()
    expect(await results(page).first().isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'CSV' }).isVisible()).toBe(false)
    await letThrough()
    await answered(page, '親の世話をしながら働きたい')
    expect(await results(page).first().isVisible()).toBe(true)
    expect(await heading(page)).toContain('事業が見つかりました')
    expect(await page.getByRole('button', { name: 'CSV' }).isVisible()).toBe(true)
  })
  test('sees no list of all programmes under the query of the address, nor their numbers', async () => {
    const { page, letThrough } = await openSlowly(/index\.json/, '/search/?q=若者')
    const counts = page.locator('#facets [data-count]')
    await page.locator('#result-count', { hasText: '探しています…' }).waitFor()
    expect(await results(page).first().isVisible()).toBe(false)
    expect(new Set(await counts.allTextContents())).toEqual(new Set(['–']))
    // On paper it takes no place.
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#results').boundingBox()).toBe(null)
    await page.emulateMedia({ media: 'screen' })
    await letThrough()
    await answered(page, '若者')
    expect(await results(page).first().isVisible()).toBe(true)
    expect(await counts.allTextContents()).not.toContain('–')
  })
  test('is told nothing while a word is being composed, also by an answer that comes late', async () => {
    const { page, letThrough } = await openSlowly(/words\.txt/, '/search/')
    await answered(page, '')
    await page.locator('#q').fill('親の世話をしながら働きたい')
    const cdp = await page.context().newCDPSession(page)
    await page.locator('#q').focus()
    await cdp.send('Input.imeSetComposition', { text: 'かい', selectionStart: 2, selectionEnd: 2 })
    await letThrough()
    await answered(page, '親の世話をしながら働きたいかい')
    await page.waitForTimeout(900)
    expect(await page.getByRole('status').textContent()).toBe('')
  })
  test('finds the filters of the answer that came after he opened and closed them', async () => {
    const { page, letThrough } = await openSlowly(/words\.txt|filters[^/]*\.js/, '/search/?q=介護', PHONE)
    await page.getByText('4事業が見つかりました').waitFor()
    await page.locator('#q').fill('お年寄り')
    await page.locator('#result-count', { hasText: '探しています…' }).waitFor()
    const summary = page.locator('#facets > summary')
    await summary.click()
    expect(new Set(await page.locator('#facets [data-count]').allTextContents())).toEqual(new Set(['–']))
    await summary.click()
    await letThrough(/words/)
    await answered(page, 'お年寄り')
    await letThrough()
    await page
      .locator('#facets [data-count]', { hasText: /^[1-9]/ })
      .first()
      .waitFor({ state: 'attached' })
    expect(await summary.isVisible()).toBe(true)
  })
  test('sees no buttons that do nothing yet', async () => {
    const { page, letThrough } = await openSlowly(/index\.json/, '/search/?q=女性')
    await page.locator('#result-count', { hasText: '探しています…' }).waitFor()
    expect(await page.getByRole('button', { name: 'CSV' }).isVisible()).toBe(false)
    await letThrough()
    await page.getByRole('button', { name: 'CSV' }).waitFor()
  })
  test('sees no older answer in a panel, either', async () => {
    const { page, panel, letThrough } = await openPanelSlowly()
    await page.getByRole('searchbox').fill('60歳以上で働きたい')
    await panel.getByText('探しています…').waitFor()
    expect(await panel.locator('li').count()).toBe(0)
    await letThrough()
    await panel.getByText('5事業が見つかりました').waitFor()
    expect(await panel.getByText('探しています…').isVisible()).toBe(false)
  })
  test('is not left waiting in a panel for a word that is none yet', async () => {
    const { page, panel, letThrough } = await openPanelSlowly()
    await page.getByRole('searchbox').fill('')
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Input.imeSetComposition', { text: 'ぬめぬめ', selectionStart: 4, selectionEnd: 4 })
    await panel.getByText('探しています…').waitFor()
    await letThrough()
    await panel.getByText('合う事業は見つかりませんでした').waitFor()
  })
  test('gets the panel of the header, but not when he has gone on', async () => {
    const { page, letThrough } = await openSlowly(/panel[^/]*\.js/, '/about/')
    await page.getByRole('searchbox').fill('介護')
    await page.getByRole('link', { name: '区市町村', exact: true }).first().focus()
    await letThrough()
    await page.waitForTimeout(500)
    expect(await page.locator('.search-panel').isVisible()).toBe(false)
    await page.getByRole('searchbox').focus()
    await page.locator('.search-panel').getByText('4事業が見つかりました').waitFor()
    await page.getByRole('searchbox').fill('')
    expect(await page.locator('form [role=status]').textContent()).toBe('')
  })
  test('gets the panel of the header also where he was in the box before its script', async () => {
    const { page, letThrough } = await openSlowly(/\.js$/, '/about/')
    await page.getByRole('searchbox').fill('介護')
    await letThrough()
    await page.locator('.search-panel').getByText('4事業が見つかりました').waitFor()
  })
})

test('all results stand in the document with the answer; those below the first are marked and laid out soon', async () => {
  const page = await open('/search/', PHONE)
  await answered(page, '')
  /** The ids of the list in the moment in which it is said to answer another query. */
  const ids = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const list = document.querySelector('#results')
        if (list === null) return
        new MutationObserver(() => {
          resolve([...list.querySelectorAll('li')].map(({ dataset }) => dataset['projectId'] ?? ''))
        }).observe(list, { attributeFilter: ['data-query'] })
      }),
  )
  await page.locator('#q').fill('若者')
  await answered(page, '若者')
  const shown = await results(page).evaluateAll((items) => items.map((item) => item.getAttribute('data-project-id')))
  expect(shown.length).toBeGreaterThan(4)
  expect(await ids).toEqual(shown)
  await results(page).last().locator('mark').first().waitFor()
  const unseen = await results(page).evaluateAll((items) =>
    items.filter((item) => getComputedStyle(item).contentVisibility === 'hidden' || !item.querySelector('mark')),
  )
  expect(unseen).toEqual([])
})

test('a value that was asked for leaves no mark behind with the next query', async () => {
  const page = await search('17歳')
  await page.locator('#results').getByText('年齢 49歳以下').waitFor()
  await page.locator('#q').fill('若者')
  await answered(page, '若者')
  expect(await page.locator('#results mark').allTextContents()).not.toContain('')
  expect(await page.locator('#results').getByText('年齢').count()).toBe(0)
})

test('what stands there stays while a word is begun; a place without programmes is still named', async () => {
  const page = await search('世田谷区')
  const cdp = await page.context().newCDPSession(page)
  await page.locator('#q').focus()
  const compose = async (text: string): Promise<void> => {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await answered(page, `世田谷区${text}`)
  }
  await page.locator('#q').press('End')
  await compose(' ｋ')
  expect(await results(page).count()).toBe(4)
  expect(await heading(page)).toContain('4事業')
  await compose(' かいご')
  expect(await results(page).count()).toBe(1)
  await compose(' しぶやく')
  expect(await page.locator('#result-help').textContent()).toContain('渋谷区')
})

test('large letters leave room to type: the button goes below the box', async () => {
  for (const path of ['/', '/search/', '/totals/']) {
    const page = await open(path, PHONE)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    const room = await page
      .getByRole('searchbox')
      .evaluate((box) => box.clientWidth - 2 * parseFloat(getComputedStyle(box).paddingLeft))
    expect(room, path).toBeGreaterThan(150)
  }
})

test('letters of twice the size stay within a phone, on pages of every kind', async () => {
  const pages = [
    '/',
    '/search/?q=介護',
    '/projects/2021-16/',
    '/projects/',
    '/municipalities/',
    '/municipalities/setagaya-ku/',
  ]
  for (const path of [...pages, '/tags/care/', '/totals/', '/handout/?ids=2021-16', '/about/components/']) {
    const page = await open(path, { viewport: { width: 360, height: 740 } })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360)
    await page.close()
  }
})

test('each box of a page shows results under it, and says how words were read', async () => {
  const page = await open('/en/')
  await page.getByRole('searchbox', { name: 'Search the programmes' }).pressSequentially('otoshiyori')
  const panel = page.locator('.search-panel:visible')
  await panel.getByText('事業が見つかりました').waitFor()
  expect(await panel.textContent()).toContain('「otoshiyori」')
  // With Shift it chooses text.
  await page.keyboard.press('Shift+ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('english-q')
  await page.keyboard.press('ArrowDown')
  expect(
    await panel
      .locator('a')
      .first()
      .evaluate((link) => link === document.activeElement),
  ).toBe(true)
  for (const key of ['Escape', 'ArrowUp']) {
    await page.keyboard.press(key)
    expect(await page.evaluate(() => document.activeElement?.id), key).toBe('english-q')
  }
})

describe('Back', () => {
  test('goes through what was searched, step by step', async () => {
    const page = await open('/about/')
    await page.goto('/search/')
    await answered(page, '')
    const enter = async (query: string): Promise<void> => {
      await page.locator('#q').pressSequentially(query)
      await page.keyboard.press('Enter')
      await answered(page, query)
      await page.waitForURL((url) => url.searchParams.get('q') === query)
    }
    await enter('介護')
    await page.locator('#q').selectText()
    await enter('若者')
    await page.getByRole('checkbox', { name: '世田谷区' }).check()
    await page.waitForURL(/place=setagaya-ku/)
    await page.locator('#q').fill('')
    await answered(page, '')
    await page.waitForURL((url) => !url.searchParams.has('q'))
    const back = async (query: string, hasPlace: boolean): Promise<void> => {
      await page.goBack()
      await answered(page, query)
      expect([queryIn(page), page.url().includes('place=setagaya-ku')]).toEqual([query, hasPlace])
      expect(await page.locator('#q').inputValue()).toBe(query)
    }
    await back('若者', true)
    await back('若者', false)
    await back('介護', false)
    await page.goBack()
    await page.waitForURL('**/about/')
  })
  test.each([
    ['on a phone with the filters that were opened', PHONE, 'category=workforce', true],
    ['on a phone', PHONE, '', false],
    ['on a desktop with the filters that were closed', DESKTOP, '', true],
    ['on a desktop', DESKTOP, '', false],
  ])('lands where the reader stood, %s', async (_, options, rest, isChanged) => {
    const page = await search('研修', `&${rest}`, options)
    const filters = page.locator('#facets')
    if (isChanged) await filters.locator('summary').click()
    const isOpen = await filters.getAttribute('open')
    const title = results(page).nth(5).locator('[data-part=title]')
    await title.scrollIntoViewIfNeeded()
    await title.click()
    await page.waitForURL('**/projects/**')
    await page.goBack()
    await answered(page, '研修')
    expect(await filters.getAttribute('open')).toBe(isOpen)
    await expect
      .poll(async () => {
        const { y = -1 } = (await title.boundingBox()) ?? {}
        return y > 0 && y < options.viewport.height
      })
      .toBe(true)
  })
  test('is not disturbed by a jump within the page, nor is who listens', async () => {
    const page = await search('介護')
    await page.getByRole('status').filter({ hasText: '4事業が見つかりました' }).waitFor()
    await page.getByRole('status').evaluate((status) => {
      status.textContent = ''
    })
    await page.getByRole('link', { name: '本文へ' }).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForTimeout(900)
    expect(await page.getByRole('status').textContent()).toBe('')
    expect(await results(page).count()).toBe(4)
  })
})

describe('the box', () => {
  test('says how much it takes where a text is longer', async () => {
    const page = await search('介護')
    const told = page.getByText('初めの300字だけで探しました。')
    expect(await told.count()).toBe(0)
    await page.locator('#q').focus()
    await page.keyboard.insertText('若者に合う仕事を探しています。'.repeat(30))
    await told.waitFor()
  })
  test('reads what is composed behind words that were taken as typed', async () => {
    const page = await search('介護', '&literal=1')
    expect(await results(page).count()).toBeGreaterThan(0)
    await page.locator('#q').focus()
    await page.keyboard.press('End')
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Input.imeSetComposition', { text: ' せたがや', selectionStart: 5, selectionEnd: 5 })
    await page.getByText('「せたがや」を「世田谷区」として検索しました。').waitFor()
  })
})

describe('a word that is still being composed', () => {
  const compose = async (page: Page, text: string): Promise<void> => {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  test('does not take the first press on a link of the panel', async () => {
    const page = await open('/about/')
    await page.getByRole('searchbox').focus()
    await compose(page, 'かいご')
    await page.locator('.search-panel li a').first().click()
    await page.waitForURL(/projects/)
  })
  test('does not take the first press on a way onward of the page', async () => {
    const page = await search('')
    await page.locator('#q').focus()
    await compose(page, 'おとしより')
    await page.getByRole('link', { name: '元の言葉で探す' }).click()
    await page.waitForURL(/literal=1/)
  })
})

describe('the filters', () => {
  test('of an address that say nothing mean all', async () => {
    const page = await search('介護', '&place=&category=')
    expect(await results(page).count()).toBe(4)
    expect(await page.locator('#chips').isVisible()).toBe(false)
  })
  test('are not offered where nothing was found, and are there again with the next results', async () => {
    const page = await search('農業', '', PHONE)
    expect(await page.locator('#facets').isVisible()).toBe(false)
    await page.locator('#q').fill('介護')
    await answered(page, '介護')
    expect(await page.locator('#facets').isVisible()).toBe(true)
  })
  test('stay when the words are asked for as typed, with the order', async () => {
    const page = await search('お年寄り', '&category=workforce&sort=amount')
    await page.getByRole('link', { name: '元の言葉で探す' }).click()
    await page.waitForURL(/literal=1/)
    expect(page.url()).toContain('category=workforce')
    expect(page.url()).toContain('sort=amount')
  })
  test('keep the focus: on a choice that finds nothing any more, and where a chip was', async () => {
    const page = await search('介護', '&place=arakawa-ku')
    const choice = page.getByRole('checkbox', { name: '荒川区' })
    await choice.focus()
    await page.keyboard.press('Space')
    await page.locator('#chips').waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('arakawa-ku')
    const phone = await search('若者', '&place=setagaya-ku', PHONE)
    await phone.locator('#facets summary').click()
    await phone.getByRole('button', { name: '世田谷区の絞り込みをやめる' }).click()
    await phone.locator('#chips').waitFor({ state: 'hidden' })
    expect(await focused(phone)).toBe('絞り込む')
    // The results stay in sight.
    expect(await phone.locator('#result-count').evaluate((count) => count.getBoundingClientRect().top)).toBeLessThan(
      740,
    )
  })
  test('can be passed over by who uses a keyboard, though they are open', async () => {
    const page = await search('介護')
    await page.locator('#q').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: '結果へ進む' })
    expect(await focused(page)).toContain('結果へ進む')
    expect(await skip.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result-count')
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab']) await page.keyboard.press(key)
    expect(await page.evaluate(() => document.activeElement?.closest('#results') !== null)).toBe(true)
    expect(await results(page).count()).toBe(4)
  })
  test('that go away with the last result leave the focus at the answer, which takes all the room', async () => {
    const page = await search('保育士', '&place=koto-ku')
    const width = (): Promise<number> => page.locator('#result-count').evaluate((count) => count.clientWidth)
    await page.getByRole('button', { name: '江東区の絞り込みをやめる' }).click()
    await page.locator('#chips').waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('result-count')
    expect(await page.locator('#facets').isVisible()).toBe(false)
    expect(await width()).toBeGreaterThan(900)
  })
  test('stand in the title of the page and in the name of the CSV, so that searches can be told apart', async () => {
    const page = await search('若者', '&place=setagaya-ku&category=conditions')
    await page.getByRole('status').filter({ hasText: '1事業' }).waitFor()
    expect(await page.title()).toMatch(/^若者、世田谷区、処遇改善事業 - 事業をさがす/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('事業-若者-世田谷区-処遇改善事業.csv')
    await page.getByRole('button', { name: '絞り込みをすべて消す' }).click()
    await expect.poll(() => page.title()).toMatch(/^若者 - 事業をさがす/)
  })
  test('stay where they are while the reader chooses, and shrink with the next query', async () => {
    const page = await search('若者')
    const rows = page.locator('#facets li:visible')
    const before = await rows.count()
    await page.getByRole('checkbox', { name: '世田谷区' }).check()
    await page.locator('#chips button').first().waitFor()
    expect(await rows.count()).toBe(before)
    expect(await rows.getByText(/^0$/).count()).toBeGreaterThan(0)
    await page.locator('#q').fill('若者 研修')
    await answered(page, '若者 研修')
    expect(await rows.count()).toBeLessThan(before)
    expect(await rows.getByText(/^0$/).count()).toBe(0)
  })
  test('that an address holds and the page has not are shown, and can be left', async () => {
    const page = await search('介護', '&place=nowhere')
    expect(await heading(page)).toBe('絞り込みに合う事業はありません（絞り込まなければ4事業）')
    // Where there would be something is still offered.
    expect(await page.locator('#facets fieldset:visible legend').allInnerTexts()).toEqual(['区市町村: 選んだものだけ'])
    await page.getByRole('link', { name: '絞り込まずに見る（4事業）' }).waitFor()
    await page.getByRole('button', { name: 'nowhereの絞り込みをやめる' }).click()
    await page.locator('#chips').waitFor({ state: 'hidden' })
    expect(await results(page).count()).toBe(4)
  })
})

test('the key / can be turned off, in this browser, and on again', async () => {
  const page = await open('/about/accessibility/')
  const pressed = async (): Promise<boolean> => {
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('/')
    return page.evaluate(() => document.activeElement?.matches('[type=search]') === true)
  }
  expect(await pressed()).toBe(true)
  await page.getByRole('checkbox', { name: '「/」で検索の欄へ移る' }).uncheck()
  expect(await pressed()).toBe(false)
  await page.goto('/search/')
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('q')
  await page.goto('/about/accessibility/')
  expect(await page.getByRole('checkbox', { name: '「/」で検索の欄へ移る' }).isChecked()).toBe(false)
  await page.getByRole('checkbox', { name: '「/」で検索の欄へ移る' }).check()
  expect(await pressed()).toBe(true)
})
