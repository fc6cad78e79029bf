import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/plansheet/decode.ts'
import { writeSheetCsv } from '../../src/plansheet/csv/write.ts'
import { readCells, readPlanSheet, type ReadSheet } from '../../src/plansheet/index.ts'
import { register } from '../support/register.ts'

const text = readFileSync('data/sheets/2021.txt', 'utf8')
const csv = writeSheetCsv(readCells(text, '2021.txt'))
const HEAD = csv.slice(0, csv.indexOf('\n'))

const read = (content: string): ReadSheet => readPlanSheet(content, 'sheet.csv', register)
const records = ({ projects, totals }: ReadSheet) => ({
  projects: projects.map((project) => ({ ...project, source: null })),
  totals,
})
const errors = (content: string): string[] =>
  read(content).issues.flatMap(({ level, line, code, found }) =>
    level === 'error' ? [`${line ?? '-'} ${code} ${found}`] : [],
  )
const expected = records(readPlanSheet(text, '2021.txt', register))

/** The cells of a CSV text that has no quotes in it. */
const table = (rows: string[][]): string => rows.map((row) => row.join(',')).join('\n')
const one = {
  計画書: '東京都計画書（令和３年度）',
  表: '区市町村の事業',
  番号: '1',
  区市町村: '港区',
  テーマ: '',
  事業名: '若者支援事業',
  事業概要: '若者の就職を支援する。',
  事業分類: '労働力確保事業',
  '事業額（千円）': '1000',
  '目標 雇用・就業者数': '10',
  '目標 人材獲得事業所数': '-',
  '目標 支援事業所数': '-',
  '事業開始（予定）月': '令和３年４月',
  URL: '',
  問合せ先: '産業課 03-1234-5678',
}
const total = {
  ...Object.fromEntries(Object.keys(one).map((heading) => [heading, ''])),
  計画書: one.計画書,
  表: one.表,
  番号: '合計',
  '事業額（千円）': '1000',
  '目標 雇用・就業者数': '10',
  '目標 人材獲得事業所数': '0',
  '目標 支援事業所数': '0',
}
const small = (headings: string[] = Object.keys(one), changes: Record<string, string> = {}): string =>
  table([
    headings,
    headings.map((heading) => ({ ...one, ...changes })[heading] ?? ''),
    headings.map((heading) => (total as Record<string, string>)[heading] ?? ''),
  ])

describe('the CSV form of a sheet', () => {
  test.each(['real-2021', 'invented-2020', 'invented-2022', 'invented-2023'])(
    'of %s reads back to the same records',
    (name) => {
      const sheet = readFileSync(`tests/fixtures/sheets/${name}/sheet.txt`, 'utf8')
      const before = readPlanSheet(sheet, 'sheet.txt', register)
      const after = read(writeSheetCsv(readCells(sheet, 'sheet.txt')))
      expect(records(after)).toEqual(records(before))
      expect(after.issues.filter(({ level }) => level === 'error')).toEqual([])
      expect(after.tally.left).toBe('')
    },
  )
  test('has the headings of the sheet, and a line for each row and 合計', () => {
    expect(HEAD).toBe(
      '計画書,表,番号,区市町村,テーマ,事業名,事業概要,事業分類,事業額（千円）,目標 雇用・就業者数,目標 人材獲得事業所数,目標 支援事業所数,事業開始（予定）月,URL,問合せ先',
    )
    expect(csv).toContain('"7,725",15,-,-,令和３年４月')
  })
})

describe('a CSV file', () => {
  const shiftJis = readFileSync('tests/fixtures/sheets/real-2021.shift_jis.csv')
  test('may be in UTF-8, with a mark or without, or in Shift_JIS', () => {
    for (const bytes of [Buffer.from(csv), Buffer.from(`\uFEFF${csv}`), shiftJis]) {
      const { text: decoded, issues } = decode(bytes, 'sheet.csv')
      expect(issues).toEqual([])
      expect(records(read(decoded))).toEqual(expected)
    }
  })
  test('that is neither is refused; and so is a text sheet that is not UTF-8', () => {
    expect(decode(Buffer.from([0xff, 0xfe, 0x81]), 'sheet.csv').issues).toMatchObject([{ code: 'encoding' }])
    expect(decode(shiftJis, 'sheet.txt').issues).toMatchObject([{ code: 'encoding' }])
  })
  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('may end its lines with %s', (_, end) => {
    expect(records(read(csv.replaceAll('\n', end)))).toEqual(expected)
  })
  test('may have its columns in another order, and its headings in other widths or with line breaks', () => {
    const headings = Object.keys(one).reverse()
    expect(errors(small(headings))).toEqual([])
    const printed = small()
      .replace('事業額（千円）', '"事業額\n(千円)"')
      .replace('事業開始（予定）月', '事業開始(予定)月')
      .replace('URL', 'ＵＲＬ')
    expect(errors(printed)).toEqual([])
    expect(read(printed).projects[0]?.amountThousandYen).toBe(1000)
  })
  test('may leave out the columns that one table does not need', () => {
    expect(errors(small(Object.keys(one).filter((heading) => heading !== 'テーマ' && heading !== '表')))).toEqual([])
  })
})

