import type { Cell, Figure, SheetCells, Stream, Table } from '../cells.ts'
import { error, type Issue } from '../issue.ts'
import { measureColumns, splitCells } from './columns.ts'
import { splitLines, type Line } from './lines.ts'
import { resolveMergedCells, strayText, type SplitRow } from './merged-cells.ts'
import { readTotalLine } from './patterns.ts'
import { cutRows, type Piece, type TextRow } from './rows.ts'
import { cutTables, type TextTable } from './tables.ts'
import { toRow } from './to-row.ts'

/**
 * Reads the cells of a plan sheet from the text of its document:
 * text → lines → tables → rows → columns → merged cells → cells.
 * @param file name of the file, for issues only
 */
export function readText(text: string, file: string): SheetCells {
  const parts = cutTables(splitLines(text))
  const issues: Issue[] = parts.stray.map((line) => strayText(file, [pieceOf(line)]))
  const tables = parts.tables.map((table, index): Table => {
    const read = readTable(table, index === 0 ? 'municipal' : 'model', file)
    issues.push(...read.issues)
    return read.table
  })
  return {
    title: parts.title === null ? null : cellOf(parts.title),
    tables,
    hyperlinks: parts.hyperlinks.map(cellOf),
    issues,
  }
}

const cellOf = ({ number, text }: Line): Cell => ({ text: text.trim(), lines: [number] })
const pieceOf = ({ number, text }: Line): Piece => ({ line: number, text, gap: false })

function readTable(table: TextTable, stream: Stream, file: string): { table: Table; issues: Issue[] } {
  const { rows, leftovers } = cutRows(table.lines)
  if (table.after.length > 0) {
    leftovers.push({ page: rows.at(-1)?.page ?? 1, pieces: table.after.map(pieceOf), atPageEnd: true })
  }
  const columns = measureColumns(rows, stream === 'model')
  const split = rows.map((row): SplitRow => ({ row, ...splitCells(row.text, columns), inferred: [] }))
  const merged = resolveMergedCells(file, split, leftovers, columns)
  const total = table.total === null ? null : readTotal(table.total)
  const issues = [...merged.issues, ...rows.flatMap((row) => figuresIssues(row, file))]
  if (table.total !== null && total === null) issues.push(brokenTotal(table.total, file))
  if (!table.hasUnit) issues.push(missingUnit(table, file))
  if (stream === 'municipal' && looksLikeModel(rows)) issues.push(swappedTables(table, file))
  return { table: { stream, rows: merged.rows.map(toRow), total }, issues }
}

function readTotal({ number, text }: Line): Record<Figure, Cell> | null {
  const [amount, workers, recruiting, supported, ...rest] = (readTotalLine(text) ?? []).map((figure): Cell => ({
    text: figure,
    lines: [number],
  }))
  if (amount === undefined || workers === undefined || recruiting === undefined || supported === undefined) return null
  return rest.length > 0 ? null : { amount, workers, recruiting, supported }
}

/** True where every row has the narrow theme column that only the model programmes have. */
function looksLikeModel(rows: readonly TextRow[]): boolean {
  const columns = measureColumns(rows, true)
  const cells = rows.map((row) => splitCells(row.text, columns))
  return cells.every(({ theme, name, summary }) => theme.length > 1 && name.length > 0 && summary.length > 0)
}

function figuresIssues(row: TextRow, file: string): Issue[] {
  if (row.figures !== null) return []
  const broken = row.brokenFigures
  const row_ = `番号${row.head.number} ${row.head.municipality}`
  return [
    error(
      'figures',
      file,
      { line: broken?.number ?? row.line },
      {
        found: broken === null ? `${row_}の行に、事業分類と数字の並びがない` : `「${broken.text.trim()}」`,
        expected: '事業分類・事業額・目標3つが一行に並ぶ（例: 労働力確保事業 7,725 15 - - 令和３年４月）',
        remedy: '元の計画書と見比べ、その行の事業分類・事業額・目標を直してください。記載なしは「-」です。',
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
