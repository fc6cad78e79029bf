import { deflateRawSync } from 'node:zlib'
import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readSheet, type ReadSheet } from '../../src/plansheet/index.ts'
import { shownIn } from '../../src/plansheet/xlsx/shown.ts'
import { addressOf } from '../../src/plansheet/xlsx/workbook.ts'
import { unpackedSize } from '../../src/plansheet/xlsx/zip.ts'
import { errors, readBytes, readPath, records } from '../support/read-file.ts'
import { register } from '../support/register.ts'
import { realMerges, sheetCells, sheetWorksheet, type Merged } from '../support/sheet-files.ts'

const mergesOf = (name: string): Merged[] => (name === 'real-2021' ? realMerges() : [])
const expected = (name: string) => records(readSheet(sheetCells(name, mergesOf(name)), 'sheet.txt', register))
const worksheet = (name: string): WriteSheet => sheetWorksheet(sheetCells(name, mergesOf(name)), mergesOf(name))

const read = async (...sheets: WriteSheet[]): Promise<ReadSheet> => readBytes('sheet.xlsx', await writeXlsx({ sheets }))

/** The worksheet of a sheet with other contents in some cells: B12 → what it holds. */
function withCells(sheet: WriteSheet, changes: Record<string, Partial<Cell>>): WriteSheet {
  const cells = new Map(sheet.cells)
  for (const [address, cell] of Object.entries(changes)) {
    const [, letter = '', row = ''] = /^([A-Z])(\d+)$/.exec(address) ?? []
    cells.set(`${Number(row) - 1},${letter.charCodeAt(0) - 65}`, cell)
  }
  return { ...sheet, cells }
}

const notices = ({ issues }: ReadSheet, code: string): string[] =>
  issues.filter((issue) => issue.code === code).map(({ place, found }) => `${place ?? ''} ${found}`)

describe('a workbook reads back to its records, merged cells and all', () => {
  test.each(['real-2021', 'invented-2020', 'invented-2022', 'invented-2023'])('%s', async (name) => {
    const sheet = await read(worksheet(name))
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected(name))
    expect(sheet.tally.left).toBe('')
  })
  test('also of another program', async () => {
    const sheet = await readPath('tests/fixtures/files/real-2021.libreoffice.xlsx')
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected('real-2021'))
  })
  test('a merged cell stands in each of its rows, and none is guessed', async () => {
    const { projects, issues } = await read(worksheet('real-2021'))
    expect(projects.filter(({ number }) => number === 12 || number === 13).map(({ name }) => name)).toEqual([
      '建設業人材確保・区内中小企業等人材マッチング及び定着促進事業',
      '建設業人材確保・区内中小企業等人材マッチング及び定着促進事業',
    ])
    expect(issues.filter(({ code }) => /inferred|merged|name-absent/.test(code))).toEqual([])
  })
  test('headings may stand in three rows, without merged cells, and not at the edge', async () => {
    const { rows = [] } = worksheet('invented-2022')
    const spread = rows.flatMap((row) => {
      const at = row.indexOf('目標')
      const between = Array.from({ length: at + 3 }, (_, index) =>
        index === at ? '（労働力確保）' : index === at + 2 ? '（処遇改善）' : null,
      )
      return at < 0
        ? [[null, ...row]]
        : [
            [null, ...row],
            [null, ...between],
          ]
    })
    const sheet = await read({ name: '計画書', rows: [[], ...spread] })
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected('invented-2022'))
  })
  test('a cell may take two columns, and a row three', async () => {
    const { rows = [], merges = [] } = worksheet('invented-2022')
    const wide: NonNullable<WriteSheet['rows']> = []
    const ranges: NonNullable<WriteSheet['merges']> = []
    const tops = rows.map((row, index) => {
      const top = wide.length
      const height = typeof row[0] === 'number' ? 3 : 1
      wide.push(
        row.flatMap((cell) => [cell, null]),
        ...Array.from({ length: height - 1 }, () => []),
      )
      row.forEach((_, column) => {
        const isMerged = merges.some(
          (range) =>
            index >= range.startRow && index <= range.endRow && column >= range.startCol && column <= range.endCol,
        )
        if (isMerged) return
        ranges.push({ startRow: top, endRow: top + height - 1, startCol: column * 2, endCol: column * 2 + 1 })
      })
      return top
    })
    for (const { startRow, endRow, startCol, endCol } of merges) {
      const [from = 0, to = 0] = [tops[startRow], tops[endRow]]
      ranges.push({ startRow: from, endRow: to, startCol: startCol * 2, endCol: endCol * 2 + 1 })
    }
    const sheet = await read({ name: '計画書', rows: wide, merges: ranges })
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected('invented-2022'))
  })
  test('a dash below the last figure column of a 合計 says nothing', async () => {
    const { rows = [], merges } = worksheet('invented-2022')
    const dashed = rows.map((row) =>
      String(row[0]).startsWith('合') ? row.map((cell, at) => (at > 8 && cell === null ? '－' : cell)) : row,
    )
    const sheet = await read({ name: '計画書', rows: dashed, ...(merges ? { merges } : {}) })
    expect(errors(sheet)).toEqual([])
    expect(sheet.tally.left).toBe('')
  })
  test('an issue names the worksheet and the row', async () => {
    const sheet = await read(withCells(worksheet('invented-2020'), { A7: { value: 9 } }))
    expect(errors(sheet)[0]).toBe('シート「計画書」の7行目 numbering 番号「9」')
  })
})

