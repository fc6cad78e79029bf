import type { Issue } from './issue.ts'

/** What a cell shows, wraps joined, and the lines it was printed on. `\n` is a break that is not a wrap. */
export interface Cell {
  text: string
  /** Physical lines of a text file; rows of a workbook, counted over its sheets; printed lines of a PDF, over its pages. */
  lines: number[]
  /** True where the cell spans several rows, and stands in each of them. */
  shared?: true
}

/** The columns of a plan sheet, in printed order. */
export type Column =
  | 'number'
  | 'municipality'
  | 'theme'
  | 'name'
  | 'summary'
  | 'category'
  | 'amount'
  | 'workers'
  | 'recruiting'
  | 'supported'
  | 'month'
  | 'url'
  | 'contact'

/** The columns that a 合計 adds up. */
export type Figure = 'amount' | 'workers' | 'recruiting' | 'supported'

/** One row of a plan sheet as printed. A cell that shows nothing is null. */
export interface Row {
  /** Physical line on which the row begins. */
  line: number
  cells: Record<Column, Cell | null>
  /** Cells that were given to this row by a rule, because the sheet's layout does not say whose they are. */
  inferred: Column[]
}

/** 区市町村（事業） or モデル事業: the two tables of a sheet. */
export type Stream = 'municipal' | 'model'

/** One table of a plan sheet. */
export interface Table {
  stream: Stream
  rows: Row[]
  /** The 合計 line. Null where none is printed. */
  total: Record<Figure, Cell> | null
}

/** A plan sheet as cells: what every reader of a file format yields, and all that the later stages know. */
export interface SheetCells {
  title: Cell | null
  tables: Table[]
  /** Addresses that the sheet gives apart from the table, each unwrapped. */
  hyperlinks: Cell[]
  /** The headings of the columns and tables. */
  headings: Cell[]
  /** What is printed around the table and says nothing of a programme: the unit, the word 合計. */
  furniture: Cell[]
  /** What belongs nowhere. An issue speaks of each. */
  stray: Cell[]
  /** All text that the reader saw. Each visible character of it is in one of the cells above. */
  visible: string
  /** What a person calls each line, 3ページの上から128mm, in the order of their numbers; null where it is their number. */
  places: string[] | null
  issues: Issue[]
}

/** A sheet of which nothing has been read yet. */
export const emptySheet = (visible: string): SheetCells => ({
  title: null,
  tables: [],
  hyperlinks: [],
  headings: [],
  furniture: [],
  stray: [],
  visible,
  places: null,
  issues: [],
})