describe('the tables as a spreadsheet prints them', () => {
  const title = '東京都地域人材確保総合支援事業（区市町村・モデル事業）計画書（令和３年度）,,,,,,,,,,,'
  const head = [
    '番号,区市町村,事業名,事業概要,事業分類,事業額,"目標\n（労働力確保）",,目標（処遇改善事業）,事業開始（予定）月,URL,問合せ先',
    ',,,,,,雇用・就業者数,人材獲得事業所数,支援事業所数,,,',
  ]
  const first = [
    '1,港区,若者支援事業,若者の就職を支援する。,労働力確保事業,"1,000",10,-,-,令和３年４月,,"産業課\n03-1234-5678\n（直通）"',
    ',合　計,,,,"1,000",10,0,0,,,',
  ]
  const second = [
    '地域人材確保総合支援事業,,,,,,,,,,,,',
    '（単位：千円、人）,,,,,,,,,,,,',
    '番号,区市町村,テーマ,事業名,事業概要,事業分類,事業額（千円）,雇用・就業者数,人材獲得事業所数,支援事業所数,事業開始（予定）月,URL,問合せ先',
    '1,北区,就職氷河期世代の就労支援,氷河期世代支援事業,氷河期世代を支援する。,労働力確保事業,500,5,-,-,令和３年５月,,産業課 03-1234-5679',
    '合計,,,,,,500,5,0,0,,,',
  ]
  const book = [title, '（単位：千円、人）,,,,,,,,,,,', ...head, ...first, ...second].join('\n')

  test('are read with title, unit and headings of two lines', () => {
    expect(errors(book)).toEqual([])
    const { projects, sheet, tally } = read(book)
    expect(sheet.fiscalYear).toBe(2021)
    expect(projects.map(({ id, theme, targets, contact }) => [id, theme, targets.workers, contact.note])).toEqual([
      ['2021-01', null, 10, '直通'],
      ['2021-m01', '就職氷河期世代の就労支援', 5, null],
    ])
    expect(tally.left).toBe('')
  })
  test('are refused where text stands before the headings, or in a column without one', () => {
    expect(errors(book.replace(head[0] ?? '', `注記,,,,,,,,,,,\n${head[0] ?? ''}`))).toEqual([
      '3 table-row 見出しの行より前に「注記」',
    ])
    expect(errors(book.replace('URL', ''))).toContain('3 heading 見出し「URL」がない')
  })
})

describe('is refused, with its line:', () => {
  test.each<[string, string, string[]]>([
    [
      'an unknown heading',
      small().replace('URL', 'アドレス'),
      ['1 heading 知らない見出し「アドレス」', '1 heading 見出し「URL」がない'],
    ],
    ['a heading twice', small().replace('テーマ', 'URL'), ['1 heading 見出し「URL」が2度ある']],
    ['a short row', small().replace(',産業課 03-1234-5678', ''), ['2 csv 14列の行']],
    ['a long row', small().replace('産業課', '産業課,'), ['2 csv 16列の行']],
    [
      'a quote that is not closed',
      small().replace('若者支援事業', '"若者支援事業'),
      ['2 csv 引用符「"」が閉じていないか、余分にある'],
    ],
    ['a table with another name', small(undefined, { 表: '別の事業' }), ['2 table-name 表の列に「別の事業」']],
    [
      'two titles',
      small().replace(`${one.計画書},区市町村の事業,合計`, '東京都計画書（令和４年度）,区市町村の事業,合計'),
      ['3 title-differs 計画書の列に、ほかの行と違う題「東京都計画書（令和４年度）」'],
    ],
    [
      'a 合計 without a figure',
      small().replace('1000,10,0,0', '1000,10,0,'),
      ['2 total-missing 1行の表に、読める合計の行がない', '3 total 数字の足りない合計の行か、二つ目の合計の行'],
    ],
    [
      'an amount that breaks the sum',
      small(undefined, { '事業額（千円）': '1001' }),
      ['3 sum 事業額（千円）の合計「1000」に対し、1行を足すと 1,001（差 1）'],
    ],
    ['nothing', '', ['- title 「…計画書（…年度）」という題がない', '- no-table 事業の表がない']],
  ])('%s', (_, content, faults) => {
    expect(errors(content)).toEqual(expect.arrayContaining(faults))
  })
  test('the physical line is named also behind line breaks within cells', () => {
    expect(
      errors(small(undefined, { 事業概要: '"一つ。\n二つ。\n三つ。"' }).replace('1000,10,0,0', '1001,10,0,0')),
    ).toEqual(['5 sum 事業額（千円）の合計「1001」に対し、1行を足すと 1,000（差 -1）'])
  })
})
