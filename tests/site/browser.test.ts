import { AxeBuilder } from '@axe-core/playwright'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { answered, DESKTOP, PHONE, useSite } from '../support/browse.ts'
import { SITE } from '../support/build-site.ts'

const { newPage, address } = useSite()

async function open(path: string, options: BrowserContextOptions = PHONE): Promise<Page> {
  const { page } = await newPage(options)
  await page.goto(path)
  return page
}
const results = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('#results [data-project-id]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-project-id')))

const KINDS: [string, string][] = [
  ['home', '/'],
  ['list', '/projects/'],
  ['project', '/projects/2021-12/'],
  ['project without a name', '/projects/2021-07/'],
  ['municipalities', '/municipalities/'],
  ['municipality', '/municipalities/setagaya-ku/'],
  ['empty municipality', '/municipalities/shibuya-ku/'],
  ['categories', '/categories/'],
  ['category', '/categories/conditions/'],
  ['theme', `/categories/${encodeURIComponent('就職氷河期世代の就労支援')}/`],
  ['totals', '/totals/'],
  ['about', '/about/'],
  ['search', '/search/'],
  ['search with results', '/search/?q=お年寄り&place=arakawa-ku'],
  ['tags', '/tags/'],
  ['tag', '/tags/youth/'],
  ['place and people', '/municipalities/setagaya-ku/youth/'],
  ['for workers', '/for/workers/'],
  ['for employers', '/for/employers/'],
  ['how right the tags are', '/about/tags/'],
  ['glossary', '/glossary/'],
  ['open data', '/data/'],
  ['data dictionary', '/data/dictionary/'],
  ['national standards', '/data/standards/'],
  ['audit of the data', '/data/audit/'],
  ['handout', '/handout/?ids=2021-11,2021-m03,2021-19&compare'],
  ['card for embedding', '/embed/2021-19/'],
  ['accessibility', '/about/accessibility/'],
  ['components', '/about/components/'],
  ['English', '/en/'],
  ['missing', '/nowhere/'],
]

test('kanji are as wide as they are high, so that layouts can be trusted', async () => {
  const page = await open('/')
  const width = await page.evaluate(() => {
    const kanji = document.createElement('span')
    kanji.style.cssText = 'font-size:100px;letter-spacing:0;position:absolute'
    kanji.textContent = '漢'
    document.body.append(kanji)
    return kanji.getBoundingClientRect().width
  })
  expect(width).toBeCloseTo(100, 0)
})

test('a job seeker on a phone: home → せたがや 介護 → the programme → its phone', async () => {
  const page = await open('/')
  await page.getByRole('searchbox', { name: '事業をさがす' }).fill('せたがや 介護')
  await page.keyboard.press('Enter')
  await answered(page, 'せたがや 介護')
  expect(new URL(page.url()).searchParams.get('q')).toBe('せたがや 介護')
  expect(await results(page)).toEqual(['2021-14'])
  await page.locator('#results a').first().click()
  await page.waitForURL('**/projects/2021-14/')
  expect(await page.getByRole('note').textContent()).toContain('令和3年度')
  const phone = page.getByRole('link', { name: '電話 03-3411-6662' })
  expect(await phone.getAttribute('href')).toBe('tel:0334116662')
  expect(await phone.isVisible()).toBe(true)
})

