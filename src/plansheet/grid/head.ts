import type { Cell } from '../cells.ts'
import { isHeading } from '../furniture.ts'
import { isHead } from '../table/head.ts'
import { columnOf, type TableColumn } from '../table/headings.ts'
import type { TableRecord } from '../table/record.ts'
import { cellOf, cellsIn, plainText, type Grid, type GridCell } from './grid.ts'

/** One column under a heading: what it is called, and where it stands. */
export interface Leaf {
  column: TableColumn | null
  left: number
  right: number
}

/** A heading of one or several rows, and the columns under it. */
export interface GridHead {
  /** Its last row in the grid. */
  last: number
  leaves: Leaf[]
  record: TableRecord
}

const hasText = (cell: GridCell): boolean => plainText(cell) !== ''
const cellFor = (cells: readonly GridCell[]): Cell | null =>
  cellOf(cells, (pieces) => plainText({ pieces: [...pieces] }))

/** Reads the heading that begins in a row; null where none does. */
export function readHead(grid: Grid, row: number): GridHead | null {
  if (!isHead({ cells: cellsIn(grid, row).map((cell) => cellFor([cell])) })) return null
  let last = row
  while (last + 1 < grid.rows && goesOn(cellsIn(grid, last + 1).filter(hasText), last + 1)) last += 1
  const cells = grid.cells.filter((cell) => hasText(cell) && cell.bottom >= row && cell.top <= last)
  const lowest = lowestOf(cells)
  const named = lowest.map((leaf) => nameOf(leaf, cells))
  const printed = cells.map((cell) => cellFor([cell])).filter((cell) => cell !== null)
  return {
    last,
    leaves: lowest.map(({ left, right }, index) => ({ column: columnOf(named[index]?.text ?? ''), left, right })),
    // One more place, for what stands under no heading.
    record: { line: printed[0]?.lines[0] ?? 0, cells: [...named, null], printed, faultIn: () => null },
  }
}

/** True where a row belongs to the heading above it: it shows headings alone, or cells that began there. */
const goesOn = (cells: readonly GridCell[], row: number): boolean =>
  cells.length > 0 &&
  cells.every((cell) => cell.top < row || columnOf(plainText(cell)) !== null || isHeading(plainText(cell)))

/** The cells of a heading under which no other stands, from left to right. */
function lowestOf(cells: readonly GridCell[]): GridCell[] {
  const lowest: GridCell[] = []
  for (const cell of cells.toSorted((a, b) => b.bottom - a.bottom || b.top - a.top)) {
    if (lowest.every((other) => !overlaps(cell, other))) lowest.push(cell)
  }
  return lowest.sort((a, b) => a.left - b.left)
}

/** What a column is called: all that stands in and above its lowest cell, or the part of it that names a column. */
function nameOf(leaf: GridCell, cells: readonly GridCell[]): Cell | null {
  const above = cells.filter((cell) => cell.bottom < leaf.top && overlaps(cell, leaf)).sort((a, b) => a.top - b.top)
  const ways = [[...above, leaf], [leaf], ...above.map((cell) => [cell])].map(cellFor)
  return ways.find((way) => columnOf(way?.text ?? '') !== null) ?? cellFor([leaf])
}

/** True where two cells share more than the width of a rule. */
export const overlaps = (a: Pick<GridCell, 'left' | 'right'>, b: Pick<GridCell, 'left' | 'right'>): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > Math.min(a.right - a.left, b.right - b.left) * 0.3
