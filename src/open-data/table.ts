import { inert } from '../csv/formula.ts'
import { writeCsv } from '../csv/write.ts'

/** What a program reads a column's cells as (the names are those of Table Schema). */
export type ColumnType = 'string' | 'integer' | 'date' | 'yearmonth'

/** A column: what the data dictionary says of it. */
export interface ColumnInfo {
  /** ASCII heading, for programs; the unit stands in it. */
  name: string
  /** Japanese heading, for people; the unit stands in it. */
  heading: string
  type: ColumnType
  meaning: string
  /** What the figures count, or that they count nothing; null for all that is no figure. */
  unit: string | null
  /** Where it comes from: a heading of the plan sheet, or this site. */
  source: string
  /** What an empty cell means; null where no cell is empty. */
  absent: string | null
  /** All values that may stand here, each with what it means; null where any may. */
  codes: readonly { value: string; label: string }[] | null
  /** Where the same value stands in the records of projects.json; null where it does not. */
  path: string | null
}

/** null where nothing is stated. */
export type CellValue = string | number | null

/** A table as it is published: one file, one row a line. */
export interface Table {
  name: string
  title: string
  description: string
  columns: ColumnInfo[]
  /** Names of the columns that together tell one row from another. */
  key: string[]
  /** Columns whose values are keys of another table. */
  references: { column: string; table: string; to: string }[]
  rows: CellValue[][]
}

/** A column, and how a row gives its value. */
export type Column<T> = Pick<ColumnInfo, 'name' | 'heading' | 'meaning'> &
  Partial<ColumnInfo> & { value: (row: T) => CellValue }

/** Makes a table of rows of any kind. A column is a text of the plan sheet that is never empty, unless it says more. */
export function makeTable<T>(
  info: Pick<Table, 'name' | 'title' | 'description' | 'key'> & { references?: Table['references'] },
  columns: readonly Column<T>[],
  rows: readonly T[],
): Table {
  return {
    references: [],
    ...info,
    columns: columns.map((column) => ({
      name: column.name,
      heading: column.heading,
      meaning: column.meaning,
      type: column.type ?? 'string',
      unit: column.unit ?? null,
      source: column.source ?? `計画書の「${column.heading}」`,
      absent: column.absent ?? null,
      codes: column.codes ?? null,
      path: column.path ?? null,
    })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  }
}

function cell(value: CellValue): string {
  const text = String(value ?? '')
  return /[\r\n]/.test(text) ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text
}

/** A table as CSV for programs: ASCII headings, codes, every text as it is. */
export const csvForPrograms = ({ columns, rows }: Table): string =>
  writeCsv([columns.map(({ name }) => name), ...rows.map((row) => row.map(cell))])

/**
 * A table as CSV for people, without a byte order mark: Japanese headings, labels in place of codes. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
export const csvForPeople = ({ columns, rows }: Table): string =>
  writeCsv([
    columns.map(({ heading }) => heading),
    ...rows.map((row) =>
      row.map((value, at) => {
        const shown = columns[at]?.codes?.find((code) => code.value === value)?.label ?? value
        return typeof shown === 'string' ? inert(cell(shown)) : cell(shown)
      }),
    ),
  ])
