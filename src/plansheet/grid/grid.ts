import type { Cell } from '../cells.ts'
import type { Piece } from '../text/rows.ts'

/** A cell of a grid, as wide and as high as it is merged. */
export interface GridCell {
  /** First and last row of the grid that it spans, from 0. */
  top: number
  bottom: number
  /** Where it begins and ends from the left: points of a page, or columns of a worksheet. */
  left: number
  right: number
  /** Its lines. None where it shows nothing. */
  pieces: Piece[]
  /** True where no rule closes it towards the page before, or the next one. */
  openTop: boolean
  openBottom: boolean
  /** Addresses that it links to. */
  links: string[]
}

/** A table, or what looks like one, on a page or worksheet. */
export interface Grid {
  rows: number
  cells: GridCell[]
}

/** What stands on a page or worksheet from top to bottom: grids, and lines that stand around them. */
export type Block = Grid | Piece

export const isGrid = (block: Block): block is Grid => 'cells' in block

/** The cells of a grid's row, from left to right. */
export const cellsIn = ({ cells }: Grid, row: number): GridCell[] =>
  cells.filter(({ top, bottom }) => top <= row && row <= bottom).sort((a, b) => a.left - b.left)

/** The text of a cell with nothing between its lines. */
export const plainText = ({ pieces }: Pick<GridCell, 'pieces'>): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .trim()

/** The text and lines of grid cells, joined by `join`; null where they show nothing. */
export function cellOf(cells: readonly GridCell[], join: (pieces: readonly Piece[]) => string): Cell | null {
  const pieces = cells.flatMap((cell) => cell.pieces)
  const text = join(pieces)
  return text.trim() === '' ? null : { text, lines: [...new Set(pieces.map(({ line }) => line))] }
}