describe('what a cell shows is read', () => {
  const cell = { row: 0, column: 0, isError: false, isFormula: false, isStruck: false, link: null }
  const shown = (value: string | number | boolean | null, format: string | null, rest = {}) =>
    shownIn({ ...cell, value, format, ...rest }, false)
  test.each<[string | number, string | null, string]>([
    [7725, '#,##0', '7725'],
    [7725, null, '7725'],
    [0, '#,##0', '0'],
    [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '-'],
    [0, '#,##0;-#,##0;-', '-'],
    [0, '#,##0;-#,##0;', ''],
    [0, '#,###', ''],
    [7725.5, '#,##0', '7725.5'],
    ['03-1234-5678', '@', '03-1234-5678'],
    [44287, '[$-411]ggge"年"m"月"', '令和3年4月'],
    [43586, 'yyyy/m/d', '令和元年5月'],
    [43555, 'm"月"', '平成31年3月'],
  ])('%s shown as %s → %s', (value, format, text) => {
    expect(shown(value, format).text).toBe(text)
  })
  test.each<[string, string | number | boolean | null, string | null, object, string]>([
    ['a number that its format divides', 7_725_000, '#,##0,', {}, 'format'],
    ['a share', 0.5, '0%', {}, 'format'],
    ['a number with a unit of its own', 7, '#,##0"千"', {}, 'format'],
    ['a number that its format hides', 7725, ';;;', {}, 'format'],
    ['a text that is struck through', '旧事業', null, { isStruck: true }, 'struck'],
    ['an error', null, null, { isError: true }, 'error'],
    ['a formula that was never calculated', null, null, { isFormula: true }, 'formula'],
    ['a switch', true, null, {}, 'boolean'],
    ['a day before the eras of plans', 1, 'yyyy/m/d', {}, 'date'],
  ])('%s is not', (_, value, format, rest, fault) => {
    expect(shown(value, format, rest).fault).toBe(fault)
  })
  test('days may be counted from 1904', () => {
    expect(shownIn({ ...cell, value: 42825, format: 'yyyy/m/d' }, true).text).toBe('令和3年4月')
  })
  test('columns beyond Z have two letters', () => {
    expect([0, 25, 26, 701, 702].map((column) => addressOf({ row: 0, column }))).toEqual([
      'A1',
      'Z1',
      'AA1',
      'ZZ1',
      'AAA1',
    ])
  })
})

