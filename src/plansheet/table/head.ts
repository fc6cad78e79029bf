import type { Stream } from '../cells.ts'
import { compact } from '../compact.ts'
import { error, type Issue } from '../issue.ts'
import { columnOf, HEADINGS, REQUIRED, type TableColumn } from './headings.ts'
import { filled, type TableRecord } from './record.ts'

/** The heading line of a table, and what it says of the rows below. */
export interface Head {
  columns: (TableColumn | null)[]
  /** The table of rows that do not name theirs. */
  stream: Stream
}

/** True for a heading line: most of its cells are headings, 番号 or 区市町村 among them. */
export function isHead(record: Pick<TableRecord, 'cells'>): boolean {
  const columns = filled(record).map(({ text }) => columnOf(text))
  const known = columns.filter((column) => column !== null)
  return (
    known.length * 2 > columns.length &&
    known.length > 3 &&
    (known.includes('number') || known.includes('municipality'))
  )
}

/** True for the lower line of a heading of two lines, 雇用・就業者数 under 目標. */
export const isHeadBelow = (record: TableRecord): boolean =>
  !isHead(record) && filled(record).every(({ text }) => columnOf(text) !== null)

/** The columns that a heading names; where it has a lower line, what that says counts. */
export const columnsOf = ({ cells }: TableRecord, below: TableRecord | null): (TableColumn | null)[] =>
  cells.map((cell, index) => columnOf(below?.cells[index]?.text ?? cell?.text ?? ''))

/**
 * Checks a heading.
 * @param hasUnit whether the unit 千円 stands above the table
 * @returns an issue for each heading that is unknown, doubled or missing, and for an amount without its unit
 */
export function checkHead(
  head: Head,
  record: TableRecord,
  below: TableRecord | null,
  hasUnit: boolean,
  file: string,
): Issue[] {
  const issues: Issue[] = []
  const fault = (found: string, expected: string): void => {
    issues.push(error('heading', file, { line: record.line, found, expected, remedy: HEADING_REMEDY }))
  }
  record.cells.forEach((cell, index) => {
    const printed = below?.cells[index]?.text ?? cell?.text ?? ''
    const column = head.columns[index] ?? null
    if (column === null && printed !== '') {
      fault(`知らない見出し「${printed}」`, `見出し: ${Object.values(HEADINGS).join('、')}`)
    } else if (column !== null && head.columns.indexOf(column) < index) {
      fault(`見出し「${printed}」が2度ある`, '一度だけ')
    }
  })
  for (const column of REQUIRED) {
    if (!head.columns.includes(column)) {
      fault(`見出し「${HEADINGS[column]}」がない`, `見出し「${HEADINGS[column]}」の列`)
    }
  }
  if (head.columns.includes('theme') && !head.columns.includes('table') && head.stream === 'municipal') {
    fault(
      `「${HEADINGS.theme}」があって「${HEADINGS.table}」がない`,
      '二つの表を一つにするなら、どちらの表の行かを示す列',
    )
  }
  const amount = record.cells[head.columns.indexOf('amount')]?.text ?? ''
  if (head.columns.includes('amount') && !hasUnit && !compact(amount).includes('千円')) {
    issues.push(unitMissing(file, record.line, amount))
  }
  return issues
}

const unitMissing = (file: string, line: number, found: string): Issue =>
  error('unit', file, {
    line,
    found: `事業額の見出し「${found}」に単位がなく、表の上にも（単位：千円、人）がない`,
    expected: '見出し「事業額（千円）」、または表の上の（単位：千円、人）',
    remedy: '元の計画書の単位を確かめてください。円で書かれた金額は、千円に直してから加えてください。',
  })

const HEADING_REMEDY = '計画書の見出しと見比べて直してください。`npm run -s sheet -- csv` が書く形が手本になります。'
