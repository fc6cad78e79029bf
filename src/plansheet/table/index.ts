import { compact } from '../compact.ts'
import { isFurniture, isTitle, isTotalLabel, isUnit } from '../furniture.ts'
import type { Cell, Column, Figure, Row, SheetCells, Stream, Table } from '../cells.ts'
import type { Issue } from '../issue.ts'
import { STREAM_LABELS } from '../labels.ts'
import { inTotal, brokenTotal, withoutHead, beforeHead, noFigures, unknownTable, otherTitle } from './faults.ts'
import { checkHead, columnsOf, isHead, isHeadBelow, type Head } from './head.ts'
import { hasParts, type TableColumn } from './headings.ts'
import { filled, type TableRecord } from './record.ts'

const STREAMS: Record<string, Stream> = {
  区市町村: 'municipal',
  [STREAM_LABELS.municipal]: 'municipal',
  [STREAM_LABELS.model]: 'model',
}

/**
 * Reads records into the tables of a sheet: either one list with the columns 計画書 and 表, or the two tables as they are
 * printed, with title and unit around them, in any order of columns. A heading that is repeated before the 合計 of its
 * table, as on each page of a print, goes on with it.
 * @param sheet what has been read of the sheet so far; the tables are added to it
 */
export function readTables(records: readonly TableRecord[], sheet: SheetCells, file: string): SheetCells {
  // Of a file without headings, the first line is read as such, to say what is wrong with it.
  const first = records.some(isHead) ? null : records.find((record) => !isAround(record))
  let head: Head | null = null
  let isSecond = false
  // Rows under a faulty heading would only repeat its fault.
  let isBroken = false

  for (const [index, record] of records.entries()) {
    if (isHead(record) || record === first) {
      const below = records[index + 1]
      const second = below !== undefined && isHeadBelow(below) ? below : null
      isSecond = second !== null
      sheet.headings.push(...(record.printed ?? filled(record)))
      const columns = columnsOf(record, second)
      if (head !== null && isOpen(sheet, head) && columns.join() === head.columns.join()) continue
      head = { columns, stream: head === null ? 'municipal' : 'model' }
      const hasUnit = sheet.furniture.some(({ text }) => isUnit(text))
      const faults = checkHead(head, record, second, hasUnit, file)
      isBroken ||= faults.length > 0
      sheet.issues.push(...faults)
    } else if (isSecond) {
      isSecond = false
      sheet.headings.push(...filled(record))
    } else if (isAround(record)) {
      addAround(sheet, record, file)
    } else if (isBroken) {
      sheet.stray.push(...filled(record))
    } else if (head !== null) {
      addRow(sheet, head, record, file)
    } else {
      sheet.stray.push(...filled(record))
      sheet.issues.push(beforeHead(file, record))
    }
  }
  return sheet
}

/** True where the table under a heading has not come to its 合計. */
const isOpen = ({ tables }: SheetCells, { stream }: Head): boolean =>
  (tables.find((table) => table.stream === stream)?.total ?? null) === null

/** True for a line around the tables: the title, the unit, the second table's title. */
const isAround = (record: TableRecord): boolean =>
  filled(record).length < 3 && filled(record).every(({ text }) => isTitle(text) || isFurniture(text))

function addAround(sheet: SheetCells, record: TableRecord, file: string): void {
  for (const cell of filled(record)) {
    const { text } = cell
    if (isTitle(text) && sheet.title === null) sheet.title = cell
    else if (isUnit(text)) sheet.furniture.push(cell)
    else if (isTitle(text) && compact(text) !== compact(sheet.title?.text ?? '')) {
      sheet.stray.push(cell)
      sheet.issues.push(otherTitle(file, record.line, text))
    } else sheet.headings.push(cell)
  }
}

/** Adds a line below a heading: a row of its table, or its 合計. */
function addRow(sheet: SheetCells, { columns, stream }: Head, record: TableRecord, file: string): void {
  const refuse = (issue: Issue): void => {
    sheet.issues.push(issue)
    sheet.stray.push(...filled(record))
  }
  const fault = record.faultIn(columns.length)
  if (fault !== null) {
    refuse(fault)
    return
  }
  const outside = record.cells.find((cell, index) => columns[index] === null && cell !== null) ?? null
  if (outside !== null) {
    refuse(withoutHead(file, record.line, outside.text))
    return
  }
  const cells = new Map(
    columns.flatMap((column, index) =>
      column === null ? [] : [[column, joined(record.cells[index] ?? null, column)] as const],
    ),
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

/** A cell whose line breaks are kept only where they part paragraphs. */
function joined(cell: Cell | null, column: TableColumn): Cell | null {
  if (cell === null) return null
  const lines = cell.text.split('\n').map((part) => part.trim())
  const text = lines.filter((part) => part !== '').join(hasParts(column) ? '\n' : '')
  return text === '' ? null : { ...cell, text }
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
  cells: ReadonlyMap<TableColumn, Cell | null>,
): void {
  const of = (column: Column): Cell | null => cells.get(column) ?? null
  const number = of('number')
  const label = [...cells.values()].find((cell) => cell !== null && isTotalLabel(cell.text))
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
      if (/^[-‐–—―－−ー]$/.test(cell.text)) {
        sheet.furniture.push(cell)
        continue
      }
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