describe('search', () => {
  test('answers while typing, keeps the query in the address, and survives a reload', async () => {
    const page = await open('/search/', DESKTOP)
    await answered(page, '')
    expect(await results(page)).toHaveLength(34)
    await page.locator('#q').pressSequentially('あらかわ')
    await answered(page, 'あらかわ')
    expect(await results(page)).toEqual(['2021-16', '2021-17', '2021-18'])
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(
      '3事業が見つかりました（事業額の合計 1,894万円）',
    )
    await page.waitForURL((url) => url.searchParams.get('q') === 'あらかわ')
    await page.reload()
    await answered(page, 'あらかわ')
    expect(await results(page)).toHaveLength(3)
  })

  test('says of an empty answer which word failed, and what would work', async () => {
    const page = await open(`/search/?q=${encodeURIComponent('渋谷区 介護')}`)
    await answered(page, '渋谷区 介護')
    expect(await results(page)).toEqual([])
    expect(await page.locator('#result-help').textContent()).toContain('計画書に事業が載っていない区市町村: 渋谷区')
    expect(await page.getByRole('link', { name: '渋谷区' }).getAttribute('href')).toBe('/municipalities/shibuya-ku/')
    await page.getByRole('link', { name: '介護（4事業）' }).click()
    await answered(page, '介護')
    expect(await results(page)).toHaveLength(4)
  })

  test('shows what is typed as text, never as markup', async () => {
    const page = await open(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
    await page.locator('#results[data-query]').waitFor()
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('works by keyboard alone', async () => {
    const page = await open('/search/', DESKTOP)
    await answered(page, '')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.keyboard.insertText('分身ロボット')
    await answered(page, '分身ロボット')
    await page.locator('#q').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '新たな障害者就労機会の創出事業' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/projects/2021-05/')
  })
})

describe('the search page', () => {
  const marks = (page: Page) => page.locator('#results mark').allTextContents()
  const amounts = (page: Page) => page.locator('#results [data-part="amount"]').allTextContents()
  const search = async (query: string, rest = ''): Promise<Page> => {
    const page = await open(`/search/?q=${encodeURIComponent(query)}${rest}`, DESKTOP)
    await answered(page, query)
    return page
  }

  test('marks what was found in the printed text, also where another word or a repair found it', async () => {
    expect(await marks(await search('荒川 お年寄り'))).toEqual(expect.arrayContaining(['荒川区', 'シニア', '高齢者']))
    expect(await marks(await search('ダイバシティ'))).toContain('ダイバーシティ経営')
    expect(await marks(await search('ﾓﾝｺﾞﾙ'))).toContain('モンゴル')
    expect(await marks(await search('3647-9167'))).toEqual(['03-3647-9167', '03-3647-9167', '03-3647-9167'])
    expect(await marks(await search('産業経済部就労支援課'))).toContain('産業経済部 就労支援課')
    expect(await marks(await search('570万円'))).toEqual(['570万円'])
    expect(await marks(await search('4億円以上'))).toEqual(await amounts(await search('4億円以上')))
    expect(new Set(await marks(await search('令和3年度')))).toEqual(new Set(['令和3年度の計画']))
    expect(await marks(await search('モデル事業'))).toEqual(['モデル事業', 'モデル事業', 'モデル事業'])
    // A number that is a row's is nothing of what it costs.
    expect(await marks(await search('31'))).toEqual(['番号 31'])
    // What no item shows else is shown where it was asked for.
    expect(await marks(await search('令和3年6月'))).toEqual(['開始 2021年6月'])
    expect(await marks(await search('60人'))).toEqual(['目標 60人', '目標 60人'])
    expect(await marks(await search('世田谷 50人以上'))).toEqual(expect.arrayContaining(['世田谷区', '目標 60人']))
    expect(await marks(await search('内線2451'))).toEqual(['内線 2451'])
    expect(await marks(await search('17歳'))).toContain('年齢 49歳以下')
    expect(await marks(await search('40代'))).toEqual(
      expect.arrayContaining(['年齢 49歳以下', '年齢 概ね３５歳～４４歳']),
    )
    expect(await marks(await search('70歳'))).not.toContain('年齢 49歳以下')
    expect(await marks(await search('介護'))).not.toContain('開始 2021年6月')
  })

  test('says what was understood, with a way back to the words as typed', async () => {
    const page = await search('荒河区')
    expect(await page.locator('#result-help').textContent()).toContain('「荒河区」を「荒川区」として検索しました。')
    await page.getByRole('link', { name: '元の言葉で探す' }).click()
    await answered(page, '荒河区')
    expect(await results(page)).toEqual([])
    expect(await page.locator('#result-help').textContent()).toContain('「荒河区」に合う事業はありません。')
  })

  test('filters by place and category with true counts, chips and a way to clear them', async () => {
    const page = await search('若者')
    const all = await results(page)
    const setagaya = page.getByRole('checkbox', { name: '世田谷区' })
    expect(await page.locator('label', { has: setagaya }).textContent()).toContain('3事業')
    await setagaya.check()
    await page.locator('#chips').getByRole('button').first().waitFor()
    expect((await results(page)).sort()).toEqual(['2021-11', '2021-12', '2021-13'])
    await page.getByRole('checkbox', { name: '処遇改善事業' }).check()
    await page.getByRole('button', { name: '処遇改善事業の絞り込みをやめる' }).waitFor()
    expect(await results(page)).toEqual(['2021-13'])
    expect(new URL(page.url()).search).toContain('place=setagaya-ku&category=conditions')
    expect(await page.locator('#result-count').textContent()).toBe('1事業が見つかりました（事業額の合計 3,007万1千円）')
    await page.reload()
    await page.getByRole('button', { name: '処遇改善事業の絞り込みをやめる' }).waitFor()
    expect(await results(page)).toEqual(['2021-13'])
    await page.goBack()
    await page.locator('[data-project-id="2021-11"]').waitFor()
    expect(await results(page)).toHaveLength(3)
    await page.getByRole('button', { name: '絞り込みをすべて消す' }).click()
    await page.locator('[data-project-id="2021-16"]').waitFor()
    expect(await results(page)).toEqual(all)
    // The filters follow the results.
    await page.locator('[data-all="place"]', { hasText: 'すべて' }).waitFor()
    expect(await page.locator('[data-all="place"]').textContent()).toBe('すべて')
  })

  test('calls a municipality without a programme by its name where the address filters by it', async () => {
    const page = await search('若者', '&place=shibuya-ku')
    await page.getByRole('button', { name: '渋谷区の絞り込みをやめる' }).waitFor()
    expect(await results(page)).toEqual([])
  })

  test('sorts by amount and by municipality', async () => {
    const page = await search('介護')
    await page.getByLabel('並べる順').selectOption('amount')
    await page.locator('#results li:first-child[data-project-id="2021-21"]').waitFor()
    expect(await results(page)).toEqual(['2021-21', '2021-14', '2021-31', '2021-01'])
    // Who listens hears the order, too, where something is listed.
    await page.getByRole('status').filter({ hasText: '。事業額の多い順。' }).waitFor()
    await page.getByLabel('並べる順').selectOption('municipality')
    await page.locator('#results li:first-child[data-project-id="2021-01"]').waitFor()
    expect(await results(page)).toEqual(['2021-01', '2021-14', '2021-21', '2021-31'])
    await page.locator('#q').fill('農業')
    const status = page.getByRole('status').filter({ hasText: '見つかりませんでした' })
    await status.waitFor()
    expect(await status.textContent()).not.toContain('順')
  })

  test('gives the results as CSV that spreadsheets read, and the address of the search to copy', async () => {
    const page = await search('介護')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('事業-介護.csv')
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFFID,年度,区市町村,事業名')).toBe(true)
    expect(text.trim().split('\r\n')).toHaveLength(5)
    expect(text).toContain('2021-21,2021,足立区,介護人材雇用創出事業,労働力確保事業,')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'アドレスを写す' }).click()
    await page.getByText('この検索のアドレスを写しました。').first().waitFor()
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
    expect(await copied()).toBe(page.url())
    await page.locator('[data-pick]').first().click()
    await page.waitForURL(/picks=/)
    await page.getByRole('button', { name: 'アドレスを写す' }).click()
    await expect.poll(copied).not.toContain('picks=')
    // Who opens it sees the page from its top.
    await page.evaluate(() => {
      location.hash = 'result-count'
    })
    await page.getByRole('button', { name: 'アドレスを写す' }).click()
    await expect.poll(copied).not.toContain('#')
  })

  test('searches while a word is being composed, and speaks only after', async () => {
    const page = await open('/search/', DESKTOP)
    await answered(page, '')
    const cdp = await page.context().newCDPSession(page)
    await page.locator('#q').focus()
    await cdp.send('Input.imeSetComposition', { text: 'せたｇ', selectionStart: 3, selectionEnd: 3 })
    await answered(page, 'せたｇ')
    expect(await results(page)).toEqual(['2021-11', '2021-12', '2021-13', '2021-14'])
    await page.waitForTimeout(900)
    expect(await page.getByRole('status').textContent()).toBe('')
    await cdp.send('Input.insertText', { text: 'せたがや' })
    await answered(page, 'せたがや')
    await page.getByRole('status').filter({ hasText: '4事業が見つかりました' }).waitFor()
  })

  test('says by its title and to who listens what was searched, also when it is opened with a query', async () => {
    const page = await search('お年寄り')
    const told = (await page.locator('#result-help').textContent()) ?? ''
    expect(told).toMatch(/^「お年寄り」は「.*」などでも探しました。 元の言葉で探す$/)
    const status = page.getByRole('status')
    await status.filter({ hasText: 'でも探しました' }).waitFor()
    const count = (await page.locator('#result-count').textContent()) ?? ''
    expect(await status.textContent()).toBe(`${count}。${told.replace(' 元の言葉で探す', '')}`)
    expect(await page.title()).toMatch(/^お年寄り - 事業をさがす/)
    await page.locator('#q').fill('')
    await answered(page, '')
    expect(await page.title()).toMatch(/^事業をさがす/)
  })

  test('forgets that an address was copied once something else is searched', async () => {
    const page = await search('介護')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'アドレスを写す' }).click()
    await page.locator('#copied', { hasText: '写しました' }).waitFor()
    await page.locator('#q').fill('若者')
    await answered(page, '若者')
    expect(await page.locator('#copied').textContent()).toBe('')
  })

  test('keys: / to the box, arrows to the results, Escape back and empty', async () => {
    const page = await search('介護')
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const focused = await page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-project-id'))
    expect(focused).toBe((await results(page))[0])
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    await page.keyboard.press('Escape')
    await answered(page, '')
    expect(await results(page)).toHaveLength(34)
    expect(new URL(page.url()).search).toBe('')
  })
})

