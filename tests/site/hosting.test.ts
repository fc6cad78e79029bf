import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readData } from '../../scripts/read-data.ts'
import { listen, staticServer } from '../../scripts/static-server.ts'
import { writeLinks, type LinkCheck } from '../../src/register/links.ts'
import { SITE } from '../support/build-site.ts'
import { launchChromium } from '../support/chromium.ts'
import { collectFaults } from '../support/faults.ts'
import { pageKinds } from '../support/kinds.ts'
import { brokenLinks } from '../support/links.ts'
import { TEST_DATA } from '../support/test-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'hosting-'))
const below = join(folder, 'site')
const KINDS = pageKinds(SITE)
let browser: Browser

const { catalogue } = await readData()
const pages = [...new Map(catalogue?.projects.map(({ id, url }) => [url ?? '', id])).entries()]
  .filter(([url]) => url !== '')
  .map(([url, id]) => ({ url, id }))
const [gone, moved, fine, unasked] = pages
/** Three of the programmes' own pages, as they were found in a month. */
const checks: LinkCheck[] = [
  { url: gone?.url ?? '', checked: '2026-11-02', result: 'missing', status: 404, movedTo: null },
  {
    url: moved?.url ?? '',
    checked: '2026-11-02',
    result: 'moved',
    status: 200,
    movedTo: 'https://example.jp/?a=1&b=<',
  },
  { url: fine?.url ?? '', checked: '2026-11-02', result: 'ok', status: 200, movedTo: null },
]

beforeAll(async () => {
  const data = join(folder, 'data')
  cpSync(TEST_DATA, data, { recursive: true })
  writeFileSync(
    join(data, 'site.csv'),
    'key,value\naddress,https://example.lg.jp/jinzai/\nmail,a@example.lg.jp\npublisher,〇〇区<産業課>\n',
  )
  writeFileSync(join(data, 'links.csv'), writeLinks(checks))
  // What the machine calls by these names is not ours.
  const others = {
    BASE_URL: '/elsewhere/',
    SITE: 'https://elsewhere.example/',
    SITE_PUBLISHER: 'elsewhere',
    MODE: 'elsewhere',
  }
  const env = { ...process.env, ...others, CATALOGUE_DATA: data, CATALOGUE_OUT: below }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], { encoding: 'utf8', env })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

/** Types a word into the search of a page, as a reader does, and waits for what is found. */
async function searchFor(page: Page, word: string): Promise<void> {
  await page.getByRole('searchbox').first().pressSequentially(word)
  await page.locator('.search-panel a').first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator(`#results[data-query="${word}"] [data-project-id]`).first().waitFor()
}

describe.each([
  ['at the top of a host', SITE, '/'],
  ['below another site', below, '/jinzai/'],
])('served %s', (_, site, base) => {
  const server = staticServer(site, base)
  let origin = ''
  beforeAll(async () => {
    origin = await listen(server, 0)
  })
  afterAll(() => server.close())
  const at = (path: string): string => `${origin}${base.replace(/\/$/, '')}${path}`

  test('a page of every kind, the search and the handout break no policy, and ask nothing of another place', async () => {
    const context = await browser.newContext({ locale: 'ja-JP' })
    const faults = collectFaults(context, at('/'))
    const page = await context.newPage()
    for (const kind of KINDS) await page.goto(at(kind))
    await page.goto(at('/totals/'))
    await searchFor(page, '介護')
    expect(page.url().startsWith(at('/search/?q='))).toBe(true)
    await page.locator('[data-pick]').first().click()
    await page.locator('#results a').first().click()
    await page.waitForURL(at('/projects/*/**'))
    await page.getByRole('link', { name: '並べて見る・印刷する' }).click()
    await page.locator('#handout > li').first().waitFor()
    expect(faults).toEqual([])

    // What the policy forbids is seen as a fault.
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">')
    })
    await expect.poll(() => faults).toContainEqual(expect.stringContaining('Content Security Policy'))
    await context.close()
  }, 120_000)

  test('an address that is none shows the page for it, with its styles', async () => {
    const page = await browser.newPage()
    const answer = await page.goto(at('/nowhere/at/all/'))
    expect(answer?.status()).toBe(404)
    await page.getByRole('heading', { name: 'ページが見つかりません' }).waitFor()
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
    await page.close()
  })

  test('nothing but a card can stand in a frame of another site', async () => {
    const frames = KINDS.map((kind) => `<iframe src="${at(kind)}"></iframe>`).join('')
    const other = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(frames))
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(await listen(other, 0), { waitUntil: 'networkidle' })
    const shown = page.frames().flatMap((frame) => (frame.url().startsWith(at('/')) ? [frame.url()] : []))
    expect(shown).toEqual(KINDS.flatMap((kind) => (kind.startsWith('/embed/') ? [at(kind)] : [])))
    expect(shown).not.toEqual([])
    await context.close()
    other.close()
  })
})

