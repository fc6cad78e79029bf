import { physicalRecords, type CsvRecord } from '../../csv/records.ts'
import { emptySheet, type Cell, type SheetCells } from '../cells.ts'
import { readTables } from '../table/index.ts'
import type { TableRecord } from '../table/record.ts'
import { faultOf } from './faults.ts'

/**
 * Reads the cells of a plan sheet from CSV with the sheet's Japanese headings: text → records → tables. Lines are
 * physical lines of the file.
 */
export function readCsv(text: string, file: string): SheetCells {
  const records = physicalRecords(text)
  const sheet = emptySheet(records.flatMap(({ cells }) => cells).join('\n'))
  return readTables(
    records.map((record) => toTableRecord(record, file)),
    sheet,
    file,
  )
}

function toTableRecord(record: CsvRecord, file: string): TableRecord {
  const { line, last } = record
  const lines = Array.from({ length: last - line + 1 }, (_, offset) => line + offset)
  return {
    line,
    cells: record.cells.map((text): Cell | null => (text.trim() === '' ? null : { text, lines })),
    faultIn: (columns) => faultOf(record, columns, file),
  }
}
