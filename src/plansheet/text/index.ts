import { emptySheet, type Cell, type Figure, type SheetCells, type Stream } from '../cells.ts'
import { error, type Issue } from '../issue.ts'
import { measureColumns, splitCells, type Columns } from './columns.ts'
import { isUnit } from '../furniture.ts'
import { splitLines, type Line } from './lines.ts'
import { resolveMergedCells, strayText, type Placements, type SplitRow } from './merged-cells.ts'
import { readTotalLine } from './patterns.ts'
import { cutRows, type Piece, type TextRow } from './rows.ts'
import { cutTables, type TextTable } from './tables.ts'
import { toRow } from './to-row.ts'
import { width } from './width.ts'

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

function figuresIssues(row: TextRow, file: string): Issue[] {
  if (row.figures !== null) return []
  const broken = row.brokenFigures
  const place = `番号${row.head.number} ${row.head.municipality}`
  return [
    error(
      'figures',
      file,
      { line: broken?.number ?? row.line },
      {
        found: broken === null ? `${place}の行に、事業分類と数字の並びがない` : `「${broken.text.trim()}」`,
        expected: '事業分類・事業額・目標3つが一行に並ぶ（例: 労働力確保事業 7,725 15 - - 令和３年４月）',
        remedy: '元の計画書と見比べ、その行の事業分類・事業額・目標を直してください。記載なしは「-」です。',
      },
    ),
  ]
}

// A line this short, in shares of the column, has not been broken at the cell's edge.
const RAGGED_SHARE = 0.35

/** A wrapped name fills its lines. A short one before the last shows that a line has come in from elsewhere. */
function raggedName(name: readonly Piece[], columns: Columns, file: string): Issue[] {
  const short = name.slice(0, -1).find(({ text }) => width(text) < columns.name * RAGGED_SHARE)
  if (short === undefined) return []
  return [
    error(
      'ragged-name',
      file,
      { line: short.line, field: 'name' },
      {
        found: `事業名の途中に、短い行「${short.text.trim()}」`,
        expected: '折り返した事業名は、最後の行のほかは、欄の幅いっぱいになる',
        remedy:
          'ほかの欄の行が混ざっていないか、元の計画書と見比べてください。続きの文字なら、前後の行とつなげてください。',
      },
    ),
  ]
}

const brokenTotal = ({ number, text }: Line, file: string): Issue =>
  error(
    'total',
    file,
    { line: number },
    {
      found: `合計の行「${text.trim()}」`,
      expected: '合計には、事業額と目標3つの、4つの数字がある',
      remedy: '元の計画書の合計の行と見比べて直してください。',
    },
  )

const missingUnit = (table: TextTable, file: string): Issue =>
  error(
    'unit',
    file,
    { line: table.lines[0]?.number ?? null },
    {
      found: '表の上に単位の表示がない',
      expected: '（単位：千円、人）',
      remedy: '元の計画書の単位を確かめてください。千円と人なら、表の上にその行を加えてください。',
    },
  )

const unitAlone = ({ number, text }: Line, file: string): Issue =>
  error(
    'unit-alone',
    file,
    { line: number },
    {
      found: `単位の表示「${text.trim()}」の後に、表がない`,
      expected: '単位の表示の下に、番号で始まる行の表がある',
      remedy: '表が抜けていないか、元の計画書と見比べてください。',
    },
  )

const swappedTables = (table: TextTable, file: string): Issue =>
  error(
    'tables-swapped',
    file,
    { line: table.lines[0]?.number ?? null },
    {
      found: '一つ目の表のすべての行に、モデル事業の表にだけあるテーマの列がある',
      expected: '一つ目が区市町村の事業の表、二つ目がモデル事業の表',
      remedy: '二つの表の順が元の計画書と同じか確かめてください。',
    },
  )
