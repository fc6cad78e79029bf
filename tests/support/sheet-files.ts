import { readFileSync } from 'node:fs'
import type { Cell, MergeRange, WriteSheet } from 'hucre/xlsx'
import type { Column, SheetCells, Table } from '../../src/plansheet/cells.ts'
import { readCells } from '../../src/plansheet/index.ts'

/** A cell that stands over several rows of a table, by the numbers of its first and last row. */
export interface Merged {
  stream: Table['stream']
  column: Column
  first: number
  last: number
  text: string
}

/** The merged cells that the real sheet has where its text shows none: rows 7–8, 12–13 and 22–23. Two names are invented. */
export function realMerges(): Merged[] {
  const { tables } = sheetCells('real-2021')
  const row = tables[0]?.rows[11]
  const text = (column: Column): string => row?.cells[column]?.text ?? ''
  return [
    { stream: 'municipal', column: 'name', first: 7, last: 8, text: '人材確保・働き方支援事業（試験用の名前）' },
    { stream: 'municipal', column: 'name', first: 12, last: 13, text: text('name') },
    { stream: 'municipal', column: 'summary', first: 12, last: 13, text: text('summary') },
    { stream: 'municipal', column: 'name', first: 22, last: 23, text: '企業支援事業（試験用の名前）' },
  ]
}

/** The cells of one of the sheets under tests/fixtures, with the merged cells put into their rows. */
export function sheetCells(name: string, merges: readonly Merged[] = []): SheetCells {
  const sheet = readCells(readFileSync(`tests/fixtures/sheets/${name}/sheet.txt`, 'utf8'), 'sheet.txt')
  for (const { stream, column, first, last, text } of merges) {
    for (const row of sheet.tables.find((table) => table.stream === stream)?.rows.slice(first - 1, last) ?? []) {
      row.cells[column] = { text, lines: [row.line] }
    }
  }
  return sheet
}

/** The heading of a table as a city prints it: two rows, with the targets under one word. */
const HEAD: { column: Column; text: string; under?: string }[] = [
  { column: 'number', text: '番号' },
  { column: 'municipality', text: '区市町村' },
  { column: 'theme', text: 'テーマ' },
  { column: 'name', text: '事業名' },
  { column: 'summary', text: '事業概要\n（300字以内）' },
  { column: 'category', text: '事業分類' },
  { column: 'amount', text: '事業額' },
  { column: 'workers', text: '雇用・\n就業者数', under: '目標' },
  { column: 'recruiting', text: '人材獲得\n事業所数', under: '目標' },
  { column: 'supported', text: '支援\n事業所数', under: '目標' },
  { column: 'month', text: '事業開始\n（予定）月' },
  { column: 'url', text: 'URL' },
  { column: 'contact', text: '問合せ先' },
]

const headOf = ({ stream }: Table): typeof HEAD => HEAD.filter(({ column }) => column !== 'theme' || stream === 'model')

const FIGURES: readonly Column[] = ['amount', 'workers', 'recruiting', 'supported']

/** How a sheet is printed. */
export interface Print {
  /** Widths of the columns in the order of the heading, in parts of the page; each column has its own where left out. */
  widths?: Partial<Record<Column, number>>
  /** What a cell's border is, as CSS says it. */
  border?: string
  /** Where a cell's text stands in its height. */
  align?: 'top' | 'middle' | 'bottom'
  /** The heading stands on each page. */
  isRepeated?: boolean
  /** A row may be parted by the end of a page. */
  mayBreak?: boolean
  /** The addresses are links. */
  hasLinks?: boolean
  size?: string
  font?: string
  style?: string
}

