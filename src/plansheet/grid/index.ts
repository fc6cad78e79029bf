import type { Cell, SheetCells } from '../cells.ts'
import { compact } from '../compact.ts'
import { isFurniture, isTitle, isTotalLabel } from '../furniture.ts'
import type { TableColumn } from '../table/headings.ts'
import { readTables } from '../table/index.ts'
import { filled, type TableRecord } from '../table/record.ts'
import type { Piece } from '../text/rows.ts'
import { noHead, outside } from './faults.ts'
import { cellOf, cellsIn, isGrid, plainText, type Block, type GridCell } from './grid.ts'
import { readHead, type GridHead } from './head.ts'
import { isTotalRow, joinAtBreaks, readRow, type GridRow } from './rows.ts'

/** How the lines of a column's cell are joined to its text. */
export type Join = (pieces: readonly Piece[], column: TableColumn | null) => string

/**
 * Reads the blocks of a sheet, in the order of its pages or worksheets, into its tables: grids → headings → rows →
 * records → tables. Text around the tables that says nothing known is passed over, with a notice.
 * @param sheet what has been read of the sheet so far; the tables are added to it
 */
export function readBlocks(blocks: readonly Block[], sheet: SheetCells, file: string, join: Join): SheetCells {
  const parts = joinTitle(cutBlocks(blocks))
  const rows = new Set(joinAtBreaks(parts.flatMap((part) => part.row ?? [])))
  const spans = new Map<GridCell, number>()
  for (const { cells } of rows) for (const cell of cells.flat()) spans.set(cell, (spans.get(cell) ?? 0) + 1)
  const hasHead = parts.some(({ head }) => head !== undefined)
  if (!hasHead) sheet.issues.push(noHead(file, sheet.places?.[0] ?? null))

  const records: TableRecord[] = []
  for (const { head, row, around } of parts) {
    if (head !== undefined) records.push(head.record)
    else if (row !== undefined) {
      // What a page break had parted is in the row before.
      if (rows.has(row) && row.cells.flat().some((cell) => plainText(cell) !== '')) {
        const record = toRecord(row, spans, join)
        records.push(record)
        addLinks(sheet, row, record)
      }
    } else if (around.every(({ text }) => isTitle(text) || isFurniture(text))) {
      if (around.length > 0) records.push(recordOf(around))
    } else {
      sheet.stray.push(...around)
      if (hasHead) sheet.issues.push(...around.map((cell) => outside(file, cell)))
    }
  }
  if (hasHead) return readTables(records, sheet, file)
  sheet.title = records.flatMap(filled).find(({ text }) => isTitle(text)) ?? null
  sheet.stray.push(...records.flatMap(filled).filter((cell) => cell !== sheet.title))
  return sheet
}

/** A piece of a sheet: a heading, a row under it, or what stands around the tables. */
type Part =
  | { head: GridHead; row?: undefined; around?: undefined }
  | { row: GridRow; head?: undefined; around?: undefined }
  | { around: Cell[]; head?: undefined; row?: undefined }

function cutBlocks(blocks: readonly Block[]): Part[] {
  const parts: Part[] = []
  let open: GridHead | null = null
  for (const block of blocks) {
    if (!isGrid(block)) {
      parts.push({ around: [{ text: block.text.trim(), lines: [block.line] }] })
      continue
    }
    let isFirst = true
    for (let at = 0; at < block.rows; at += 1) {
      const head = readHead(block, at)
      if (head !== null) {
        parts.push({ head: (open = head) })
        at = head.last
      } else if (open === null) {
        const cells = cellsIn(block, at).filter(({ top }) => top === at)
        parts.push({ around: cells.flatMap((cell) => cellOf([cell], joinPlain) ?? []) })
      } else {
        const { row, last } = readRow(block, at, open.leaves, isFirst)
        parts.push({ row })
        isFirst = false
        at = last
        // Behind its 合計 a table has no more rows.
        if (isTotalRow(row)) open = null
      }
    }
  }
  return parts
}

/** Puts together a title that stands on two lines, with its year on the second. */
function joinTitle(parts: readonly Part[]): Part[] {
  const isWhole = (text: string): boolean => /^東京都.*計画書\(.*年度\)$/.test(compact(text))
  const at = parts.findIndex(({ around }, index) => {
    const [first, second] = [around, parts[index + 1]?.around].map((cells) => (cells?.length === 1 ? cells[0] : null))
    return first && second && !isWhole(first.text) && isWhole(first.text + second.text)
  })
  const [first, second] = [parts[at]?.around?.[0], parts[at + 1]?.around?.[0]]
  if (first === undefined || second === undefined) return [...parts]
  const title = { text: first.text + second.text, lines: [...first.lines, ...second.lines] }
  return [...parts.slice(0, at), { around: [title] }, ...parts.slice(at + 2)]
}

const joinPlain = (pieces: readonly Piece[]): string => plainText({ pieces: [...pieces] })

const recordOf = (cells: Cell[]): TableRecord => ({ line: cells[0]?.lines[0] ?? 0, cells, faultIn: () => null })

/** Keeps the addresses that a row's URL links to: each as printed, where it is the same. */
function addLinks(sheet: SheetCells, { leaves, cells }: GridRow, record: TableRecord): void {
  const at = leaves.findIndex(({ column }) => column === 'url')
  const printed = record.cells[at] ?? null
  if (printed === null) return
  for (const link of new Set(cells[at]?.flatMap(({ links }) => links))) {
    const text = isSameAddress(link, printed.text) ? printed.text : link
    sheet.hyperlinks.push({ text, lines: printed.lines })
    // It stands in the file, though not in its text.
    sheet.visible += text
  }
}

const isSameAddress = (a: string, b: string): boolean =>
  URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href

// Columns whose text holds no space: one in it is for looks.
const SPACELESS: readonly (TableColumn | null)[] = ['number', 'municipality', 'category', 'month', 'url']

function toRecord({ leaves, cells }: GridRow, spans: ReadonlyMap<GridCell, number>, join: Join): TableRecord {
  const record = [...leaves.map(({ column }) => column), null].map((column, index): Cell | null => {
    const own = cells[index] ?? []
    const cell = cellOf(own, (pieces) => {
      const text = join(pieces, column)
      return SPACELESS.includes(column) ? compactSpace(text) : text
    })
    const isShared = own.some((part) => (spans.get(part) ?? 0) > 1)
    return cell !== null && isShared ? { ...cell, shared: true } : cell
  })
  const lines = record.flatMap((cell) => (cell === null || cell.shared === true ? [] : cell.lines))
  return {
    line: Math.min(...(lines.length > 0 ? lines : record.flatMap((cell) => cell?.lines ?? []))),
    cells: record,
    faultIn: () => null,
  }
}

const compactSpace = (text: string): string => (isTotalLabel(text) ? text : text.replace(/\s/g, ''))
