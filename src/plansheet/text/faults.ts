import { error, type Issue } from '../issue.ts'
import type { Columns } from './columns.ts'
import type { Line } from './lines.ts'
import type { Piece, TextRow } from './rows.ts'
import type { TextTable } from './tables.ts'
import { width } from './width.ts'

/** A row without a readable line of category and figures. */
export function figuresIssues(row: TextRow, file: string): Issue[] {
  if (row.figures !== null) return []
  const broken = row.brokenFigures
  const place = `番号${row.head.number} ${row.head.municipality}`
  return [
    error('figures', file, {
      line: broken?.number ?? row.line,
      found: broken === null ? `${place}の行に、事業分類と数字の並びがない` : `「${broken.text.trim()}」`,
      expected: '事業分類・事業額・目標3つが一行に並ぶ（例: 労働力確保事業 7,725 15 - - 令和３年４月）',
      remedy: '元の計画書と見比べ、その行の事業分類・事業額・目標を直してください。記載なしは「-」です。',
    }),
  ]
}

// A line this short, in shares of the column, has not been broken at the cell's edge.
const RAGGED_SHARE = 0.35

/** A wrapped name fills its lines. A short one before the last shows that a line has come in from elsewhere. */
export function raggedName(name: readonly Piece[], columns: Columns, file: string): Issue[] {
  const short = name.slice(0, -1).find(({ text }) => width(text) < columns.name * RAGGED_SHARE)
  if (short === undefined) return []
  return [
    error('ragged-name', file, {
      line: short.line,
      field: 'name',
      found: `事業名の途中に、短い行「${short.text.trim()}」`,
      expected: '折り返した事業名は、最後の行のほかは、欄の幅いっぱいになる',
      remedy:
        'ほかの欄の行が混ざっていないか、元の計画書と見比べてください。続きの文字なら、前後の行とつなげてください。',
    }),
  ]
}

export const brokenTotal = ({ number, text }: Line, file: string): Issue =>
  error('total', file, {
    line: number,
    found: `合計の行「${text.trim()}」`,
    expected: '合計には、事業額と目標3つの、4つの数字がある',
    remedy: '元の計画書の合計の行と見比べて直してください。',
  })

export const missingUnit = (table: TextTable, file: string): Issue =>
  error('unit', file, {
    line: table.lines[0]?.number ?? null,
    found: '表の上に単位の表示がない',
    expected: '（単位：千円、人）',
    remedy: '元の計画書の単位を確かめてください。千円と人なら、表の上にその行を加えてください。',
  })

export const unitAlone = ({ number, text }: Line, file: string): Issue =>
  error('unit-alone', file, {
    line: number,
    found: `単位の表示「${text.trim()}」の後に、表がない`,
    expected: '単位の表示の下に、番号で始まる行の表がある',
    remedy: '表が抜けていないか、元の計画書と見比べてください。',
  })

export const swappedTables = (table: TextTable, file: string): Issue =>
  error('tables-swapped', file, {
    line: table.lines[0]?.number ?? null,
    found: '一つ目の表のすべての行に、モデル事業の表にだけあるテーマの列がある',
    expected: '一つ目が区市町村の事業の表、二つ目がモデル事業の表',
    remedy: '二つの表の順が元の計画書と同じか確かめてください。',
  })
