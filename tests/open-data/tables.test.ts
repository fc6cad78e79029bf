import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { readData } from '../../scripts/read-data.ts'
import type { CatalogueProject } from '../../src/catalogue/catalogue.ts'
import { inert } from '../../src/csv/formula.ts'
import { standardTables } from '../../src/open-data/standards.ts'
import { csvForPeople, csvForPrograms } from '../../src/open-data/table.ts'
import { projectsTable } from '../../src/open-data/tables.ts'

const { catalogue } = await readData()
if (catalogue === null) throw new Error('The data folder has errors.')
const [first] = catalogue.projects
if (first === undefined) throw new Error('There is no programme.')

const record = (text: string): Record<string, string> =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data[0] ?? {}

test('a text that a spreadsheet would run is inert for people, and as printed for programs', () => {
  const hostile = { ...first, name: '=HYPERLINK("http://x")', theme: '@SUM(A1)', summary: ['+1', '"引用"\n改行'] }
  const table = projectsTable(catalogue, [hostile])
  expect(record(csvForPeople(table))).toMatchObject({
    テーマ: "'@SUM(A1)",
    事業名: '\'=HYPERLINK("http://x")',
    事業概要: '\'+1 "引用" 改行',
  })
  expect(record(csvForPrograms(table))).toMatchObject({ theme: '@SUM(A1)', name: '=HYPERLINK("http://x")' })
})

test.each(['\u0007=1+1', '\u200B=1', '\n=1', '　＝1', '-1', '\t1'])('%j cannot run either', (name) => {
  const cell = record(csvForPeople(projectsTable(catalogue, [{ ...first, name }])))['事業名'] ?? ''
  expect(cell).toMatch(/^'/)
  expect(inert('1-2')).toBe('1-2')
})

test('people read labels, programs read codes', () => {
  const table = projectsTable(catalogue, [first])
  expect(record(csvForPeople(table))).toMatchObject({ 表: '区市町村の事業', 事業分類: '労働力確保事業' })
  expect(record(csvForPrograms(table))).toMatchObject({ stream: 'municipal', category: 'workforce' })
})

describe('the columns of national standards', () => {
  const rowOf = (project: CatalogueProject): Record<string, string> => {
    const [shien] = standardTables({ ...catalogue, projects: [project] }, ({ id }) => `https://example.jp/${id}/`)
    if (shien === undefined) throw new Error('There is no table.')
    return record(csvForPeople(shien))
  }
  test('no value is longer than its standard allows, and every summary is whole', () => {
    for (const { columns, rows } of standardTables(catalogue, ({ id }) => `https://example.jp/${id}/`)) {
      rows.forEach((row, index) => {
        row.forEach((value, at) => {
          const most = Number(/\d+/.exec(columns[at]?.unit ?? '')?.[0] ?? Infinity)
          expect([...String(value ?? '')].length, columns[at]?.heading).toBeLessThanOrEqual(most)
        })
        const contents = row[columns.findIndex(({ heading }) => heading === '内容')]
        expect(contents).toContain(catalogue.projects[index]?.summary.join(' '))
      })
    }
  })
  test('of a longer name the beginning stands in the title, and the whole before the contents', () => {
    const name = '長'.repeat(41)
    const row = rowOf({ ...first, name })
    expect(row['タイトル（制度名）']).toBe(`${'長'.repeat(39)}…`)
    expect(row['内容']).toBe(`${name} ${first.summary.join(' ')}`)
  })
  test('a name that is not stated has a stand-in, and an absent address leads to the page', () => {
    const row = rowOf({ ...first, name: null, url: null })
    expect(row['タイトル（制度名）']).toBe('事業名の記載なし（番号1・労働力確保事業）')
    expect(row['詳細参照先']).toBe(`https://example.jp/${first.id}/`)
  })
  test('what the plan sheet does not say is empty', () => {
    const row = rowOf(first)
    for (const heading of ['対象者', '概要', '受付開始日', '受付備考', '根拠法令', '災害名'])
      expect(row[heading]).toBe('')
  })
})
