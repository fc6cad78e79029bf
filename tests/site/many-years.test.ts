import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepStandIns, makeData } from '../../scripts/bench-data.ts'
import { picturesOf } from '../../scripts/draw-pictures.ts'
import { readData, type Data } from '../../scripts/read-data.ts'
import { withTag } from '../../src/catalogue/catalogue.ts'
import { answered, PHONE, results, useSite } from '../support/browse.ts'
import { SITE } from '../support/build-site.ts'

// So many invented programmes that lists do not fit on one page.
const folder = mkdtempSync(join(tmpdir(), 'years-'))
const [data, site, pictures] = [join(folder, 'data'), join(folder, 'site'), join(folder, 'pictures')]
const { newPage } = useSite(site)
let catalogue: NonNullable<Data['catalogue']>

beforeAll(async () => {
  await makeData(data, 700)
  const read = await readData(data)
  if (read.catalogue === null) throw new Error('The invented data has errors.')
  catalogue = read.catalogue
  process.env['CATALOGUE_PICTURES'] = pictures
  await keepStandIns(picturesOf(catalogue), [join(SITE, 'pictures', 'site.png')])
  const { stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CATALOGUE_DATA: data, CATALOGUE_OUT: site },
  })
  expect(stderr).toBe('')
}, 120_000)
afterAll(() => {
  delete process.env['CATALOGUE_PICTURES']
  rmSync(folder, { recursive: true })
})

const html = (path: string): string => readFileSync(join(site, path, 'index.html'), 'utf8')
const idsOn = (path: string): string[] =>
  [...html(path).matchAll(/data-project-id="([^"]+)"/g)].map(([, id = '']) => id)
/** A list's page, and those of its years. */
const pagesOf = (path: string): string[] => [
  path,
  ...globSync(`${path}/[0-9][0-9][0-9][0-9]/index.html`, { cwd: site }).map((file) => file.replace(/.index.html$/, '')),
]

describe('a catalogue of many years', () => {
  test('has a page for each year before the newest; together they hold every programme once', () => {
    expect(pagesOf('projects')).toHaveLength(catalogue.sheets.length)
    expect(pagesOf('projects').flatMap(idsOn).sort()).toEqual(catalogue.projects.map(({ id }) => id).sort())
  })
  test('lists every programme of each group and tag, on its page or on those of its years', () => {
    for (const key of ['workforce', 'conditions'])
      expect(pagesOf(`categories/${key}`).flatMap(idsOn)).toHaveLength(
        catalogue.projects.filter(({ category }) => category === key).length,
      )
    for (const tag of catalogue.tags) {
      const having = withTag(catalogue.projects, tag)
      expect(new Set(pagesOf(`tags/${tag.key}`).flatMap(idsOn)), tag.key).toEqual(new Set(having.map(({ id }) => id)))
    }
  })
  test('has the totals of each year', () => {
    for (const { entry } of catalogue.sheets.slice(1))
      expect(html(`totals/${entry.fiscalYear}`)).toContain(`id="plots-${entry.fiscalYear}"`)
    expect(html('totals')).toContain(`href="/totals/${catalogue.sheets[1]?.entry.fiscalYear ?? ''}/"`)
  })
  test('has no link that leads nowhere, and no two pages of one title', () => {
    const titles = new Set<string>()
    const files = globSync('**/*.html', { cwd: site }).filter((file) => !file.startsWith('embed'))
    const targets = new Set<string>()
    for (const file of files) {
      const page = readFileSync(join(site, file), 'utf8')
      titles.add(/<title>(.*?)<\/title>/.exec(page)?.[1] ?? '')
      for (const [, target = ''] of page.matchAll(/ (?:href|src)="(\/[^"#?]*)/g))
        targets.add(decodeURIComponent(target))
    }
    expect(titles.size).toBe(files.length)
    expect([...targets].filter((target) => !existsSync(join(site, target)))).toEqual([])
  })
  test('has no page that grows with the years', () => {
    const heavy = globSync('**/*.html', { cwd: site }).filter((file) => statSync(join(site, file)).size > 250_000)
    // What the search keeps whole stands on its page for those without script.
    expect(heavy.filter((file) => !file.startsWith('search'))).toEqual([])
  })
  test('shows many results by and by, on paper says how many more there are, and Back finds as many', async () => {
    const { page } = await newPage()
    await page.goto('/search/?q=介護')
    const items = results(page)
    await answered(page, '介護')
    const seen = await items.count()
    const found = Number(/^\d+/.exec((await page.locator('#result-count').textContent()) ?? '')?.[0])
    expect(found).toBeGreaterThan(seen * 2)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText(`ここまで${seen}事業。残りは${found - seen}事業です。`).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'さらに' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: `さらに${seen}事業を表示する` }).click()
    await items.nth(seen * 2 - 1).waitFor()
    expect(await page.locator('#left').textContent()).toBe(
      `ここまで${seen * 2}事業。残りは${found - seen * 2}事業です。`,
    )
    await items.nth(seen).getByRole('link').first().click()
    await page.waitForURL('**/projects/**')
    await page.goBack()
    await items.nth(seen * 2 - 1).waitFor()
    await page.locator('#q').fill('福祉')
    await answered(page, '福祉')
    expect(await items.count()).toBeLessThanOrEqual(seen)
  })
  test('leaves no result unmarked where more are asked for in the moment of the answer', async () => {
    const { page } = await newPage(PHONE)
    await page.goto('/search/')
    await answered(page, '')
    await page.evaluate(() => {
      const list = document.querySelector('#results')
      if (list === null) return
      new MutationObserver((_, observer) => {
        observer.disconnect()
        document.querySelector<HTMLButtonElement>('#more')?.click()
      }).observe(list, { attributeFilter: ['data-query'] })
    })
    await page.locator('#q').fill('介護')
    await answered(page, '介護')
    expect(await page.locator('#left').textContent()).toContain(`ここまで${await results(page).count()}事業`)
    expect(await results(page).count()).toBeGreaterThan(10)
    expect(await page.locator('#results li:not(:has(mark))').count()).toBe(0)
    expect(await page.locator('#results .is-coming').count()).toBe(0)
  })
})