test('the search page asks at once for all that it needs, once', async () => {
  const page = await open('/about/')
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.goto('/search/?q=介護')
  await answered(page, '介護')
  const needed = fetched.filter((path) => /\.(?:js|json)$/.test(path))
  const html = readFileSync(join(SITE, 'search', 'index.html'), 'utf8')
  const named = [...html.matchAll(/<(?:link rel="(?:module)?preload"|script)[^>]* (?:href|src)="([^"]*)"/g)]
  expect(needed.sort()).toEqual([...new Set(named.map(([, path = '']) => path))].sort())
  expect(new Set(needed).size).toBe(needed.length)
})

test('an answer that a link leads to moves little of what is seen', async () => {
  const { page } = await newPage(PHONE)
  // Results that are held back, as while typing, would count three times as much as is allowed.
  await page.addInitScript(() => {
    const moved: number[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(`/search/?q=${encodeURIComponent('17歳')}`)
  await answered(page, '17歳')
  await page.waitForTimeout(300)
  const moved = await page.evaluate(() => (window as unknown as { moved: number[] }).moved)
  expect(moved.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.1)
})

test('no line of the count ends within a figure', async () => {
  const page = await open('/search/')
  await answered(page, '')
  const lines = await page.locator('#result-count').evaluate((heading) => {
    const text = heading.firstChild
    const [sum = ''] = /[\d億,万千]+円/.exec(heading.textContent) ?? []
    const index = heading.textContent.indexOf(sum)
    const range = document.createRange()
    if (text === null) return 0
    range.setStart(text, index)
    range.setEnd(text, index + sum.length)
    return range.getClientRects().length
  })
  expect(lines).toBe(1)
})

describe('the box in the header', () => {
  test('fetches nothing of the search until it is used, then shows programme and phone', async () => {
    const page = await open('/totals/')
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    await page.waitForTimeout(300)
    expect(fetched).toEqual([])
    await page.getByRole('searchbox').pressSequentially('せたがや かいご')
    const panel = page.locator('.search-panel')
    await panel.getByText('1事業が見つかりました').waitFor()
    expect(fetched).toContain('/search/index.json')
    expect(await panel.getByRole('link', { name: '03-3411-6662' }).getAttribute('href')).toBe('tel:0334116662')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/projects/2021-14/')
  })
  test('says how much it takes where a text is longer', async () => {
    const page = await open('/about/')
    await page.getByRole('searchbox').focus()
    await page.keyboard.insertText('若者に合う仕事を探しています。'.repeat(30))
    await page.locator('.search-panel').getByText('初めの300字だけで探しました。').waitFor()
  })
  test('says that there are more programmes than it shows', async () => {
    const page = await open('/about/')
    const panel = page.locator('.search-panel')
    await page.getByRole('searchbox').fill('支援')
    await panel.getByText('34事業が見つかりました。はじめの5事業です').waitFor()
    expect(await panel.locator('li').count()).toBe(5)
    await page.getByRole('searchbox').fill('介護')
    await panel.getByText(/^4事業が見つかりました$/).waitFor()
  })
  test('arrows go from programme to programme, and then to all of them', async () => {
    const page = await open('/about/')
    await page.getByRole('searchbox').fill('介護')
    await page.locator('.search-panel').getByText('4事業が見つかりました').waitFor()
    const hrefs: string[] = []
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('ArrowDown')
      hrefs.push(await page.evaluate(() => document.activeElement?.getAttribute('href') ?? ''))
    }
    expect(hrefs.slice(0, 4).every((href) => href.includes('/projects/'))).toBe(true)
    expect(hrefs[4]).toContain('/search/?q=')
    await page.locator('.search-panel .tel').first().focus()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('searchbox').evaluate((box) => box === document.activeElement)).toBe(true)
  })
  test('leads onward where nothing was found', async () => {
    const page = await open('/totals/')
    const panel = page.locator('.search-panel')
    await page.getByRole('searchbox').fill('渋谷区 介護')
    const place = panel.getByRole('link', { name: '渋谷区' })
    await place.waitFor()
    await page.getByRole('status').filter({ hasText: '言葉を減らすと見つかります: 介護（4事業）。' }).waitFor()
    expect(new URL((await place.getAttribute('href')) ?? '', page.url()).pathname).toBe('/municipalities/shibuya-ku/')
    await panel.getByRole('link', { name: '介護（4事業）' }).click()
    await answered(page, '介護')
    await page.goto('/totals/')
    await page.getByRole('searchbox').fill('多摩')
    await panel.getByRole('link', { name: '「多摩地域」で探す' }).click()
    await answered(page, '多摩地域')
  })
  test('tells two programmes of one name apart', async () => {
    const page = await open('/')
    await page.getByRole('searchbox').fill('世田谷 建設')
    const names = page.locator('.search-panel li > a')
    await names.nth(1).waitFor()
    expect(new Set(await names.allTextContents()).size).toBe(await names.count())
  })
  test('works on the home page, and Enter goes to all results', async () => {
    const page = await open('/')
    await page.getByRole('searchbox').pressSequentially('渋谷区 介護')
    await page.locator('.search-panel').getByText('合う事業は見つかりませんでした').waitFor()
    await page.keyboard.press('Enter')
    await answered(page, '渋谷区 介護')
  })
})

describe('without JavaScript', () => {
  test('everything can be read and reached, the search page lists all', async () => {
    const page = await open('/search/?q=x', { ...PHONE, javaScriptEnabled: false })
    expect(await page.locator('#results [data-project-id]').count()).toBe(34)
    expect(await page.locator('main').textContent()).toContain('この検索にはJavaScriptが要ります。')
    await page.getByRole('link', { name: '区市町村', exact: true }).first().click()
    await page.getByRole('link', { name: '新島村', exact: true }).click()
    await page.getByRole('link', { name: '新島村介護人材就労促進事業' }).click()
    await page.getByText('この事業を読み取った行を見る').click()
    expect(await page.getByText('31 新島村 新島村介護人材就労促進事業').isVisible()).toBe(true)
  })
})

describe.each(KINDS)('%s', (_, path) => {
  test.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
    ['a phone in the dark', { ...PHONE, colorScheme: 'dark' as const }],
    ['a screen of forced colours', { ...DESKTOP, forcedColors: 'active' as const }],
    ['a desktop at 400 %', { viewport: { width: 320, height: 256 } }],
  ])('has no accessibility fault, and fits, on %s', async (_name, options) => {
    const { page } = await newPage(options)
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text())
    })
    await page.goto(path)
    if (path.startsWith('/handout/')) await page.locator('#handout > li').nth(2).waitFor()
    // What is folded must be sound too.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(refused).toEqual([])
    await page.context().close()
  })
})

