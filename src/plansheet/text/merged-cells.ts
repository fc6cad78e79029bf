import { error, notice, type Issue } from '../issue.ts'
import { splitCells, type Columns, type TextCells } from './columns.ts'
import type { Leftover, Piece, TextRow } from './rows.ts'
import { unwrap } from './unwrap.ts'

/** A row with its text cells, and which of them came from a merged cell. */
export interface SplitRow extends TextCells {
  row: TextRow
  inferred: ('name' | 'summary')[]
}

/**
 * Gives the text of merged cells back to their rows. A cell that spans several rows leaves its text at the end of the
 * page; it belongs to the neighbouring rows of one municipality on that page that lack just this text. Where that is
 * not exactly one group of rows, nothing is given to anyone.
 * @returns the rows with what they were given, and an issue for every leftover.
 */
export function resolveMergedCells(
  file: string,
  rows: readonly SplitRow[],
  leftovers: readonly Leftover[],
  columns: Columns,
): { rows: SplitRow[]; issues: Issue[] } {
  const issues: Issue[] = []
  const given = new Map<SplitRow, SplitRow>()

  for (const { page, pieces, atPageEnd } of leftovers) {
    const line = pieces[0]?.line ?? null
    const printed = unwrap(pieces)
    const { name, summary } = splitCells(pieces, { ...columns, hasTheme: false })
    const groups = atPageEnd ? groupsWithout(rows, page, summary.length > 0 ? 'summary' : 'name') : []
    const [group] = groups

    if (group === undefined || name.length === 0) {
      issues.push(strayText(file, pieces))
    } else if (groups.length > 1 || (summary.length === 0 && group.length > 2)) {
      const candidates = groups.flat().map(describe).join('、')
      issues.push(
        error(
          'merged-cell-ambiguous',
          file,
          { line },
          {
            found: `結合セルの文字「${shorten(printed)}」。入りうる行が複数ある: ${candidates}`,
            expected: '入りうる行が、隣り合う一組だけ',
            remedy: '元の計画書でどの行の文字かを確かめ、その行の番号の行の下に移してください。',
          },
        ),
      )
    } else {
      for (const target of group) {
        const fields: SplitRow['inferred'] = summary.length > 0 ? ['name', 'summary'] : ['name']
        given.set(target, { ...target, name, summary: summary.length > 0 ? summary : target.summary, inferred: fields })
      }
      const targets = group.map(describe).join('・')
      issues.push(
        notice(
          'merged-cell',
          file,
          { line },
          {
            found: `ページの終わりにある結合セルの文字「${shorten(printed)}」`,
            expected: '各行に事業名と事業概要がある',
            remedy: `同じページで文字のない行（${targets}）のものと推定しました。元の計画書と見比べてください。`,
          },
        ),
      )
    }
  }
  return { rows: rows.map((row) => given.get(row) ?? row), issues }
}

/** The issue for text that belongs to no row. */
export const strayText = (file: string, pieces: readonly Piece[]): Issue =>
  error(
    'stray-text',
    file,
    { line: pieces[0]?.line ?? null },
    {
      found: `どの行にも属さない文字「${shorten(unwrap(pieces))}」`,
      expected: '行の間には何もない。結合セルの文字は、事業名か事業概要のない行があるページの終わりに来る',
      remedy: '元の計画書と見比べ、その行にあるべき文字なら正しい位置に移し、欄外の注記なら取り除いてください。',
    },
  )

/** The groups of neighbouring rows of one municipality on a page that lack a name, and a summary or not. */
function groupsWithout(rows: readonly SplitRow[], page: number, lacking: 'name' | 'summary'): SplitRow[][] {
  const groups: SplitRow[][] = []
  let before: SplitRow | null = null
  for (const row of rows) {
    const lacks =
      row.row.page === page && row.name.length === 0 && (row.summary.length === 0) === (lacking === 'summary')
    const isNext = before !== null && before.row.head.municipality === row.row.head.municipality
    if (lacks && isNext) groups.at(-1)?.push(row)
    else if (lacks) groups.push([row])
    before = lacks ? row : null
  }
  return groups.filter((group) => group.length > 1)
}

const describe = ({ row }: SplitRow): string => `${row.line}行目 番号${row.head.number} ${row.head.municipality}`

const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