const WIDTHS: Record<Column, number> = {
  number: 3,
  municipality: 6,
  theme: 9,
  name: 14,
  summary: 40,
  category: 8,
  amount: 6,
  workers: 6,
  recruiting: 6,
  supported: 6,
  month: 8,
  url: 16,
  contact: 12,
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replaceAll('\n', '<br>')

/** A summary whose paragraphs begin with an indent, but for those with a mark of their own. */
const indented = (text: string, column: Column): string =>
  column === 'summary' ? text.replace(/\n(?=[^【①-⑳])/gu, '\n\u3000') : text

/** A sheet as a page to print: title, unit, and the tables with ruled lines. */
export function sheetHtml(sheet: SheetCells, merges: readonly Merged[], print: Print = {}): string {
  const { border = '0.75px solid #000', align = 'middle', size = 'A3 landscape', font = '8px' } = print
  const tables = sheet.tables.map((table, index) => {
    const head = headOf(table)
    const widths = head.map(({ column }) => print.widths?.[column] ?? WIDTHS[column])
    const sum = widths.reduce((a, b) => a + b, 0)
    const columns = widths.map((width) => `<col style="width:${((width / sum) * 100).toFixed(2)}%">`).join('')
    const upper = head.map(({ text, under }, at) => {
      if (under === undefined) return `<th rowspan="2">${escape(text)}</th>`
      if (head[at - 1]?.under === under) return ''
      return `<th colspan="${head.filter((other) => other.under === under).length}">${under}</th>`
    })
    const lower = head.flatMap(({ text, under }) => (under === undefined ? [] : [`<th>${escape(text)}</th>`]))
    const rows = table.rows.map((row, at) => {
      const cells = head.map(({ column }) => {
        const merged = merges.find(
          (cell) =>
            cell.stream === table.stream && cell.column === column && at + 1 >= cell.first && at + 1 <= cell.last,
        )
        if (merged !== undefined && at + 1 > merged.first) return ''
        const span = merged === undefined ? '' : ` rowspan="${merged.last - merged.first + 1}"`
        const text = escape(indented(merged?.text ?? row.cells[column]?.text ?? '', column))
        const isLink = column === 'url' && print.hasLinks === true && text !== ''
        return `<td class="${column}"${span}>${isLink ? `<a href="${text}">${text}</a>` : text}</td>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    const before = head.findIndex(({ column }) => column === 'amount')
    const total = `<tr><td colspan="${before}" style="text-align:center">合　　　　　計</td>${FIGURES.map(
      (figure) => `<td class="${figure}">${escape(table.total?.[figure as 'amount'].text ?? '')}</td>`,
    ).join('')}<td></td><td></td><td></td></tr>`
    const heading = `<tr>${upper.join('')}</tr><tr>${lower.join('')}</tr>`
    return `${index === 0 ? '' : '<p class="second">地域人材確保総合支援事業</p>'}<p class="unit">（単位：千円、人）</p>
<table><colgroup>${columns}</colgroup>${
      print.isRepeated === true ? `<thead>${heading}</thead><tbody>` : `<tbody>${heading}`
    }${rows.join('')}${total}</tbody></table>`
  })
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><style>
@page { size: ${size}; margin: 10mm }
body { font: ${font}/1.35 'BIZ UDPGothic'; margin: 0 }
h1 { font-size: 1.4em; text-align: center; margin: 0 }
.unit { text-align: right; margin: 0 } .second { break-before: page; margin: 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border: ${border}; padding: 2px 3px; vertical-align: ${align}; font-weight: normal; overflow-wrap: anywhere }
th, .number, .category, .month, .contact { text-align: center } .amount, .workers, .recruiting, .supported { text-align: right }
tr { break-inside: ${print.mayBreak === true ? 'auto' : 'avoid'} }
${print.style ?? ''}</style>
<h1>${escape(sheet.title?.text ?? '')}</h1>${tables.join('')}</html>`
}

// In characters of a spreadsheet; wide enough for either table.
const COLUMN_WIDTHS = [5, 11, 24, 60, 60, 14, 12, 11, 11, 11, 14, 26, 24]

/** How many lines a text takes in a column, at 8 points. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.ceil(([...line].length * 9 + 1) / (width * 5.2)), 0)

const LINE = { style: 'thin' } as const
const RULED = { top: LINE, bottom: LINE, left: LINE, right: LINE }

/** A sheet as a worksheet: title, unit and tables under each other, with the merged ranges of a spreadsheet. */
export function sheetWorksheet(sheet: SheetCells, merges: readonly Merged[]): WriteSheet {
  const rows: (string | number | null)[][] = [[sheet.title?.text ?? '']]
  const ranges: MergeRange[] = [{ startRow: 0, endRow: 0, startCol: 0, endCol: 11 }]
  const ruled: [from: number, to: number, columns: number][] = []
  for (const [index, table] of sheet.tables.entries()) {
    const head = headOf(table)
    if (index > 0) rows.push([], ['地域人材確保総合支援事業'])
    rows.push([...Array<null>(head.length - 1).fill(null), '（単位：千円、人）'])
    const top = rows.length
    const first = head.findIndex(({ under }) => under !== undefined)
    rows.push(head.map(({ text, under }, at) => (under === undefined ? text : at === first ? under : null)))
    rows.push(head.map(({ text, under }) => (under === undefined ? null : text)))
    head.forEach(({ under }, column) => {
      if (under === undefined) ranges.push({ startRow: top, endRow: top + 1, startCol: column, endCol: column })
    })
    ranges.push({ startRow: top, endRow: top, startCol: first, endCol: first + 2 })
    const body = rows.length - 1
    for (const row of table.rows) {
      rows.push(head.map(({ column }) => valueOf(column, indented(row.cells[column]?.text ?? '', column))))
    }
    for (const merged of merges.filter(({ stream }) => stream === table.stream)) {
      const column = head.findIndex((cell) => cell.column === merged.column)
      ranges.push({
        startRow: body + merged.first,
        endRow: body + merged.last,
        startCol: column,
        endCol: column,
      })
      for (let row = merged.first + 1; row <= merged.last; row += 1) {
        const cells = rows[body + row]
        if (cells !== undefined) cells[column] = null
      }
    }
    rows.push(
      head.map(({ column }, at) => {
        if (at === 0) return '合　　　　　計'
        return FIGURES.includes(column) ? valueOf(column, table.total?.[column as 'amount'].text ?? '') : null
      }),
    )
    ranges.push({ startRow: rows.length - 1, endRow: rows.length - 1, startCol: 0, endCol: first - 2 })
    ruled.push([top, rows.length - 1, head.length])
  }
  const cells = new Map<string, Partial<Cell>>()
  for (const [from, to, columns] of ruled) {
    for (let row = from; row <= to; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        cells.set(`${row},${column}`, {
          value: rows[row]?.[column] ?? null,
          style: {
            border: RULED,
            alignment: { vertical: 'center', wrapText: true },
            font: { name: 'BIZ UDPGothic', size: 8 },
          },
        })
      }
    }
  }
  const heights = new Map<number, { height: number }>()
  for (const [from, to, columns] of ruled) {
    for (let row = from; row <= to; row += 1) {
      const cells = rows[row]?.slice(0, columns) ?? []
      const lines = Math.max(1, ...cells.map((cell, column) => linesOf(String(cell ?? ''), COLUMN_WIDTHS[column] ?? 0)))
      heights.set(row, { height: Math.min(400, lines * 12 + 6) })
    }
  }
  return {
    name: '計画書',
    rows,
    merges: ranges,
    cells,
    columns: COLUMN_WIDTHS.map((width) => ({ width })),
    rowDefs: heights,
    pageSetup: { paperSize: 'a3', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** Figures are real numbers in a spreadsheet. */
function valueOf(column: Column, text: string): string | number | null {
  if (text === '') return null
  if (!FIGURES.includes(column) && column !== 'number') return text
  return /^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : text
}