describe('the site below another', () => {
  test('has no link, fragment, or address for machines that leads nowhere', async () => {
    const { checked, broken } = await brokenLinks(below, 'https://example.lg.jp/jinzai/')
    expect(broken).toEqual([])
    expect(checked).toBeGreaterThan(KINDS.length)
  })
  test('has its headers for addresses there', () => {
    expect(readFileSync(join(below, '_headers'), 'utf8')).toContain('\n/jinzai/assets/*\n')
  })
  test('names no address of this computer, and gives its permanent ones', () => {
    const texts = globSync('**/*.{html,xml,txt,json,ndjson,csv,js}', { cwd: below })
    const naming = texts.filter((file) => readFileSync(join(below, file), 'utf8').match(/localhost|elsewhere/))
    expect(naming).toEqual([])
    expect(readFileSync(join(below, 'projects/2021-11/index.html'), 'utf8')).toContain(
      '<link rel="canonical" href="https://example.lg.jp/jinzai/projects/2021-11/">',
    )
  })
  test('says who publishes it on every page, and where to write', () => {
    const html = (path: string): string => readFileSync(join(below, path), 'utf8')
    for (const kind of KINDS.filter((path) => !path.startsWith('/embed/')))
      expect(html(`${kind}index.html`)).toContain('〇〇区&lt;産業課&gt;')
    expect(html('about/index.html')).toContain('href="mailto:a@example.lg.jp"')
    expect(readFileSync(join(SITE, 'about/index.html'), 'utf8')).toContain(
      '公開している人や団体の名前は、まだ書かれていません。',
    )
  })
})

describe('beside the address of its own page, a programme', () => {
  const contact = (id = ''): string =>
    readFileSync(join(below, `projects/${id}/index.html`), 'utf8')
      .split('<h2 id="contact">')[1]
      ?.split('</section>')[0] ?? ''
  test('says in which month it could not be confirmed, and why', () => {
    expect(contact(gone?.id)).toContain('2026年11月に確認できませんでした（ページがない、という答えでした）。')
  })
  test('says where it has moved', () => {
    expect(contact(moved?.id)).toContain('別のアドレスに移っています（2026年11月）。')
    expect(contact(moved?.id)).toContain('href="https://example.jp/?a=1&amp;b=<"')
  })
  test.each([fine, unasked])('says nothing where all is well, or nobody has asked: $id', (page) => {
    expect(contact(page?.id)).toContain(page?.url)
    expect(contact(page?.id)).not.toMatch(/確認できませんでした|移っています/)
  })
})

test('the local server serves the site where its address says, and prints that', async () => {
  const env = { ...process.env, CATALOGUE_DATA: join(folder, 'data'), CATALOGUE_OUT: below, PORT: '0' }
  const child = spawn(process.execPath, ['scripts/serve.ts'], { env })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const address = /^(http:\/\/localhost:\d+\/jinzai\/) で見られます。/.exec(line.toString())?.[1] ?? ''
  expect((await fetch(`${address}projects/`)).status).toBe(200)
  child.kill()
  await once(child, 'exit')
})

test('the server answers only below its base, and sends folders to their whole address', async () => {
  const server = staticServer(below, '/jinzai/')
  const origin = await listen(server, 0)
  const ask = async (path: string): Promise<string> => {
    const { status, headers } = await fetch(origin + path, { redirect: 'manual' })
    return `${status} ${headers.get('location') ?? ''}`.trim()
  }
  expect(await ask('/')).toBe('404')
  expect(await ask('/projects/')).toBe('404')
  expect(await ask('/jinzai')).toBe('301 /jinzai/')
  expect(await ask('/jinzai/projects')).toBe('301 /jinzai/projects/')
  expect(await ask('/jinzai/projects/')).toBe('200')
  expect(await ask('/jinzai/%2e%2e/data/site.csv')).toBe('404')
  expect(await ask('/jinzai/..%2fdata/site.csv')).toBe('404')
  expect(await ask('/jinzai/%')).toBe('404')
  expect(await ask('/jinzai/a%00b')).toBe('404')
  server.close()
})
