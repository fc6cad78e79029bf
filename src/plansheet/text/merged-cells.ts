import { writeCsv } from '../../csv/write.ts'
import { error, notice, type Issue } from '../issue.ts'
import { splitLoose, type Columns, type TextCells } from './columns.ts'
import { endsLikeName } from './name-like.ts'
import type { Leftover, Piece, TextRow } from './rows.ts'
import { unwrap } from './unwrap.ts'

/** A row with its text cells. */
export interface SplitRow extends TextCells {
  row: TextRow
  /** The columns that were filled from a merged cell. */
  merged: ('name' | 'summary')[]
  /** True where a rule, and not a person, gave the merged cell to this row. */
  isInferred: boolean
}

/** What people have recorded of this table's merged cells. */
export interface Placements {
  /** Id of the project that a printed number stands for. */
  idOf: (number: string) => string
  /** Name in the merged cell that belongs to a project, by its id. */
  nameOf: (id: string) => string | null
}

/**
 * Gives the text of merged cells back to their rows. A cell that spans several rows leaves its text at the end of the
 * page; it belongs to the neighbouring rows of one municipality on that page that lack just this text. Where that is
 * not exactly one group of rows, and no person has said whose it is, nothing is given to anyone.
 * @returns the rows with what they were given, what was given to none, and an issue for every leftover.
 */
export function resolveMergedCells(
  file: string,
  rows: readonly SplitRow[],
  leftovers: readonly Leftover[],
  columns: Columns,
  placements: Placements,
): { rows: SplitRow[]; stray: Piece[]; issues: Issue[] } {
  const issues: Issue[] = []
  const stray: Piece[] = []
  const filled = new Map<SplitRow, SplitRow>()

  for (const { page, pieces, atPageEnd } of leftovers) {
    const blocks = splitBlocks(pieces, columns)
    for (const { name, summary, pieces: own } of blocks) {
      const line = own[0]?.line ?? null
      const text = unwrap(name)
      const merged: SplitRow['merged'] = summary.length > 0 ? ['name', 'summary'] : ['name']
      const chosen = rows.filter(({ row }) => placements.nameOf(placements.idOf(row.head.number)) === text)
      const groups = atPageEnd ? groupsWithout(rows, page, merged) : []
      const [group] = groups
      const single = atPageEnd ? rows.filter((row) => row.row.page === page && row.summary.length === 0) : []
      const isAmbiguous = blocks.length > 1 || groups.length > 1 || (summary.length === 0 && (group?.length ?? 0) > 2)

      if (name.length > 0 && chosen.length > 0 && chosen.every((row) => lacks(row, merged))) {
        for (const row of chosen) filled.set(row, fill(row, name, summary, merged, false))
      } else if (group === undefined && name.length > 0 && single.length > 0) {
        // Rows of the page have nothing, but not as neighbours of one municipality: a name may be misspelt.
        issues.push(ambiguous(file, line, text, single, placements))
        stray.push(...own)
      } else if (!isNameLike(text, rows) || group === undefined) {
        issues.push(strayText(file, own))
        stray.push(...own)
      } else if (isAmbiguous) {
        issues.push(ambiguous(file, line, text, groups.flat(), placements))
        stray.push(...own)
      } else {
        for (const row of group) filled.set(row, fill(row, name, summary, merged, true))
        issues.push(inferred(file, line, text, group))
      }
    }
  }
  return { rows: rows.map((row) => filled.get(row) ?? row), stray, issues }
}

