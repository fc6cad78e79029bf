import type { Cell } from '../cells.ts'
import type { Issue } from '../issue.ts'

/** One line of a table as its file has it, before anything is known of its columns. */
export interface TableRecord {
  /** Line on which it begins (`Cell.lines`). */
  line: number
  /** From left to right. A cell that shows nothing is null. */
  cells: (Cell | null)[]
  /** The cells as printed, where they are not those that name the columns: of a heading in several levels. */
  printed?: Cell[]
  /** What is wrong with its form, in a table of so many columns; null where nothing is. */
  faultIn: (columns: number) => Issue | null
}

/** The cells of a record that show something. */
export const filled = ({ cells }: Pick<TableRecord, 'cells'>): Cell[] => cells.filter((cell) => cell !== null)