describe('of a workbook', () => {
  test('formulas are read by their stored values, with a notice', async () => {
    const sheet = await read(
      withCells(worksheet('invented-2020'), { E5: { formula: '1+1', formulaResult: '労働力確保事業' } }),
    )
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected('invented-2020'))
    expect(notices(sheet, 'excel-formula')).toEqual([expect.stringContaining('数式のセル（E5）')])
  })
  test('a formula without a value is refused, with its cell', async () => {
    const sheet = await read(withCells(worksheet('invented-2020'), { G6: { formula: 'SUM(H1)' } }))
    expect(errors(sheet)).toContainEqual(expect.stringContaining('シート「計画書」G6 excel-value 計算した値のない数式'))
  })
  test('text that is struck through is refused, all of a cell or part of it', async () => {
    const struck = { strikethrough: true }
    const sheet = await read(
      withCells(worksheet('invented-2020'), {
        C5: { value: '旧事業', style: { font: struck } },
        C6: { type: 'richText', richText: [{ text: '旧', font: struck }, { text: '事業' }] },
      }),
    )
    expect(errors(sheet).filter((words) => words.includes('excel-value'))).toEqual([
      'シート「計画書」C5 excel-value 取り消し線のある文字「旧事業」',
      'シート「計画書」C6 excel-value 取り消し線のある文字「旧事業」',
    ])
  })
  test('a date is read as its month, with a notice', async () => {
    const dated = { value: 44287, style: { numFmt: '[$-411]ggge"年"m"月"' } }
    const sheet = await read(withCells(worksheet('real-2021'), { J5: dated }))
    expect(errors(sheet)).toEqual([])
    expect(notices(sheet, 'excel-date')).toEqual(['シート「計画書」 日付のセル（J5）'])
    expect(sheet.projects[0]).toMatchObject({ startMonth: '2021-04', startMonthPrinted: '令和3年4月' })
  })
  test('hidden rows and columns that hold something are refused; empty ones are not', async () => {
    const plain = worksheet('invented-2020')
    const rows = await read({ ...plain, rowDefs: new Map([...(plain.rowDefs ?? []), [7, { hidden: true }]]) })
    expect(errors(rows)).toEqual([expect.stringMatching(/^シート「計画書」 excel-hidden 見えない行に文字がある（A8、/)])
    const hide = (at: number): WriteSheet => ({
      ...plain,
      columns: Array.from({ length: 20 }, (_, index) =>
        index === at ? { hidden: true } : (plain.columns?.[index] ?? {}),
      ),
    })
    expect(errors(await read(hide(3)))).toEqual([expect.stringContaining('excel-hidden 見えない列に文字がある（D')])
    expect(errors(await read(hide(18)))).toEqual([])
  })
  test('a hidden worksheet is not read, and a notice says so', async () => {
    const sheet = await read(worksheet('invented-2020'), { name: '一覧', hidden: true, rows: [['労働力確保事業']] })
    expect(errors(sheet)).toEqual([])
    expect(notices(sheet, 'excel-sheet')).toEqual(['シート「一覧」 見えないシート'])
  })
  test('text outside of the tables is a notice, with its row', async () => {
    const plain = worksheet('invented-2020')
    const rows = [...(plain.rows ?? []), [], ['※ 数字は予定のもの']]
    const sheet = await read({ ...plain, rows })
    expect(errors(sheet)).toEqual([])
    expect(notices(sheet, 'text-outside')).toEqual([
      `シート「計画書」の${rows.length}行目 表の外に「※ 数字は予定のもの」`,
    ])
  })
  test('the tables may stand on two worksheets', async () => {
    const { title, tables, ...rest } = sheetCells('invented-2020')
    const [first, second] = tables
    if (first === undefined || second === undefined) throw new Error('two tables')
    const rows = sheetWorksheet({ ...rest, title, tables }, []).rows ?? []
    const at = rows.findIndex(([cell]) => cell === '地域人材確保総合支援事業')
    const all = sheetWorksheet({ ...rest, title, tables }, [])
    const upper = {
      name: '区市町村',
      rows: rows.slice(0, at),
      merges: (all.merges ?? []).filter(({ endRow }) => endRow < at),
    }
    const lower = {
      name: 'モデル',
      rows: rows.slice(at),
      merges: (all.merges ?? [])
        .filter(({ startRow }) => startRow >= at)
        .map((range) => ({ ...range, startRow: range.startRow - at, endRow: range.endRow - at })),
    }
    const sheet = await read(upper, lower)
    expect(errors(sheet)).toEqual([])
    expect(records(sheet)).toEqual(expected('invented-2020'))
  })
})

describe('a file is refused that', () => {
  /** A zip file of one part. */
  function zipOf(content: Uint8Array): Uint8Array<ArrayBuffer> {
    const packed = deflateRawSync(content)
    const name = Buffer.from('xl/workbook.xml')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    // A lie: so small it is not.
    local.writeUInt32LE(100, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(100, 24)
    entry.writeUInt16LE(name.length, 28)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(entry.length + name.length, 12)
    end.writeUInt32LE(local.length + name.length + packed.length, 16)
    return Uint8Array.from(Buffer.concat([local, name, packed, entry, name, end]))
  }

  test('unpacks to far more than it says', async () => {
    const bomb = zipOf(Buffer.alloc(70_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    expect(errors(await readBytes('sheet.xlsx', bomb))).toEqual(['- file-large 開くと60MBを超える'])
    expect(await unpackedSize(zipOf(Buffer.alloc(5000)), 1000)).toBeGreaterThan(1000)
    expect(await unpackedSize(zipOf(Buffer.alloc(5000)), 10_000)).toBe(5000)
  })
  test.each<[string, Uint8Array, string]>([
    ['is too large', new Uint8Array(20_000_001), '- file-large 21MB'],
    ['is no workbook', new TextEncoder().encode('番号,区市町村'), '- file-damaged Excelのブックとして開けないファイル'],
    ['is a zip file of something else', zipOf(Buffer.from('a')), '- file-damaged Excelのブックとして開けないファイル'],
    ['is empty', new Uint8Array(), '- file-damaged Excelのブックとして開けないファイル'],
    [
      'is locked, or of the old form',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      '- file-locked パスワードで開かないようにしたファイルか、古い形（.xls）のファイル',
    ],
  ])('%s', async (_, bytes, words) => {
    expect(errors(await readBytes('sheet.xlsx', bytes))).toEqual([words])
  })
  test('is cut off', async () => {
    const bytes = await writeXlsx({ sheets: [worksheet('invented-2020')] })
    expect(errors(await readBytes('sheet.xlsx', bytes.slice(0, 5000)))).toEqual([
      '- file-damaged Excelのブックとして開けないファイル',
    ])
  })
  test('has a password', async () => {
    const bytes = await writeXlsx({ sheets: [worksheet('invented-2020')], encryption: { password: 'a', spinCount: 1 } })
    expect(errors(await readBytes('sheet.xlsx', bytes))).toEqual([expect.stringContaining('file-locked')])
  })
  test('has no heading of a plan sheet', async () => {
    expect(errors(await read({ name: '議事録', rows: [['議事'], ['一つ', '二つ']] }))).toEqual([
      'シート「議事録」の1行目 heading 「番号」「区市町村」「事業名」などの見出しのある表がない',
    ])
  })
})