/** The merged cells of a page's leftover: a new one begins with a name behind the end of the one before. */
function splitBlocks(pieces: readonly Piece[], columns: Columns): (TextCells & { pieces: Piece[] })[] {
  const blocks: (TextCells & { pieces: Piece[] })[] = []
  let rest = [...pieces]
  while (rest.length > 0) {
    const cells = splitLoose(rest, columns)
    // The summary ends where a name follows behind a blank line: a line that could be one, and begins no paragraph.
    const end = cells.summary.findIndex(
      (piece, index) => index > 0 && piece.gap && splitLoose([piece], columns).name.length > 0,
    )
    const isOnlyNames = cells.summary.length > 0 && splitLoose(cells.summary, columns).name.length > 0
    const length = isOnlyNames ? 0 : end < 0 ? cells.summary.length : end
    const own = [...cells.name, ...cells.summary.slice(0, length)]
    blocks.push({ ...cells, summary: cells.summary.slice(0, length), pieces: own })
    rest = rest.slice(own.length)
    if (own.length === 0) break
  }
  return blocks
}

/** True for text that may be a programme's name: it ends like one, or like another name of the table. */
const isNameLike = (text: string, rows: readonly SplitRow[]): boolean =>
  endsLikeName(text) ||
  rows.some(({ name }) => name.length > 0 && text.length > 4 && text.endsWith(unwrap(name).slice(-2)))

const lacks = ({ name, summary }: SplitRow, merged: SplitRow['merged']): boolean =>
  name.length === 0 && (summary.length === 0) === merged.includes('summary')

/** The groups of neighbouring rows of one municipality on a page that lack what a merged cell holds, and only that. */
function groupsWithout(rows: readonly SplitRow[], page: number, merged: SplitRow['merged']): SplitRow[][] {
  const groups: SplitRow[][] = []
  let before: SplitRow | null = null
  for (const row of rows) {
    const isOne = row.row.page === page && lacks(row, merged)
    if (isOne && before?.row.head.municipality === row.row.head.municipality) groups.at(-1)?.push(row)
    else if (isOne) groups.push([row])
    before = isOne ? row : null
  }
  return groups.filter((group) => group.length > 1)
}

const fill = (
  row: SplitRow,
  name: Piece[],
  summary: Piece[],
  merged: SplitRow['merged'],
  isInferred: boolean,
): SplitRow => ({
  ...row,
  name,
  summary: summary.length > 0 ? summary : row.summary,
  merged,
  isInferred,
})

/** The issue for text that belongs to no row. */
export const strayText = (file: string, pieces: readonly Piece[]): Issue =>
  error('stray-text', file, {
    line: pieces[0]?.line ?? null,
    found: `どの行にも属さない文字「${shorten(unwrap(pieces))}」`,
    expected: '行の間には何もない。結合セルの文字は、事業名か事業概要のない行があるページの終わりに来る',
    remedy: '元の計画書と見比べ、その行にあるべき文字なら正しい位置に移し、欄外の注記なら取り除いてください。',
  })

function ambiguous(file: string, line: number | null, text: string, rows: SplitRow[], { idOf }: Placements): Issue {
  const lines = rows.map(({ row }) =>
    writeCsv([[idOf(row.head.number), 'mergedCell', text, text, '理由', '根拠', '日付']]).trim(),
  )
  return error('merged-cell-ambiguous', file, {
    line,
    found: `結合セルの文字「${shorten(text)}」。入りうる行が一組に決まらない: ${rows.map(describe).join('、')}`,
    expected: '入りうる行が、隣り合う一組だけ',
    remedy: `行の区市町村の名前が元の計画書と同じか確かめてください。同じなら、どの行の文字かを確かめ、その行の分だけ、data/corrections.csv に加えてください。\n    ${lines.join('\n    ')}`,
  })
}

const inferred = (file: string, line: number | null, text: string, rows: SplitRow[]): Issue =>
  notice('merged-cell', file, {
    line,
    found: `ページの終わりにある結合セルの文字「${shorten(text)}」`,
    expected: '各行に事業名と事業概要がある',
    remedy: `同じページで文字のない行（${rows.map(describe).join('・')}）のものと推定しました。元の計画書と見比べてください。`,
  })

const describe = ({ row }: SplitRow): string => `${row.line}行目 番号${row.head.number} ${row.head.municipality}`

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
