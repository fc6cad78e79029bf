import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSheet } from '../../scripts/add-sheet.ts'
import { readPlanSheet } from '../../src/plansheet/index.ts'
import { useSite } from '../support/browse.ts'
import { HOSTILE, hostileSheet } from '../support/hostile-sheet.ts'
import { register } from '../support/register.ts'
import { TEST_DATA } from '../support/test-data.ts'

// A sheet whose every text tries to do harm, in a data folder and a site of its own.
const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
const data = join(folder, 'data')
const site = join(folder, 'site')
const { newPage, address } = useSite(site)

beforeAll(async () => {
  cpSync(TEST_DATA, data, { recursive: true })
  writeFileSync(join(folder, 'hostile.csv'), hostileSheet())
  const { isWritten } = await addSheet(join(folder, 'hostile.csv'), {
    folder: data,
    source: HOSTILE.handler,
    obtained: '2026-11-22',
    revise: false,
  })
  expect(isWritten).toBe(true)
  writeFileSync(
    join(data, 'corrections.csv'),
    `id,field,printed,corrected,reason,evidence,date\n${Papa.unparse([
      ['2022-m01', 'contact.note', '', HOSTILE.script, HOSTILE.handler, HOSTILE.formula, '2026-11-22'],
    ])}\n`,
  )
  const { stderr, status } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CATALOGUE_DATA: data, CATALOGUE_OUT: site },
  })
  expect([status, stderr]).toEqual([0, ''])
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const IDS = Object.keys(HOSTILE).map((_, index) => `2022-m${String(index + 1).padStart(2, '0')}`)
const texts = Object.values(HOSTILE)
const CONTROL = /(?![\t\n\r])\p{Cc}/gu
const file = (path: string): string => readFileSync(join(site, path), 'utf8')

