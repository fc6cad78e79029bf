import type { SheetCells } from './cells.ts'
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
  /** The rows that could be read, in printed order. */
  projects: readonly Project[]
}
