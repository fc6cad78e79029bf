import { describe, expect, test } from 'vitest'
import { readData } from '../../scripts/read-data.ts'
import { audit, type Finding, type Published } from '../../src/open-data/audit.ts'
import { dataPackage } from '../../src/open-data/data-package.ts'
import { aboutOf } from '../../src/open-data/files.ts'
import { csvForPrograms, type Table } from '../../src/open-data/table.ts'
import { tablesOf } from '../../src/open-data/tables.ts'

const { catalogue } = await readData()
if (catalogue === null) throw new Error('The data folder has errors.')
const about = aboutOf(catalogue, { name: '発行者', mail: null }, 'https://example.jp/data/')

// The sheet's own texts hold ① and ／: without them every rule is held.
const clean = (value: Table['rows'][number][number]) =>
  typeof value === 'string' ? value.replace(/[①-⑳／〜～、]/g, '') : value
const tables = tablesOf(catalogue).map((table) => ({ ...table, rows: table.rows.map((row) => row.map(clean)) }))
const published = (change: (text: string, name: string) => string = (text) => text, changed = tables): Published => ({
  written: changed.map((table) => ({
    path: `${table.name}.csv`,
    text: change(csvForPrograms(table), table.name),
    table,
  })),
  paths: changed.map(({ name }) => `${name}.csv`),
  package: dataPackage(
    about,
    changed.map((table) => ({ table, path: `${table.name}.csv`, bytes: 1, sha256: '' })),
  ),
  headingsByYear: ['id,name', 'id,name'],
  changed: [about.modified],
})
const statusOf = (rule: string, files: Published): Finding['status'] | undefined =>
  audit(files).find((finding) => finding.rule === rule)?.status
/** The programmes' file with one of its lines changed. */
const line = (at: number, change: (line: string) => string) =>
  published((text, name) =>
    name === 'projects'
      ? text
          .split('\n')
          .map((one, index) => (index === at ? change(one) : one))
          .join('\n')
      : text,
  )
/** The tables with something of one column of the programmes changed. */
const column = (name: string, change: object): Published =>
  published(
    undefined,
    tables.map((table) =>
      table.name === 'projects'
        ? { ...table, columns: table.columns.map((one) => (one.name === name ? { ...one, ...change } : one)) }
        : table,
    ),
  )

test('all rules are looked at, each once', () => {
  const rules = audit(published()).map(({ rule }) => rule)
  expect(rules).toHaveLength(15 + 6 + 9)
  expect(new Set(rules).size).toBe(rules.length)
})

test('clean files break no rule', () => {
  expect(audit(published()).filter(({ status }) => status === 'broken')).toEqual([])
})

describe('a fault breaks its rule:', () => {
  test.each<[string, string, Published]>([
    ['L1-01', 'a PDF', { ...published(), paths: ['projects.pdf'] }],
    ['L1-02', 'a second table below', published((text) => text + text)],
    ['L1-03', 'a blank line', line(3, () => '')],
    ['L1-04', 'a note below the table', published((text) => `${text}注: 予定の額\n`)],
    ['L1-05', 'a column without a name', line(0, (head) => head.replace('theme', ''))],
    ['L1-06', 'spaces for looks', line(2, (row) => row.replace(/,([^,]+)課/, ',$1  課'))],
    ['L1-07', 'two values in a cell', line(2, (row) => row.replace('2021-04', '2021-04、2021-05'))],
    ['L1-08', 'a character of one maker', line(2, (row) => row.replace('事業', '㈱'))],
    ['L1-09', 'a 0 for what is not stated', line(1, (row) => row.replace(',,', ',0,').replace(',15,,', ',15,0,'))],
    ['L1-10', 'an Excel file', { ...published(), paths: ['projects.xlsx'] }],
    ['L1-14', 'a line break in a cell', line(2, (row) => row.replace(/,([^,]+)課/, ',"$1\n課"'))],
    ['L1-15', 'a comma without quotes', line(2, (row) => row.replace('事業', '事,業'))],
    ['L2-01', 'a unit in a figure', line(1, (row) => row.replace('7725', '7725千円'))],
    ['L2-02', 'a value left out', line(2, (row) => row.replace('新宿区', ''))],
    ['L2-03', 'a name twice', line(0, (head) => head.replace('theme', 'name'))],
    ['L2-04', 'another word for a choice', line(1, (row) => row.replace('municipal', 'town'))],
    [
      'L2-05',
      'an other with its details',
      (() => {
        const files = column('stream', { codes: [{ value: 'municipal', label: 'その他' }] })
        return {
          ...files,
          written: files.written.map((file) => ({
            ...file,
            text: file.text.replaceAll(',municipal,', ',その他（具体的に）,'),
          })),
        }
      })(),
    ],
    ['L3-01', 'a title above the headings', published((text) => `計画書\n${text}`)],
    [
      'L3-02',
      'codes without a table of codes',
      { ...column('stream', {}), package: column('stream', { codes: null }).package },
    ],
    ['L3-03', 'a symbol without a meaning', line(1, (row) => row.replace('7725', '※'))],
    ['L3-04', 'a figure without a unit', column('amount_thousand_yen', { unit: null })],
    ['L3-05', 'a month of an era', line(1, (row) => row.replace('2021-04', 'R3.4'))],
    ['L3-06', 'a code of no municipality', line(1, (row) => row.replace('131024', '131025'))],
    ['L3-07', 'other headings in another year', { ...published(), headingsByYear: ['id,name', 'id,title'] }],
    ['L3-08', 'a column whose name is Japanese', column('name', { name: '事業名' })],
    ['L3-08', 'a column without a source', column('name', { source: '' })],
    ['L3-08', 'a byte order mark', published((text) => `\uFEFF${text}`)],
    ['L3-08', 'no day of the last change', { ...published(), changed: [] }],
    [
      'L3-09',
      'targets that are not in long form',
      published(
        undefined,
        tables.map((table) => (table.name === 'targets' ? { ...table, rows: [] } : table)),
      ),
    ],
  ])('%s: %s', (rule, _, files) => {
    expect(statusOf(rule, files)).toBe('broken')
  })
})
