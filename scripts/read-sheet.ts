import { readFile } from 'node:fs/promises'
import { emptySheet, type SheetCells } from '../src/plansheet/cells.ts'
import { decode } from '../src/plansheet/decode.ts'
import { readCells, type PlacedCell } from '../src/plansheet/index.ts'
import { isSound, withPlaces, type Issue } from '../src/plansheet/issue.ts'
import { missing } from './read-data.ts'

/** A sheet's cells, or why its file cannot be opened. */
export interface OpenedSheet {
  cells: SheetCells
  bytes: Uint8Array
  /** Of a file that cannot be opened there is nothing else to say. */
  issues: Issue[]
}

/** True for the kinds of files that are kept beside the CSV that is read from them. */
export const isOriginal = (path: string): boolean => /\.(?:pdf|xlsx)$/i.test(path)

/** Opens a sheet of any kind, by its name: .pdf, .xlsx, .csv, or text. What reads PDF and Excel is loaded here alone. */
export async function openSheet(path: string, placed: readonly PlacedCell[]): Promise<OpenedSheet> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch {
    return { cells: emptySheet(''), bytes: new Uint8Array(), issues: [missing(path)] }
  }
  if (/\.pdf$/i.test(path)) {
    const [{ loadPdf }, { readPdf }] = await Promise.all([
      import('./load-pdf.ts'),
      import('../src/plansheet/pdf/index.ts'),
    ])
    const { pages, issues } = await loadPdf(bytes, path)
    return opened(issues.length > 0 ? emptySheet('') : readPdf(pages, path), bytes, issues)
  }
  if (/\.xlsx$/i.test(path)) {
    const [{ loadXlsx }, { readXlsx }] = await Promise.all([
      import('./load-xlsx.ts'),
      import('../src/plansheet/xlsx/index.ts'),
    ])
    const { workbook, issues } = await loadXlsx(bytes, path)
    return opened(issues.length > 0 ? emptySheet('') : readXlsx(workbook, path), bytes, issues)
  }
  const { text, issues } = decode(bytes, path)
  return { cells: issues.length > 0 ? emptySheet('') : readCells(text, path, placed), bytes, issues }
}

/** Where a reader found no table it has said why: that there are no rows either would only repeat it. */
function opened(cells: SheetCells, bytes: Uint8Array, issues: Issue[]): OpenedSheet {
  const why = cells.tables.length > 0 || isSound(cells.issues) ? [] : withPlaces(cells.issues, cells.places)
  return { cells, bytes, issues: [...issues, ...why] }
}
