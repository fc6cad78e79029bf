import { physicalRecords, type CsvRecord } from '../../csv/records.ts'
import { emptySheet, type Cell, type Column, type Row, type SheetCells, type Stream, type Table } from '../cells.ts'
import { error, type Issue } from '../issue.ts'
import { STREAM_LABELS } from '../labels.ts'
import { columnOf, HEADINGS, REQUIRED, type CsvColumn } from './headings.ts'

const STREAMS: Record<string, Stream> = {
  区市町村: 'municipal',
  [STREAM_LABELS.municipal]: 'municipal',
  [STREAM_LABELS.model]: 'model',
}

/**
 * Reads the cells of a plan sheet from CSV with the sheet's Japanese headings, in any order of columns:
 * text → records → headings → rows → cells. Lines are physical lines of the file.
 */
export function readCsv(text: string, file: string): SheetCells {
  const records = physicalRecords(text)
  const sheet = emptySheet(records.flatMap(({ cells }) => cells).join('\n'))
  const [head, ...body] = records
  const columns = head === undefined ? null : readHeadings(head, file, sheet.issues)
  if (head === undefined || columns === null) {
    sheet.stray.push(...records.map(whole))
    return sheet
  }
  sheet.headings.push(whole(head))

  for (const record of body) {
    const fault = faultOf(record, columns.length, file)
    if (fault !== null) {
      sheet.issues.push(fault)
      sheet.stray.push(whole(record))
      continue
    }
    const cells = new Map(
      columns.flatMap((column, index) => (column === null ? [] : [[column, cellOf(record, index, column)] as const])),
    )
    const title = cells.get('title') ?? null
    const word = cells.get('table') ?? null
    const stream = STREAMS[word?.text ?? STREAM_LABELS.municipal] ?? null
    if (stream === null) {
      sheet.issues.push(unknownTable(file, record.line, word?.text ?? ''))
      sheet.stray.push(whole(record))
      continue
    }
    sheet.title ??= title
    if (title !== null && title.text !== sheet.title?.text) sheet.issues.push(otherTitle(file, record.line, title.text))
    for (const cell of [title, word]) if (cell !== null && cell !== sheet.title) sheet.headings.push(cell)
    addRecord(sheet, file, tableOf(sheet, stream), record.line, cells)
  }
  return sheet
}

const whole = ({ line, cells }: CsvRecord): Cell => ({ text: cells.join('\n'), lines: [line] })

/** The column of each place of the heading line; null for a place that is at fault. */
function readHeadings(head: CsvRecord, file: string, issues: Issue[]): (CsvColumn | null)[] | null {
  const columns = head.cells.map(columnOf)
  const fault = (found: string, expected: string): void => {
    issues.push(error('heading', file, { line: head.line }, { found, expected, remedy: HEADING_REMEDY }))
  }
  columns.forEach((column, index) => {
    const printed = head.cells[index] ?? ''
    if (column === null) fault(`知らない見出し「${printed}」`, `見出し: ${Object.values(HEADINGS).join('、')}`)
    else if (columns.indexOf(column) < index) fault(`見出し「${printed}」が2度ある`, '一度だけ')
  })
  for (const column of REQUIRED) {
    if (!columns.includes(column)) fault(`見出し「${HEADINGS[column]}」がない`, `見出し「${HEADINGS[column]}」の列`)
  }
  return columns.includes('number') ? columns : null
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
  if (number !== null && /^合\s*計$/u.test(number.text)) {
    const [amount, workers, recruiting, supported] = [of('amount'), of('workers'), of('recruiting'), of('supported')]
    if (amount && workers && recruiting && supported && table.total === null) {
      table.total = { amount, workers, recruiting, supported }
    } else {
      sheet.issues.push(brokenTotal(file, line))
      for (const cell of [amount, workers, recruiting, supported]) if (cell !== null) sheet.stray.push(cell)
    }
    sheet.furniture.push(number)
    const rest = [...cells].filter(([column]) => !TOTAL_COLUMNS.includes(column) && column !== 'number')
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
