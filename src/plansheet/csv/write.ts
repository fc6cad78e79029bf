import { writeCsv } from '../../csv/write.ts'
import type { Cell, Column, SheetCells } from '../cells.ts'
import { STREAM_LABELS } from '../labels.ts'
import { HEADINGS, type TableColumn } from '../table/headings.ts'

/** The CSV form of a sheet's cells: one line of headings, every row of both tables as printed, and their 合計. */
export function writeSheetCsv({ title, tables }: SheetCells): string {
  const columns = Object.keys(HEADINGS) as TableColumn[]
  const line = (cells: Partial<Record<TableColumn, Cell | string | null>>): string[] =>
    columns.map((column) => {
      const cell = cells[column] ?? ''
      return typeof cell === 'string' ? cell : cell.text
    })
  return writeCsv([
    columns.map((column) => HEADINGS[column]),
    ...tables.flatMap(({ stream, rows, total }) => {
      const place = { title, table: STREAM_LABELS[stream] }
      const body = rows.map(({ cells }) => line({ ...place, ...(cells satisfies Record<Column, Cell | null>) }))
      return total === null ? body : [...body, line({ ...place, number: '合計', ...total })]
    }),
  ])
}
