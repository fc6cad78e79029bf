/** What a workbook shows in a cell. */
export interface WorkbookCell {
  /** From 0. */
  row: number
  column: number
  value: string | number | boolean | null
  /** True for #REF! and its like. */
  isError: boolean
  isFormula: boolean
  /** True where some of its text is struck through. */
  isStruck: boolean
  /** How a number is shown: `#,##0`. Null where nothing is said. */
  format: string | null
  link: string | null
}

/** One worksheet. Rows and columns from 0, inclusive. */
export interface Worksheet {
  name: string
  isHidden: boolean
  cells: WorkbookCell[]
  merges: { top: number; bottom: number; left: number; right: number }[]
  hiddenRows: number[]
  hiddenColumns: number[]
  /** Texts in shapes that lie over the cells. */
  shapes: string[]
}

export interface Workbook {
  /** True where days are counted from 1904. */
  isFrom1904: boolean
  sheets: Worksheet[]
}

/** The name of a cell: B12. */
export function addressOf({ row, column }: { row: number; column: number }): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}