test('a page says how long ago the year of its plan ended, on the day on which it is read', async () => {
  const { page } = await newPage(PHONE)
  await page.clock.setFixedTime(new Date('2027-04-15T12:00:00+09:00'))
  await page.goto('/projects/2021-11/')
  expect(await page.getByText('この年度は、2022年3月までです。').textContent()).toContain('5年前に終わりました。')
})

test('of a plan whose year has not ended nothing of the kind is said, and no place is kept for it', async () => {
  const { page } = await newPage(PHONE)
  await page.clock.setFixedTime(new Date('2022-03-15T12:00:00+09:00'))
  await page.goto('/projects/2021-11/')
  const age = page.locator('[data-plan-age]').first()
  await age.filter({ hasText: /^\s*$/ }).waitFor({ state: 'attached' })
  expect(await age.evaluate((one) => getComputedStyle(one, '::before').content)).toBe('none')
})

describe('browsing', () => {
  test('a resident goes from people to place without script, and sees what proves the tag', async () => {
    const page = await open('/', { ...PHONE, javaScriptEnabled: false })
    await page.getByRole('link', { name: '働きたい人', exact: true }).click()
    await page.getByRole('link', { name: '若者・若年無業者' }).click()
    await page.getByRole('link', { name: '世田谷区', exact: true }).first().click()
    await page.waitForURL('**/municipalities/setagaya-ku/youth/')
    await page.getByRole('link', { name: '若者の福祉的な就労プログラム事業' }).click()
    await page.getByText('読み取った根拠を見る').click()
    expect(await page.locator('mark', { hasText: '若者' }).first().isVisible()).toBe(true)
  })
  test('the map switches between number and amount without script, and its cells are links', async () => {
    const page = await open('/municipalities/', { ...PHONE, javaScriptEnabled: false })
    const cell = (name: string) => page.getByRole('link', { name })
    expect(await cell('世田谷 4事業').isVisible()).toBe(true)
    const size = await page
      .locator('.tile__name')
      .first()
      .evaluate((text) => text.getBoundingClientRect().height)
    expect(size).toBeGreaterThan(11)
    await page.getByRole('radio', { name: '事業額' }).check()
    expect(await cell('世田谷 4事業').isVisible()).toBe(false)
    expect(await cell('世田谷 10,009万円').isVisible()).toBe(true)
    // What a figure loses at its cell's edge makes another amount of it.
    const widths = await page
      .locator('.tile-map__map--amount a')
      .evaluateAll((cells) =>
        cells.map((cell) => [...cell.querySelectorAll('rect, text')].map((part) => part.getBoundingClientRect().width)),
      )
    for (const [rect = 0, ...texts] of widths) for (const text of texts) expect(text).toBeLessThanOrEqual(rect)
    await cell('渋谷 載っていません').click()
    await page.waitForURL('**/municipalities/shibuya-ku/')
  })
  test('the search filters by people, help and field', async () => {
    const page = await open('/search/?q=介護', DESKTOP)
    await answered(page, '介護')
    const choice = page.getByRole('checkbox', { name: /資格の取得/ })
    const count = Number(await choice.locator('xpath=..').locator('[data-count]').textContent())
    await choice.check()
    await page.getByRole('button', { name: '資格の取得の絞り込みをやめる' }).waitFor()
    expect(page.url()).toContain('help=qualification')
    expect(await results(page)).toHaveLength(count)
  })
})

