import type { Column, Row, SheetCells } from './cells.ts'
import type { Tally } from './tally.ts'
import type { Category, Municipality, Project } from './schema.ts'

/** One row of `data/categories.csv`. */
export interface CategoryEntry {
  key: Category
  /** As printed on the sheet. */
  label: string
  meaning: string
}

/** What the catalogue knows before it reads a sheet. */
export interface Register {
  municipalities: readonly Municipality[]
  categories: readonly CategoryEntry[]
}

/** A sheet that has been read: what the checks look at. */
export interface Reading {
  file: string
  /** null where the title shows none. */
  fiscalYear: number | null
  cells: SheetCells
  tally: Tally
  /** The rows that could be read, in printed order. */
  projects: readonly Project[]
}

/** The row that a project was read from. */
export const rowOf = ({ cells }: Reading, { stream, source }: Project): Row | undefined =>
  cells.tables.find((table) => table.stream === stream)?.rows.find(({ line }) => line === source.lines[0]?.from)

/** The physical line on which a project's cell begins; that of its row where the cell is blank. */
export const lineOf = (reading: Reading, project: Project, column: Column): number | null => {
  const row = rowOf(reading, project)
  return row?.cells[column]?.lines[0] ?? row?.line ?? null
}
