import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readData } from '../../scripts/read-data.ts'
import { MACHINES, PEOPLE, projectsCsv } from '../../src/open-data/tables.ts'
import { SITE } from '../support/build-site.ts'

const { catalogue } = await readData()
if (catalogue === null) throw new Error('The data folder has errors.')
const { projects } = catalogue
const file = (name: string): string => readFileSync(join(SITE, 'data', name), 'utf8')
const rows = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace('\uFEFF', ''), { skipEmptyLines: true }).data

test('both CSVs hold a line for each programme, and the sums of the sheet', () => {
  for (const [name, columns] of [
    ['projects-ja.csv', PEOPLE],
    ['projects.csv', MACHINES],
  ] as const) {
    const [head = [], ...body] = rows(file(name))
    expect(head).toEqual(columns.map(({ heading }) => heading))
    expect(new Set(head).size).toBe(head.length)
    expect(body.map(([id]) => id)).toEqual(projects.map(({ id }) => id))
    const amount = columns.findIndex(({ heading }) => /事業額|amount/.test(heading))
    expect(body.reduce((sum, row) => sum + Number(row[amount]), 0)).toBe(629_570)
    expect(file(name).trim().split('\n')).toHaveLength(projects.length + 1)
  }
  expect(file('projects-ja.csv').startsWith('\uFEFF')).toBe(true)
  expect(file('projects.csv').startsWith('\uFEFF')).toBe(false)
})

test('what the sheet does not state is blank, and 0 only where 0 is printed', () => {
  const workers = MACHINES.findIndex(({ heading }) => heading === 'target_workers_persons')
  const body = rows(file('projects.csv')).slice(1)
  projects.forEach(({ targets }, index) => {
    expect(body[index]?.[workers]).toBe(targets.workers === null ? '' : String(targets.workers))
  })
})

test('a text that a spreadsheet would run is inert for people, and as printed for programs', () => {
  const [first] = projects
  if (first === undefined) throw new Error('There is no programme.')
  const hostile = { ...first, name: '=HYPERLINK("http://x")', theme: '@SUM(A1)', summary: ['+1', '"引用"\n改行'] }
  const at = PEOPLE.findIndex(({ heading }) => heading === '事業名')
  expect(rows(projectsCsv([hostile], 'people'))[1]?.slice(at - 1, at + 2)).toEqual([
    "'@SUM(A1)",
    '\'=HYPERLINK("http://x")',
    '\'+1 "引用" 改行',
  ])
  expect(rows(projectsCsv([hostile], 'machines'))[1]?.[at]).toBe('=HYPERLINK("http://x")')
})

test('JSON and NDJSON hold the same records', () => {
  const json = JSON.parse(file('projects.json')) as { id: string; summary: string[] }[]
  const lines = file('projects.ndjson').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(json)
  expect(json.map(({ id, summary }) => [id, summary])).toEqual(projects.map(({ id, summary }) => [id, summary]))
})

test('the sitemap names pages that are there, and robots.txt names the sitemap', () => {
  const sitemap = readFileSync(join(SITE, 'sitemap.xml'), 'utf8')
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)
  expect(addresses.length).toBeGreaterThan(projects.length + 62)
  for (const address of addresses)
    expect(readFileSync(join(SITE, decodeURIComponent(new URL(address).pathname), 'index.html'), 'utf8')).toContain(
      '<h1',
    )
  expect(readFileSync(join(SITE, 'robots.txt'), 'utf8')).toContain('/sitemap.xml')
})