/** Opens a page and sees whether anything of the sheet ran, or went to another host. */
async function watched(act: (page: Page) => Promise<void>): Promise<string[]> {
  const { page, faults } = await newPage({ viewport: { width: 360, height: 740 } })
  page.on('request', (request) => {
    if (!request.url().startsWith(address()) && !request.url().startsWith('blob:')) faults.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('dialog', (dialog) => faults.push(dialog.message()))
  await act(page)
  const ran = await page.evaluate(() => (window as { hostile?: number }).hostile ?? null)
  if (ran !== null) faults.push(`ran: ${String(ran)}`)
  await page.close()
  return faults
}

test('an office that is none is refused, with its line', () => {
  const sheet = hostileSheet().replaceAll('産業課', '<b>産業</b>')
  const { issues } = readPlanSheet(sheet, 'h.csv', register)
  expect(issues.some(({ level, code }) => level === 'error' && code === 'department')).toBe(true)
})

describe('pages', () => {
  test.each([
    '/projects/',
    ...IDS.map((id) => `/projects/${id}/`),
    ...IDS.slice(0, 4).map((id) => `/embed/${id}/`),
    '/municipalities/minato-ku/',
    '/categories/',
    '/about/',
    '/data/',
    '/totals/',
    `/handout/?ids=${IDS.slice(0, 4).join(',')}&compare`,
  ])('%s runs nothing and stays within the screen', async (path) => {
    const faults = await watched(async (page) => {
      await page.goto(path)
      expect(await page.locator('main img[src=x], main svg[onload], main template').count()).toBe(0)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(360)
    })
    expect(faults).toEqual([])
  })
  test('show every text as it is printed, with a mark for what HTML cannot hold', async () => {
    const { page } = await newPage()
    for (const [index, id] of IDS.entries()) {
      await page.goto(`/projects/${id}/`)
      expect((await page.locator('h1').textContent())?.trim(), id).toBe(texts[index]?.replace(CONTROL, '\uFFFD'))
    }
    await page.close()
  })
  test('hold no control character', () => {
    const pages = globSync('**/*.html', { cwd: site })
    expect(pages.filter((path) => file(path).search(CONTROL) >= 0)).toEqual([])
  })
  test('a text that turns the direction of writing does not turn what stands beside it', async () => {
    const { page } = await newPage()
    await page.goto(`/projects/`)
    const link = page.locator(`[data-project-id="${IDS[texts.indexOf(HOSTILE.rightToLeft)] ?? ''}"] a`).first()
    expect(await link.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate')
    await page.close()
  })
})

test('the search marks and shows what it finds, and runs nothing', async () => {
  const faults = await watched(async (page) => {
    for (const query of ['港区', 'script', '支援', 'HYPERLINK', '<img src=x onerror=window.hostile=4>']) {
      await page.goto(`/search/?q=${encodeURIComponent(query)}`)
      await page.locator(`#results[data-query="${query.replaceAll('"', '\\"')}"]`).waitFor()
    }
    await page.goto(`/search/?q=${encodeURIComponent('港区 script')}`)
    await page.locator('#results [data-project-id="2022-m01"] mark').first().waitFor()
  })
  expect(faults).toEqual([])
})

test('the data in pages for machines are JSON, and hold the texts as printed', () => {
  for (const path of globSync('**/*.html', { cwd: site })) {
    for (const [, data = ''] of file(path).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
      expect(() => JSON.parse(data) as unknown, path).not.toThrow()
  }
  IDS.forEach((id, index) => {
    const [, first = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(file(`projects/${id}/index.html`)) ?? []
    expect((JSON.parse(first) as { name: string }).name).toBe(texts[index])
  })
})

test('CSVs hold the texts: for programs as printed, for people so that no spreadsheet runs them', () => {
  const rows = (path: string) => Papa.parse<string[]>(file(path).replace('\uFEFF', ''), { skipEmptyLines: true }).data
  const [head = [], ...programs] = rows('data/projects.csv')
  const name = head.indexOf('name')
  for (const row of programs) expect(row).toHaveLength(head.length)
  expect(programs.filter(([id]) => IDS.includes(id ?? '')).map((row) => row[name])).toEqual(texts)
  const paths = globSync('data/**/{projects-ja,shien-seido,gif-seido}.csv', { cwd: site })
  expect(paths.length).toBeGreaterThan(62)
  for (const path of paths)
    for (const cell of rows(path).flat()) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]|^\p{Cc}/u)
})

test('feeds and sitemaps are well-formed, and JSON is JSON', async () => {
  const { page } = await newPage()
  await page.goto('/')
  for (const path of globSync('**/*.xml', { cwd: site })) {
    const fault = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? null,
      file(path),
    )
    expect(fault, path).toBeNull()
  }
  await page.close()
  for (const path of globSync('**/*.{json,jsonld}', { cwd: site }))
    expect(() => JSON.parse(file(path)) as unknown, path).not.toThrow()
  expect(globSync('**/feed.xml', { cwd: site }).length).toBeGreaterThan(62)
})

test('QR codes are drawings without script, and every project has its picture', () => {
  for (const id of IDS) {
    expect(file(`projects/${id}/qr.svg`)).not.toMatch(/<script|onload|onerror|href/)
    expect(
      readFileSync(join(site, 'pictures', `${id}.png`))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  }
})

test('an address of the sheet leads only to http(s)', () => {
  const links = globSync('{projects,embed}/**/*.html', { cwd: site }).flatMap((path) =>
    [...file(path).matchAll(/href="([a-z]+):/gi)].map(([, scheme]) => scheme),
  )
  expect([...new Set(links)].sort()).toEqual(
    ['http', 'https', 'mailto', 'tel'].filter((scheme) => links.includes(scheme)),
  )
  const sheet = hostileSheet().replaceAll('https://www.city.minato.tokyo.jp/', 'javascript://www.city.minato.tokyo.jp/')
  const { issues } = readPlanSheet(sheet, 'h.csv', register)
  expect(issues.some(({ level, code }) => level === 'error' && /url|address/.test(code))).toBe(true)
})
