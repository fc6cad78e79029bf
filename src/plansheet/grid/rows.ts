import { isTotalLabel } from '../furniture.ts'
import type { TableColumn } from '../table/headings.ts'
import { cellsIn, plainText, type Grid, type GridCell } from './grid.ts'
import { overlaps, type Leaf } from './head.ts'

/** A row of a table, before its cells are joined to text. */
export interface GridRow {
  leaves: Leaf[]
  /** For each leaf its cells; one more list for what stands under no heading. */
  cells: GridCell[][]
  /** True for the first row of its grid under a heading or at all, and for its last one. */
  isFirst: boolean
  isLast: boolean
}

/** Reads the row of a table that begins in a row of its grid: as high as the number's cell. */
export function readRow(grid: Grid, top: number, leaves: Leaf[], isFirst: boolean): { row: GridRow; last: number } {
  const key = leaves.findIndex(({ column }) => column === 'number')
  const [head] = divide(cellsIn(grid, top), leaves)[Math.max(0, key)] ?? []
  const last = Math.max(top, head?.bottom ?? top)
  const spanned = new Set<GridCell>()
  for (let row = top; row <= last; row += 1) for (const cell of cellsIn(grid, row)) spanned.add(cell)
  return { row: { leaves, cells: divide([...spanned], leaves), isFirst, isLast: last + 1 >= grid.rows }, last }
}

/** Gives cells to the columns that they stand under; a cell over several columns to the first of them. */
function divide(cells: readonly GridCell[], leaves: readonly Leaf[]): GridCell[][] {
  const columns: GridCell[][] = [...leaves.map(() => []), []]
  for (const cell of cells) {
    const index = leaves.findIndex((leaf) => overlaps(cell, leaf))
    columns[index < 0 ? leaves.length : index]?.push(cell)
  }
  for (const column of columns) column.sort((a, b) => a.top - b.top || a.left - b.left)
  return columns
}

export const isTotalRow = ({ cells }: GridRow): boolean =>
  cells.some((column) => column.some((cell) => isTotalLabel(plainText(cell))))

// What stands in one line, and therefore never in two halves of a row.
const WHOLE: readonly (TableColumn | null)[] = [
  'number',
  'municipality',
  'category',
  'amount',
  'workers',
  'recruiting',
  'supported',
  'month',
]

const shows = (cells: readonly GridCell[] | undefined): boolean =>
  cells?.some((cell) => plainText(cell) !== '') ?? false

/**
 * Puts together what a page break has parted: the halves of a row, of which only one shows a number, and the halves of
 * a cell that is merged over rows before and behind the break, which no rule closes there while others are closed.
 * A merged cell is one object in all its rows.
 */
export function joinAtBreaks(rows: readonly GridRow[]): GridRow[] {
  const joined: GridRow[] = []
  for (const row of rows) {
    const before = joined.at(-1)
    if (before === undefined || !before.isLast || !row.isFirst || !sameColumns(before, row)) {
      joined.push(row)
    } else if (areHalves(before, row)) {
      before.cells.forEach((cells, index) => {
        const next = row.cells[index] ?? []
        const [a, b] = [cells.at(-1), next[0]]
        if (a !== undefined && b !== undefined) unite(a, b, [...joined, ...rows])
        for (const cell of next.slice(1)) cells.push(cell)
        if (a === undefined) cells.push(...next.slice(0, 1))
      })
      before.isLast = row.isLast
    } else {
      joinMerged(before, row, [...joined, ...rows])
      joined.push(row)
    }
  }
  return joined
}

const sameColumns = (a: GridRow, b: GridRow): boolean =>
  a.leaves.map(({ column }) => column).join() === b.leaves.map(({ column }) => column).join()

function areHalves(a: GridRow, b: GridRow): boolean {
  if (isTotalRow(a) || isTotalRow(b)) return false
  const number = a.leaves.findIndex(({ column }) => column === 'number')
  if (number < 0 || shows(a.cells[number]) === shows(b.cells[number])) return false
  return a.leaves.every(
    ({ column }, index) => !WHOLE.includes(column) || !(shows(a.cells[index]) && shows(b.cells[index])),
  )
}

/** Joins the cells of two rows that the break has parted, where the others of their row are closed there. */
function joinMerged(a: GridRow, b: GridRow, rows: readonly GridRow[]): void {
  const [below, above] = [a.cells.flat(), b.cells.flat()]
  const tells = below.some(({ openBottom }) => !openBottom) && above.length > 0 && above.some(({ openTop }) => !openTop)
  if (!tells) return
  a.cells.forEach((cells, index) => {
    const [first, second] = [cells.at(-1), b.cells[index]?.[0]]
    if (first === undefined || second === undefined) return
    if (first.openBottom || second.openTop) unite(first, second, rows)
  })
}

/** Makes two cells one, wherever the second stands. */
function unite(a: GridCell, b: GridCell, rows: readonly GridRow[]): void {
  if (a === b) return
  a.pieces.push(...b.pieces)
  a.links.push(...b.links)
  a.openBottom = b.openBottom
  for (const { cells } of rows) {
    for (const column of cells) {
      const at = column.indexOf(b)
      if (at >= 0) column[at] = a
    }
  }
}