describe('the handout', () => {
  test('programmes picked on any page go along in the address, and are set side by side', async () => {
    const page = await open('/projects/', DESKTOP)
    await page.locator('[data-pick="2021-11"]').click()
    expect(await page.locator('[data-pick="2021-11"]').getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('link', { name: '区市町村', exact: true }).first().click()
    await page.getByRole('link', { name: '中央区', exact: true }).first().click()
    await page.waitForURL('**/municipalities/chuo-ku/?picks=2021-11')
    await page.locator('[data-pick="2021-m01"]').click()
    const search = page.getByRole('searchbox')
    await search.fill('新島')
    await search.press('Enter')
    await answered(page, '新島')
    await page.locator('[data-pick="2021-31"]').click()
    expect(await page.getByText('控えに3事業').isVisible()).toBe(true)
    await page.getByRole('link', { name: '並べて見る・印刷する' }).click()
    await page.waitForURL('**/handout/?ids=2021-11,2021-m01,2021-31')
    await page.locator('#handout > li').nth(2).waitFor()
    const shown = (): Promise<(string | null)[]> =>
      page
        .locator('[data-handout^="2021"]')
        .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-handout')))
    expect(await shown()).toEqual(['2021-11', '2021-m01', '2021-31'])

    await page.getByRole('button', { name: 'を前へ' }).nth(2).click()
    await page.keyboard.press('Enter')
    expect(await shown()).toEqual(['2021-31', '2021-11', '2021-m01'])
    await page.getByRole('button', { name: 'を外す' }).nth(1).click()
    expect(await shown()).toEqual(['2021-31', '2021-m01'])
    expect(await page.getByRole('status').first().textContent()).toContain('外しました。2事業を選んでいます。')
    await page.getByRole('button', { name: '横に並べて比べる' }).click()
    expect(page.url()).toContain('/handout/?ids=2021-31,2021-m01&compare')
    const tops = await page
      .locator('.handout__contact')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top))
    expect(tops[0]).toBe(tops[1])
    await page.reload()
    await page.locator('#handout.is-compared > li').nth(1).waitFor()
  }, 90_000)
  test('is made, ordered and left by keyboard alone', async () => {
    const page = await open('/projects/2021-11/', DESKTOP)
    const reach = async (name: string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => {
          const element = document.activeElement
          const box = element?.getBoundingClientRect()
          const isSeen = box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight
          return { name: element?.getAttribute('aria-label') ?? element?.textContent ?? '', isSeen }
        })
        if (!focused.name.includes(name)) continue
        expect(focused.isSeen).toBe(true)
        return
      }
      throw new Error(`Tab does not reach ${name}.`)
    }
    await reach('控えに入れる')
    await page.keyboard.press('Space')
    await reach('並べて見る・印刷する')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/handout/?ids=2021-11')
    await page.locator('#handout > li').first().waitFor()
    await reach('を外す')
    await page.keyboard.press('Enter')
    await page.getByText('まだ何も選んでいません。').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('事業の一覧から選ぶ')
  })
  test('names an id that is none', async () => {
    const page = await open('/handout/?ids=2021-11,2099-01')
    await page.locator('#handout > li').first().waitFor()
    expect(await page.locator('#handout-status').textContent()).toBe(
      '2099-01 という事業はありません。1事業を選んでいます。',
    )
  })
  test('a card that cannot be fetched now stays in the address, and is named', async () => {
    const page = await open('/handout/')
    await page.route('**/embed/2021-02/', (route) => route.fulfill({ status: 503 }))
    await page.goto('/handout/?ids=2021-11,2021-02')
    await page.locator('#handout > li').first().waitFor()
    expect(await page.locator('#handout-status').textContent()).toBe(
      '2021-02 を読み込めませんでした。通信を確かめて、もう一度開いてください。2事業を選んでいます。',
    )
    expect(page.url()).toContain('ids=2021-11,2021-02')
    await page.getByRole('link', { name: '集計' }).click()
    await page.waitForURL('**/totals/?picks=2021-11,2021-02')
  })
  test('going back goes back with what was picked', async () => {
    const page = await open('/search/?q=介護', DESKTOP)
    await answered(page, '介護')
    await page.locator('[data-pick]').first().click()
    await page.getByLabel('並べる順').selectOption('amount')
    await page.waitForURL('**sort=amount**')
    await page.locator('[data-pick]').nth(1).click()
    await page.getByText('控えに2事業').waitFor()
    await page.goBack()
    await page.getByText('控えに2事業').waitFor()
    expect(new URL(page.url()).searchParams.get('picks')?.split(',')).toHaveLength(2)
  })
  test('what is picked on a programme is there on the list that is gone back to, and what is put back is not', async () => {
    const page = await open('/search/?q=介護', DESKTOP)
    await answered(page, '介護')
    await page.locator('[data-pick]').first().click()
    await page.locator('#results li').nth(1).getByRole('link').first().click()
    await page.waitForURL('**/projects/**')
    await page.locator('main [data-pick]').first().click()
    await page.getByText('控えに2事業').waitFor()
    await page.goBack()
    await answered(page, '介護')
    await page.getByText('控えに2事業').waitFor()
    expect(new URL(page.url()).searchParams.get('picks')?.split(',')).toEqual((await results(page)).slice(0, 2))
    await page.goForward()
    await page.locator('main [data-pick]').first().click()
    await page.goBack()
    await page.getByText('控えに1事業').waitFor()
  })
  test('what is picked beyond a handout, or before the site was left, is there on what is gone back to', async () => {
    const page = await open('/search/?q=介護', DESKTOP)
    await answered(page, '介護')
    await page.locator('[data-pick]').first().click()
    await page.getByRole('link', { name: '並べて見る・印刷する' }).click()
    await page.locator('#handout > li').first().waitFor()
    await page.locator('#handout-more').click()
    const other = page.locator('main [data-pick][aria-pressed=false]').first()
    await other.click()
    await page.getByText('控えに2事業').waitFor()
    await page.goBack()
    await page.locator('#handout > li').first().waitFor()
    await page.goBack()
    await answered(page, '介護')
    await page.getByText('控えに2事業').waitFor()
    await page.goto('/about/')
    expect(page.url()).not.toContain('picks=')
    await page.goBack()
    await answered(page, '介護')
    await page.getByText('控えに2事業').waitFor()
  })
  test('what was put back does not return by a link that had taken it along', async () => {
    const page = await open('/projects/2021-11/', DESKTOP)
    const pick = page.locator('main [data-pick]').first()
    await pick.click()
    const link = page.getByRole('link', { name: '区市町村', exact: true }).first()
    await link.click({ modifiers: ['ControlOrMeta'] })
    expect(await link.getAttribute('href')).toContain('picks=2021-11')
    await pick.click()
    await link.click()
    await page.waitForURL('**/municipalities/')
    expect(page.url()).not.toContain('picks=')
  })
  test('prints the cards and nothing else', async () => {
    const page = await open('/handout/?ids=2021-11,2021-31', DESKTOP)
    await page.locator('#handout > li').nth(1).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('link', { name: '電話 03-3411-6662' }).isVisible()).toBe(true)
    expect(await page.getByRole('img', { name: 'QRコード' }).count()).toBe(2)
  })
  test('without script says that it needs it, and pages show no button that does nothing', async () => {
    const page = await open('/handout/', { ...PHONE, javaScriptEnabled: false })
    expect(await page.locator('main').textContent()).toContain('控えを作るにはJavaScriptが要ります。')
    await page.goto('/projects/2021-11/')
    expect(await page.getByRole('button', { name: '控えに入れる' }).count()).toBe(0)
    await page.getByText('リンク、引用、埋め込み、QRコード').click()
    expect(await page.getByText('/projects/2021-11/', { exact: false }).first().isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: '写す' }).count()).toBe(0)
  })
})

