import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readData } from '../../scripts/read-data.ts'
import { SITE } from '../support/build-site.ts'

const { catalogue } = await readData()
if (catalogue === null) throw new Error('The data folder has errors.')
const { projects, municipalities } = catalogue

const pages = globSync('**/*.html', { cwd: SITE }).map((file) => ({
  file,
  html: readFileSync(join(SITE, file), 'utf8'),
}))
const page = (file: string): string => readFileSync(join(SITE, file, 'index.html'), 'utf8')

/** The text that a page shows, with one space for any white space. */
const text = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

describe('the site', () => {
  test('has exactly one page for each project, and for each of the 62 municipalities', () => {
    const at = (folder: string): string[] =>
      globSync(`${folder}/*/index.html`, { cwd: SITE }).map((file) => dirname(file).split(/[\\/]/).at(-1) ?? '')
    expect(at('projects').sort()).toEqual(projects.map(({ id }) => id).sort())
    expect(at('municipalities').sort()).toEqual(municipalities.map(({ romaji }) => romaji).sort())
  })

  test('loads nothing from another host', () => {
    const loads =
      /<(?:script|img|iframe|source|video|audio)[^>]*src="https?:|<link(?! rel="canonical")[^>]*href="https?:|url\(["']?https?:|@import/
    const styles = globSync('**/*.{css,js}', { cwd: SITE }).map((file) => readFileSync(join(SITE, file), 'utf8'))
    expect(pages.filter(({ html }) => loads.test(html)).map(({ file }) => file)).toEqual([])
    expect(styles.filter((style) => loads.test(style))).toEqual([])
  })

  test('says on every page that shows a project which plan it is, and that one must ask', () => {
    const showing = pages.filter(({ html }) => html.includes('data-project-id=') || /projects\/\d{4}-/.test(html))
    expect(showing.length).toBeGreaterThan(projects.length)
    for (const { file, html } of showing) {
      expect(text(html), file).toContain('令和3年度（2021年4月から2022年3月まで）')
    }
  })

  test('runs no script but for the search box, copying and picking, and that is light', () => {
    const scripts = (html: string): string[] =>
      [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src = '']) => src)
    const own = ['search', 'handout', join('about', 'accessibility')].map((folder) => join(folder, 'index.html'))
    const showing = pages.filter(({ file }) => !own.includes(file) && !file.startsWith('embed'))
    const lists = new Set(showing.flatMap(({ html }) => scripts(html)))
    expect(lists.size).toBe(1)
    const bytes = [...lists].map((script) => brotliCompressSync(readFileSync(join(SITE, script))).length)
    expect(bytes.reduce((sum, length) => sum + length, 0)).toBeLessThan(2000)
    for (const { file, html } of pages)
      expect(html.replace(/<script[^>]*(?:src="[^"]+"|ld\+json")[^>]*>.*?<\/script>/gs, ''), file).not.toContain(
        '<script',
      )
  })

  test('allows no script or style within its markup', () => {
    for (const { file, html } of pages) {
      expect(html, file).toContain('http-equiv="Content-Security-Policy"')
      expect(html.replace(/<code[\s\S]*?<\/code>/g, ''), file).not.toMatch(/<[^>]* (?:style|on[a-z]+)="|<style/)
    }
  })

  test('names no element that HTML gives no role, and fills in no choice that HTML does not let a browser fill in', () => {
    for (const { file, html } of pages) {
      expect(html, file).not.toMatch(/<(?:pre|p|div|span|code)(?![^>]* role=)[^>]* aria-label/)
      expect(html, file).not.toMatch(/<input(?=[^>]* type="(?:checkbox|radio)")[^>]* autocomplete/)
    }
    expect(page('search')).toMatch(/<form [^>]*autocomplete="off"[^>]*> *<fieldset data-family/)
  })

  test('has one h1 and its language on every page, and a title of its own', () => {
    for (const { file, html } of pages) {
      expect(html.match(/<h1[\s>]/g), file).toHaveLength(1)
      expect(html, file).toContain(`<html lang="${file.startsWith('en') ? 'en' : 'ja'}">`)
    }
    const titles = pages.flatMap(({ file, html }) =>
      file.startsWith('embed') ? [] : [/<title>(.*?)<\/title>/.exec(html)?.[1]],
    )
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('spells no null and no broken value', () => {
    const broken = /undefined|NaN|\[object|Invalid|>null</
    expect(pages.filter(({ html }) => broken.test(html)).map(({ file }) => file)).toEqual([])
  })
})

describe('a project page', () => {
  test.each(projects)('$id shows every field of its record', (project) => {
    const shown = text(page(`projects/${project.id}`))
    const html = page(`projects/${project.id}`)
    for (const paragraph of project.summary) expect(shown).toContain(paragraph.replace(/\s+/g, ' '))
    if (project.name !== null) expect(shown).toContain(project.name)
    if (project.theme !== null) expect(shown).toContain(project.theme)
    expect(shown).toContain(project.municipality.name)
    expect(shown).toContain(project.categoryLabel)
    expect(shown).toContain(`${project.amountThousandYen.toLocaleString('en')}千円`)
    expect(shown).toContain(project.startMonthPrinted)
    expect(shown).toContain(project.contact.department)
    expect(html).toContain(`href="tel:${project.contact.phone.replaceAll('-', '')}"`)
    if (project.contact.extension !== null) expect(shown).toContain(`内線 ${project.contact.extension}`)
    if (project.contact.note !== null) expect(shown).toContain(project.contact.note)
    expect(html).toContain(project.url === null ? '計画書にURLの記載はありません。' : `href="${project.url}"`)
    for (const { from, to } of project.source.lines) expect(shown).toContain(`計画書データの${from}行目から${to}行目`)
  })

  test('says what was inferred, repaired, or is not there, where the value stands', () => {
    expect(text(page('projects/2021-12'))).toMatch(/建設業人材確保.*この行の事業名の欄は空です。.*推定しました。/)
    expect(text(page('projects/2021-19'))).toMatch(
      /2022年7月 （計画書の表記: 令和４年年７月） .*誤植とみて読みました。/,
    )
    expect(text(page('projects/2021-07'))).toContain('見出しは、このサイトが付けた説明です。')
    expect(text(page('projects/2021-22'))).toContain('計画書にあるリンク先と同じになることを確かめています。')
    expect(text(page('projects/2021-01'))).toContain('記載なし（計画書では「-」）')
    expect(text(page('projects/2021-31'))).toContain('0事業所 （計画書に「0」とあります）')
  })

  test('shows the amount in two ways', () => {
    expect(text(page('projects/2021-01'))).toContain('7,725千円 （772万5千円）')
  })

  test("shows the sheet's own lines", () => {
    expect(page('projects/2021-24')).toContain('A%B4%E4%BF%83%E9%8')
  })
})

describe('a municipality page', () => {
  test('sums its projects', () => {
    expect(text(page('municipalities/setagaya-ku'))).toContain('4事業 100,094千円')
  })
  test('without a programme says so, and leads to the neighbours that have one', () => {
    const shown = text(page('municipalities/shibuya-ku'))
    expect(shown).toContain('令和3年度の計画書に、渋谷区の事業は載っていません。')
    expect(page('municipalities/shibuya-ku')).toContain('href="/municipalities/setagaya-ku/"')
    expect(text(page('municipalities/ogasawara-mura'))).toContain('同じ航路の島に、事業が載っている所はありません。')
  })
})

test('the totals stand beside the printed ones, and agree', () => {
  const shown = text(page('totals'))
  expect(shown).toContain('区市町村の事業 事業額（千円） 603,931 603,931 一致')
  expect(shown).toContain('モデル事業 事業額（千円） 25,639 25,639 一致')
  expect(shown).not.toContain('不一致')
})

test('each plot stands beside a table of the same figures and their CSV, and the sums are the whole', () => {
  const html = page('totals')
  const files = globSync('totals/2021-*.csv', { cwd: SITE })
  expect(html.match(/<figure class="plot"/g)).toHaveLength(files.length)
  const sums: Record<string, number> = {}
  for (const file of files) {
    const [head = '', ...rows] = readFileSync(join(SITE, file), 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/)
    const figures = rows.map((row) => Number(row.slice(row.lastIndexOf(',') + 1)))
    const part = html.split(`id="plot-${file.replace(/.*2021-|\.csv/g, '')}-2021"`)[1]?.split('</figure>')[0] ?? ''
    expect(part.match(/class="plot__bar"/g), file).toHaveLength(rows.length)
    for (const figure of figures) expect(part, file).toContain(`${figure.toLocaleString('en-US')}</td>`)
    sums[`${file.replace(/.*2021-|\.csv/g, '')} ${head}`] = figures.reduce((sum, figure) => sum + figure, 0)
  }
  expect(sums).toMatchObject({
    'municipality 項目,千円': 629570,
    'category 項目,千円': 629570,
    'stream 項目,千円': 629570,
    'distribution 項目,事業': 34,
    'workers 項目,人': 1359,
  })
})
