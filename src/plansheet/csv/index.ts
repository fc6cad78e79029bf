import { physicalRecords, type CsvRecord } from '../../csv/records.ts'
import { compact } from '../compact.ts'
import { isFurniture, isTitle, isUnit } from '../furniture.ts'
import {
  emptySheet,
  type Cell,
  type Column,
  type Figure,
  type Row,
  type SheetCells,
  type Stream,
  type Table,
} from '../cells.ts'
import type { Issue } from '../issue.ts'
import { STREAM_LABELS } from '../labels.ts'
import {
  inTotal,
  brokenTotal,
  withoutHead,
  beforeHead,
  noFigures,
  unknownTable,
  otherTitle,
  faultOf,
} from './faults.ts'
import { checkHead, filled, isHead, isHeadBelow, type Head } from './head.ts'
import { columnOf, type CsvColumn } from './headings.ts'

const STREAMS: Record<string, Stream> = {
  区市町村: 'municipal',
  [STREAM_LABELS.municipal]: 'municipal',
  [STREAM_LABELS.model]: 'model',
}

/**
 * Reads the cells of a plan sheet from CSV with the sheet's Japanese headings, in any order of columns: either one list
 * with the columns 計画書 and 表, or the two tables as a spreadsheet prints them, with title and unit around them.
 * text → records → headings → rows → cells. Lines are physical lines of the file.
 */
export function readCsv(text: string, file: string): SheetCells {
  const records = physicalRecords(text)
  const sheet = emptySheet(records.flatMap(({ cells }) => cells).join('\n'))
  // Of a file without headings, the first line is read as such, to say what is wrong with it.
  const first = records.some(isHead) ? null : records.find((record) => !isAround(record))
  let head: Head | null = null
  let isSecond = false
  // Rows under a faulty heading would only repeat its fault.
  let isBroken = false

  for (const record of records) {
    if (isHead(record) || record === first) {
      const stream: Stream = head === null ? 'municipal' : 'model'
      head = { columns: record.cells.map(columnOf), stream }
      const below = records[records.indexOf(record) + 1]
      const second = below !== undefined && isHeadBelow(below) ? below : null
      isSecond = second !== null
      const faults = checkHead(
        head,
        record,
        second,
        sheet.furniture.some(({ text: words }) => isUnit(words)),
        file,
      )
      isBroken ||= faults.length > 0
      sheet.issues.push(...faults)
      sheet.headings.push(whole(record))
    } else if (isSecond) {
      isSecond = false
      sheet.headings.push(whole(record))
    } else if (isAround(record)) {
      addAround(sheet, record, file)
    } else if (isBroken) {
      sheet.stray.push(whole(record))
    } else if (head !== null) {
      addRow(sheet, head, record, file)
    } else {
      sheet.stray.push(whole(record))
      sheet.issues.push(beforeHead(file, record))
    }
  }
  return sheet
}

const whole = ({ line, cells }: CsvRecord): Cell => ({ text: cells.join('\n'), lines: [line] })

/** True for a line around the tables: the title, the unit, the second table's title. */
const isAround = (record: CsvRecord): boolean =>
  filled(record).length < 3 && filled(record).every((cell) => isTitle(cell) || isFurniture(cell))

function addAround(sheet: SheetCells, record: CsvRecord, file: string): void {
  for (const text of filled(record)) {
    const cell: Cell = { text, lines: [record.line] }
    if (isTitle(text) && sheet.title === null) sheet.title = cell
    else if (isUnit(text)) sheet.furniture.push(cell)
    else if (isTitle(text) && compact(text) !== compact(sheet.title?.text ?? '')) {
      sheet.stray.push(cell)
      sheet.issues.push(otherTitle(file, record.line, text))
    } else sheet.headings.push(cell)
  }
}