describe('the staff kit', () => {
  test('its snippet for embedding shows the card in a bare page of any width', async () => {
    const page = await open('/projects/2021-11/', DESKTOP)
    const snippet = (await page.locator('#snippet-embed').textContent()) ?? ''
    const bare = `<div style="width:300px">${snippet.replace('http://localhost:4321', address()).replace('loading="lazy"', '')}</div>`
    await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: bare }))
    await page.goto('/bare')
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { level: 1 }).waitFor()
    expect(await frame.getByRole('link', { name: '電話 03-3411-6662' }).isVisible()).toBe(true)
    expect(await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0)
  })
  test('a button copies a snippet', async () => {
    const page = await open('/projects/2021-11/', { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByText('リンク、引用、埋め込み、QRコード').click()
    await page.locator('[data-copy="snippet-markdown"]').click()
    await page.getByText('写しました').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await page.locator('#snippet-markdown').textContent(),
    )
  })
})

describe('in print', () => {
  test('a project shows its phone, and no navigation', async () => {
    const page = await open('/projects/2021-16/', DESKTOP)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('link', { name: '電話 03-3800-8710' }).isVisible()).toBe(true)
    expect(await page.getByRole('navigation', { name: 'サイト内' }).isVisible()).toBe(false)
    expect(await page.getByRole('heading').allInnerTexts()).toEqual(['若年者就労支援事業'])
    expect(await page.getByRole('img', { name: 'このページを開くQRコード' }).isVisible()).toBe(true)
    expect(await page.locator('.handout').textContent()).toMatch(/荒川区\s*（あらかわく）[\s\S]*令和3年度の計画/)
  })
  test('results take the whole width of the paper, also where it lies on its side', async () => {
    const page = await open('/search/?q=若者', DESKTOP)
    await answered(page, '若者')
    const width = () => page.locator('#results').evaluate((list) => list.getBoundingClientRect().width)
    const beside = await width()
    await page.emulateMedia({ media: 'print' })
    expect(await width()).toBeGreaterThan(beside)
  })
  test('results say what was asked for', async () => {
    const page = await open('/search/?q=せたがや 若者&place=setagaya-ku', DESKTOP)
    await answered(page, 'せたがや 若者')
    const before = () => page.locator('#results').evaluate((list) => getComputedStyle(list, '::before').content)
    expect(await before()).toBe('none')
    await page.emulateMedia({ media: 'print' })
    expect(await before()).toContain('若者')
    const chips = page.locator('#chips li:visible')
    expect(await chips.allTextContents()).toEqual(['世田谷区'])
    expect(await page.getByText('「せたがや」を「世田谷区」として検索しました。').isVisible()).toBe(true)
    expect(await page.getByText('元の言葉で探す').isVisible()).toBe(false)
    const mark = await chips.locator('button').evaluate((chip) => getComputedStyle(chip, '::after').content)
    expect(mark).toBe('none')
    await page.goto('/search/')
    await answered(page, '')
    expect(await before()).toBe('none')
  })
  test('results say their order where it was chosen, and show no button', async () => {
    const page = await open('/search/?q=若者&sort=amount', DESKTOP)
    await answered(page, '若者')
    await page.emulateMedia({ media: 'print' })
    const tools = page.locator('#result-tools')
    expect(await tools.locator('label').innerText()).toContain('並べる順')
    expect(await tools.getByRole('button').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await page.getByLabel('並べる順').selectOption('relevance')
    await page.emulateMedia({ media: 'print' })
    expect(await tools.isVisible()).toBe(false)
  })
  test('every project fits on one page of A4', async () => {
    const page = await open('/', DESKTOP)
    const pagesOf = async (id: string): Promise<number> => {
      await page.goto(`/projects/${id}/`)
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
      return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
    }
    const ids = readdirSync(join(SITE, 'projects'), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    )
    const counts: Record<string, number> = {}
    for (const id of ids) counts[id] = await pagesOf(id)
    expect(counts).toEqual(Object.fromEntries(ids.map((id) => [id, 1])))
  })
})
