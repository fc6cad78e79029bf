import { emptySheet, type Cell, type Figure, type SheetCells, type Stream } from '../cells.ts'
import { measureColumns, splitCells } from './columns.ts'
import { figuresIssues, raggedName, brokenTotal, missingUnit, unitAlone, swappedTables } from './faults.ts'
import { isUnit } from '../furniture.ts'
import { splitLines, type Line } from './lines.ts'
import { resolveMergedCells, strayText, type Placements, type SplitRow } from './merged-cells.ts'
import { readTotalLine } from './patterns.ts'
import { cutRows, type Piece, type TextRow } from './rows.ts'
import { cutTables, type TextTable } from './tables.ts'
import { toRow } from './to-row.ts'

/**
 * Reads the cells of a plan sheet from the text of its document:
 * text → lines → tables → rows → columns → merged cells → cells.
 * @param file name of the file, for issues only
 * @param placementsFor what people have recorded of the merged cells of the sheet with this title
 */
export function readText(text: string, file: string, placementsFor: PlacementsFor): SheetCells {
  const parts = cutTables(splitLines(text))
  const sheet: SheetCells = {
    ...emptySheet(text.replace(/^\uFEFF/, '')),
    title: parts.title === null ? null : cellOf(parts.title),
    hyperlinks: parts.hyperlinks.map(cellOf),
    stray: parts.stray.map(cellOf),
    issues: parts.stray.map((line) => strayText(file, [pieceOf(line)])),
  }
  parts.tables.forEach((table, index) => {
    const stream = index === 0 ? 'municipal' : 'model'
    readTable(table, stream, file, sheet, placementsFor(sheet.title?.text ?? '', stream))
  })
  for (const line of parts.headings) addHeading(sheet, line)
  if (parts.bareUnit !== null) sheet.issues.push(unitAlone(parts.bareUnit, file))
  return sheet
}

/** People's placements for one table of the sheet with this title. */
export type PlacementsFor = (title: string, stream: Stream) => Placements

const cellOf = ({ number, text }: Line): Cell => ({ text: text.trim(), lines: [number] })
const cellOfPiece = ({ line, text }: Piece): Cell => ({ text: text.trim(), lines: [line] })
const pieceOf = ({ number, text }: Line): Piece => ({ line: number, text, gap: false })

const addHeading = (sheet: SheetCells, line: Line): void => {
  const kind = isUnit(line.text) ? sheet.furniture : sheet.headings
  kind.push(cellOf(line))
}

/** Reads one table, and adds it with its issues to the sheet. */
function readTable(table: TextTable, stream: Stream, file: string, sheet: SheetCells, placements: Placements): void {
  const { rows, leftovers, headings } = cutRows(table.lines)
  // Behind the 合計 the next table's heading begins: only a person can say that text there is of a merged cell.
  if (table.after.length > 0) {
    leftovers.push({ page: rows.at(-1)?.page ?? 1, pieces: table.after.map(pieceOf), atPageEnd: false })
  }
  const loose = leftovers.flatMap(({ pieces }) => pieces)
  const columns = measureColumns(rows, loose, stream === 'model')
  const split = rows.map((row): SplitRow => ({
    row,
    ...splitCells(row.text, columns, row.line),
    merged: [],
    isInferred: false,
  }))
  const merged = resolveMergedCells(file, split, leftovers, columns, placements)
  const total = table.total === null ? null : readTotal(table.total)

  sheet.tables.push({ stream, rows: merged.rows.map(toRow), total })
  sheet.issues.push(
    ...merged.issues,
    ...rows.flatMap((row) => figuresIssues(row, file)),
    ...merged.rows.flatMap(({ name }) => raggedName(name, columns, file)),
  )
  if (table.total !== null && total === null) sheet.issues.push(brokenTotal(table.total, file))
  if (!table.hasUnit) sheet.issues.push(missingUnit(table, file))
  if (stream === 'municipal' && looksLikeModel(rows)) sheet.issues.push(swappedTables(table, file))

  for (const line of headings) addHeading(sheet, line)
  sheet.stray.push(...merged.stray.map(cellOfPiece), ...rows.flatMap((row) => row.brokenFigures ?? []).map(cellOf))
  if (table.total !== null && total === null) sheet.stray.push(cellOf(table.total))
  else if (table.total !== null) sheet.furniture.push({ text: '合計', lines: [table.total.number] })
}

function readTotal({ number, text }: Line): Record<Figure, Cell> | null {
  const [amount, workers, recruiting, supported, ...rest] = (readTotalLine(text) ?? []).map((figure): Cell => ({
    text: figure,
    lines: [number],
  }))
  if (amount === undefined || workers === undefined || recruiting === undefined || supported === undefined) return null
  return rest.length > 0 ? null : { amount, workers, recruiting, supported }
}

/** True where every row has the narrow theme column that only the model programmes have. One row proves nothing. */
function looksLikeModel(rows: readonly TextRow[]): boolean {
  const columns = measureColumns(rows, [], true)
  const cells = rows.map((row) => splitCells(row.text, columns, row.line))
  return (
    rows.length > 1 &&
    cells.every(({ theme, name, summary }) => theme.length > 1 && name.length > 0 && summary.length > 0)
  )
}