/** Adds a line below a heading: a row of its table, or its 合計. */
function addRow(sheet: SheetCells, { columns, stream }: Head, record: CsvRecord, file: string): void {
  const refuse = (issue: Issue): void => {
    sheet.issues.push(issue)
    sheet.stray.push(whole(record))
  }
  const fault = faultOf(record, columns.length, file)
  if (fault !== null) {
    refuse(fault)
    return
  }
  const outside = record.cells.find((cell, index) => columns[index] === null && cell.trim() !== '')
  if (outside !== undefined) {
    refuse(withoutHead(file, record.line, outside))
    return
  }
  const cells = new Map(
    columns.flatMap((column, index) => (column === null ? [] : [[column, cellOf(record, index, column)] as const])),
  )
  const title = cells.get('title') ?? null
  const word = cells.get('table') ?? null
  const table = word === null ? stream : (STREAMS[word.text] ?? null)
  if (table === null) {
    refuse(unknownTable(file, record.line, word?.text ?? ''))
    return
  }
  sheet.title ??= title
  if (title !== null && title.text !== sheet.title?.text) sheet.issues.push(otherTitle(file, record.line, title.text))
  for (const cell of [title, word]) if (cell !== null && cell !== sheet.title) sheet.headings.push(cell)
  addRecord(sheet, file, tableOf(sheet, table), record.line, cells)
}

/** A cell with the lines of its record; null where it is blank. A line break is kept only where it parts paragraphs. */
function cellOf({ line, last, cells }: CsvRecord, index: number, column: CsvColumn): Cell | null {
  const lines = (cells[index] ?? '').split('\n').map((part) => part.trim())
  const hasParts = column === 'summary' || column === 'contact'
  const text = lines.filter((part) => part !== '').join(hasParts ? '\n' : '')
  return text === '' ? null : { text, lines: Array.from({ length: last - line + 1 }, (_, offset) => line + offset) }
}

function tableOf(sheet: SheetCells, stream: Stream): Table {
  const found = sheet.tables.find((table) => table.stream === stream)
  if (found !== undefined) return found
  const table: Table = { stream, rows: [], total: null }
  sheet.tables.push(table)
  return table
}

const TOTAL_COLUMNS: readonly Figure[] = ['amount', 'workers', 'recruiting', 'supported']

/** Adds a record to its table: the 合計, or a row. */
function addRecord(
  sheet: SheetCells,
  file: string,
  table: Table,
  line: number,
  cells: ReadonlyMap<CsvColumn, Cell | null>,
): void {
  const of = (column: Column): Cell | null => cells.get(column) ?? null
  const number = of('number')
  const label = [...cells.values()].find((cell) => cell !== null && /^合\s*計$/u.test(cell.text))
  if (label) {
    const [amount, workers, recruiting, supported] = [of('amount'), of('workers'), of('recruiting'), of('supported')]
    if (amount && workers && recruiting && supported && table.total === null) {
      table.total = { amount, workers, recruiting, supported }
    } else {
      sheet.issues.push(brokenTotal(file, line))
      for (const cell of [amount, workers, recruiting, supported]) if (cell !== null) sheet.stray.push(cell)
    }
    sheet.furniture.push(label)
    const rest = [...cells].filter(
      ([column, cell]) => !(TOTAL_COLUMNS as readonly string[]).includes(column) && cell !== label,
    )
    for (const [column, cell] of rest) {
      if (cell === null || column === 'title' || column === 'table') continue
      sheet.issues.push(inTotal(file, line, column, cell.text))
      sheet.stray.push(cell)
    }
    return
  }
  const row: Row = {
    line,
    cells: {
      number,
      municipality: of('municipality'),
      theme: of('theme'),
      name: of('name'),
      summary: of('summary'),
      category: of('category'),
      amount: of('amount'),
      workers: of('workers'),
      recruiting: of('recruiting'),
      supported: of('supported'),
      month: of('month'),
      url: of('url'),
      contact: of('contact'),
    },
    inferred: [],
  }
  if ([row.cells.category, ...TOTAL_COLUMNS.map((column) => row.cells[column])].every((cell) => cell === null)) {
    sheet.issues.push(noFigures(file, line))
  }
  table.rows.push(row)
}
