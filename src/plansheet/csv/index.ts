import { physicalRecords, type CsvRecord } from '../../csv/records.ts'
import { isFurniture, isTitle, isUnit } from '../furniture.ts'
import { emptySheet, type Cell, type Column, type Row, type SheetCells, type Stream, type Table } from '../cells.ts'
import { error, type Issue } from '../issue.ts'
import { STREAM_LABELS } from '../labels.ts'
import { columnOf, HEADINGS, REQUIRED, type CsvColumn } from './headings.ts'

const STREAMS: Record<string, Stream> = {
  区市町村: 'municipal',
  [STREAM_LABELS.municipal]: 'municipal',
  [STREAM_LABELS.model]: 'model',
}

/** The heading line of a table, and what it says of the rows below. */
interface Head {
  columns: (CsvColumn | null)[]
  /** The table of rows that do not name theirs. */
  stream: Stream
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

  for (const record of records) {
    if (isHead(record) || record === first) {
      head = { columns: record.cells.map(columnOf), stream: streamOf(record, sheet.tables.length) }
      const below = records[records.indexOf(record) + 1]
      isSecond = below !== undefined && isHeadBelow(below)
      checkHead(head, record, isSecond && below !== undefined ? below : null, file, sheet.issues)
      sheet.headings.push(whole(record))
    } else if (isSecond) {
      isSecond = false
      sheet.headings.push(whole(record))
    } else if (isAround(record)) {
      addAround(sheet, record)
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
const filled = ({ cells }: CsvRecord): string[] => cells.filter((cell) => cell.trim() !== '')

/** True for a heading line: most of its cells are headings, 番号 or 区市町村 among them. */
function isHead(record: CsvRecord): boolean {
  const columns = filled(record).map(columnOf)
  const known = columns.filter((column) => column !== null)
  return (
    known.length * 2 > columns.length &&
    known.length > 3 &&
    (known.includes('number') || known.includes('municipality'))
  )
}

/** True for the lower line of a heading of two lines, 雇用・就業者数 under 目標. */
const isHeadBelow = (record: CsvRecord): boolean =>
  !isHead(record) && filled(record).every((cell) => columnOf(cell) !== null)

/** True for a line around the tables: the title, the unit, the second table's title. */
const isAround = (record: CsvRecord): boolean =>
  filled(record).length < 3 && filled(record).every((cell) => isTitle(cell) || isFurniture(cell))

function addAround(sheet: SheetCells, record: CsvRecord): void {
  for (const text of filled(record)) {
    const cell: Cell = { text, lines: [record.line] }
    if (isTitle(text) && sheet.title === null) sheet.title = cell
    else if (isUnit(text)) sheet.furniture.push(cell)
    else sheet.headings.push(cell)
  }
}

/** The second table has a theme, or comes after the first. */
const streamOf = (record: CsvRecord, tables: number): Stream =>
  tables > 0 ||
  (record.cells.some((cell) => columnOf(cell) === 'theme') && !record.cells.some((cell) => columnOf(cell) === 'table'))
    ? 'model'
    : 'municipal'

/** Completes a heading from its lower line, and reports what is unknown, doubled or missing. */
function checkHead(head: Head, record: CsvRecord, below: CsvRecord | null, file: string, issues: Issue[]): void {
  const fault = (found: string, expected: string): void => {
    issues.push(error('heading', file, { line: record.line }, { found, expected, remedy: HEADING_REMEDY }))
  }
  record.cells.forEach((printed, index) => {
    const lower = below?.cells[index]?.trim() ?? ''
    const column = lower === '' ? (head.columns[index] ?? null) : columnOf(lower)
    head.columns[index] = column
    if (column === null && printed.trim() !== '') {
      fault(`知らない見出し「${printed}」`, `見出し: ${Object.values(HEADINGS).join('、')}`)
    } else if (column !== null && head.columns.indexOf(column) < index) {
      fault(`見出し「${printed}」が2度ある`, '一度だけ')
    }
  })
  for (const column of REQUIRED) {
    if (!head.columns.includes(column))
      fault(`見出し「${HEADINGS[column]}」がない`, `見出し「${HEADINGS[column]}」の列`)
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

const HEADING_REMEDY = '計画書の見出しと見比べて直してください。`npm run -s sheet -- csv` が書く形が手本になります。'

function faultOf({ line, cells, malformed }: CsvRecord, columns: number, file: string): Issue | null {
  if (malformed) {
    return error(
      'csv',
      file,
      { line },
      {
        found: '引用符「"」が閉じていないか、余分にある',
        expected: '引用符は対になり、中の引用符は2つ重ねる',
        remedy: 'この行の引用符を直してください。表計算ソフトで開き、CSVで保存し直しても直ります。',
      },
    )
  }
  if (cells.length === columns) return null
  return error(
    'csv',
    file,
    { line },
    {
      found: `${cells.length}列の行`,
      expected: `見出しと同じ${columns}列`,
      remedy: 'コンマの数を確かめてください。文の中のコンマは、その欄を引用符「"」で囲みます。',
    },
  )
}

/** A cell with the line it begins on; null where it is blank. A line break is kept only where it parts paragraphs. */
function cellOf({ line, cells }: CsvRecord, index: number, column: CsvColumn): Cell | null {
  const lines = (cells[index] ?? '').split(/\r\n|\n|\r/).map((part) => part.trim())
  const hasParts = column === 'summary' || column === 'contact'
  const text = lines.filter((part) => part !== '').join(hasParts ? '\n' : '')
  return text === '' ? null : { text, lines: [line] }
}

function tableOf(sheet: SheetCells, stream: Stream): Table {
  const found = sheet.tables.find((table) => table.stream === stream)
  if (found !== undefined) return found
  const table: Table = { stream, rows: [], total: null }
  sheet.tables.push(table)
  return table
}

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
    const rest = [...cells].filter(([column, cell]) => !TOTAL_COLUMNS.includes(column) && cell !== label)
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
  table.rows.push(row)
}

const TOTAL_COLUMNS: readonly CsvColumn[] = ['amount', 'workers', 'recruiting', 'supported']

const inTotal = (file: string, line: number, column: CsvColumn, found: string): Issue =>
  error(
    'csv',
    file,
    { line },
    {
      found: `合計の行の「${HEADINGS[column]}」の列に「${found}」`,
      expected: '合計の行には、事業額と目標の数字だけがある',
      remedy: '列がずれていないか確かめてください。',
    },
  )

const brokenTotal = (file: string, line: number): Issue =>
  error(
    'total',
    file,
    { line },
    {
      found: '数字の足りない合計の行か、二つ目の合計の行',
      expected: '一つの表に一つの合計の行。事業額と目標3つの数字がある',
      remedy: '元の計画書の合計の行と見比べて直してください。',
    },
  )

const withoutHead = (file: string, line: number, found: string): Issue =>
  error(
    'csv',
    file,
    { line },
    {
      found: `見出しのない列に「${found}」`,
      expected: '見出しのある列にだけ文字がある',
      remedy: '列がずれていないか確かめ、その列に見出しを付けるか、文字を取り除いてください。',
    },
  )

const beforeHead = (file: string, { line, cells }: CsvRecord): Issue =>
  error(
    'csv',
    file,
    { line },
    {
      found: `見出しの行より前に「${cells.filter((cell) => cell.trim() !== '').join(' ')}」`,
      expected: '見出しの行の前には、題と単位だけがある',
      remedy: '計画書の表の一部でない行なら、取り除いてください。',
    },
  )

const unknownTable = (file: string, line: number, found: string): Issue =>
  error(
    'table-name',
    file,
    { line },
    {
      found: `表の列に「${found}」`,
      expected: `「${STREAM_LABELS.municipal}」か「${STREAM_LABELS.model}」`,
      remedy: '計画書のどちらの表の行かを確かめて直してください。',
    },
  )

const otherTitle = (file: string, line: number, found: string): Issue =>
  error(
    'title-differs',
    file,
    { line },
    {
      found: `計画書の列に、ほかの行と違う題「${found}」`,
      expected: 'すべての行が同じ計画書の題',
      remedy: '違う年度の行が混ざっていないか確かめてください。',
    },
  )
