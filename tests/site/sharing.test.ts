import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import jsQr from 'jsqr'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readData } from '../../scripts/read-data.ts'
import { SITE } from '../support/build-site.ts'

const { catalogue, site } = await readData()
if (catalogue === null || site === null) throw new Error('The data folder has errors.')

const html = (path: string): string => readFileSync(join(SITE, path), 'utf8')
const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const between = (text: string, start: string, end: string): string => text.split(start)[1]?.split(end)[0] ?? ''
const machines = (page: string): Record<string, unknown>[] =>
  [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
  )

describe.each(catalogue.projects)('the page of $id', (project) => {
  const page = html(`projects/${project.id}/index.html`)
  const address = `${site.address}projects/${project.id}/`

  test('gives its permanent address, a link, a citation and a frame', () => {
    const snippet = (key: string): string => unescape(between(page, `<code id="snippet-${key}">`, '</code>'))
    expect(page).toContain(`<link rel="canonical" href="${address}">`)
    expect(snippet('address')).toBe(address)
    expect(snippet('citation')).toContain(address)
    expect(snippet('html')).toMatch(new RegExp(`^<a href="${address}">[^<]*令和3年度の計画）</a>$`))
    expect(snippet('markdown')).toMatch(/^\[.*\]\(http.*\)$/)
    expect(snippet('embed')).toContain(`src="${site.address}embed/${project.id}/"`)
  })
  test('says to machines who offers it where, and whom to call', () => {
    const [service, breadcrumb] = machines(page)
    expect(service).toMatchObject({
      '@type': 'GovernmentService',
      '@id': address,
      identifier: project.id,
      description: project.summary.join('\n'),
      areaServed: { name: project.municipality.name, identifier: project.municipality.code },
      provider: { name: project.municipality.name, department: { name: project.contact.department } },
      availableChannel: { servicePhone: { telephone: `+81-${project.contact.phone.slice(1)}` } },
    })
    expect(breadcrumb).toMatchObject({ '@type': 'BreadcrumbList' })
    expect((breadcrumb?.['itemListElement'] as { item: string }[]).at(-1)?.item).toBe(address)
  })
  test('is light: HTML and styles come in one round trip', async () => {
    const { brotliCompressSync } = await import('node:zlib')
    const styles = globSync('assets/*.css', { cwd: SITE }).map((file) => readFileSync(join(SITE, file)))
    const bytes = [Buffer.from(page), ...styles].reduce((sum, file) => sum + brotliCompressSync(file).length, 0)
    expect(bytes).toBeLessThan(14_000)
  })
  test('has a QR code that a camera reads as its address', async () => {
    const { data, info } = await sharp(join(SITE, 'projects', project.id, 'qr.svg'))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(jsQr(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address)
  })
  test('has a QR code of its address, a picture, and a card without script', () => {
    expect(html(`projects/${project.id}/qr.svg`)).toMatch(/^<svg[^>]*>/)
    expect(page).toContain(`<meta property="og:image" content="${site.address}pictures/${project.id}.png">`)
    const card = html(`embed/${project.id}/index.html`)
    expect(card).not.toContain('<script')
    expect(card).toContain('<base target="_blank">')
    expect(card).toContain(`href="tel:${project.contact.phone.replaceAll('-', '')}"`)
    for (const paragraph of project.summary) expect(unescape(card)).toContain(paragraph)
  })
})

test('each picture for a shared link is 1200 × 630, and light', () => {
  const pictures = globSync('pictures/*.png', { cwd: SITE })
  expect(pictures).toHaveLength(1 + catalogue.municipalities.length + catalogue.projects.length)
  for (const picture of pictures) {
    const bytes = readFileSync(join(SITE, picture))
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
    expect(statSync(join(SITE, picture)).size).toBeLessThan(60_000)
  }
})
