import type { Cell, CellValue, Sheet } from 'hucre/xlsx'
import { error, type Issue } from '../src/plansheet/issue.ts'
import type { Workbook, WorkbookCell, Worksheet } from '../src/plansheet/xlsx/workbook.ts'
import { unpackedSize } from '../src/plansheet/xlsx/zip.ts'

/** A larger file, or one that unpacks to more, is no plan sheet. */
const MAX_BYTES = 20_000_000
const MAX_UNPACKED_BYTES = 60_000_000

/** The container of old .xls files, and of workbooks that a password locks. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** Loads a workbook: what its cells hold. Nothing in it is calculated or run. */
export async function loadXlsx(bytes: Uint8Array, file: string): Promise<{ workbook: Workbook; issues: Issue[] }> {
  const refuse = (issue: Issue): { workbook: Workbook; issues: Issue[] } => ({
    workbook: { isFrom1904: false, sheets: [] },
    issues: [issue],
  })
  if (bytes.length > MAX_BYTES) return refuse(tooLarge(file, `${Math.ceil(bytes.length / 1e6)}MB`))
  if (OLE.every((byte, index) => bytes[index] === byte)) return refuse(locked(file))
  const size = await unpackedSize(Uint8Array.from(bytes), MAX_UNPACKED_BYTES)
  if (size === null) return refuse(damaged(file))
  if (size > MAX_UNPACKED_BYTES) return refuse(tooLarge(file, `開くと${MAX_UNPACKED_BYTES / 1e6}MBを超える`))
  const { readXlsx } = await import('hucre/xlsx')
  try {
    const { sheets, dateSystem } = await readXlsx(bytes, { readStyles: true })
    return { workbook: { isFrom1904: dateSystem === '1904', sheets: sheets.map(toWorksheet) }, issues: [] }
  } catch {
    return refuse(damaged(file))
  }
}

function toWorksheet(sheet: Sheet): Worksheet {
  const { name, rows, cells, merges, rowDefs, columns, textBoxes } = sheet
  return {
    name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    cells: rows.flatMap((values, row) =>
      values.flatMap((value, column) => toCell(row, column, value, cells?.get(`${row},${column}`)) ?? []),
    ),
    merges: (merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
      top: startRow,
      bottom: endRow,
      left: startCol,
      right: endCol,
    })),
    hiddenRows: [...(rowDefs ?? [])].flatMap(([row, { hidden, height }]) =>
      hidden === true || height === 0 ? [row] : [],
    ),
    hiddenColumns: (columns ?? []).flatMap(({ hidden, width }, column) =>
      hidden === true || width === 0 ? [column] : [],
    ),
    shapes: (textBoxes ?? []).flatMap(({ text }) => (text.trim() === '' ? [] : [text])),
  }
}

function toCell(row: number, column: number, plain: CellValue, cell: Cell | undefined): WorkbookCell | null {
  const value = cell?.value ?? plain
  const isFormula = cell?.formula !== undefined
  if (value === null && !isFormula) return null
  return {
    row,
    column,
    value: value instanceof Date ? serialOf(value) : value,
    isError: cell?.type === 'error',
    isFormula,
    isStruck: [cell?.style?.font, ...(cell?.richText ?? []).map(({ font }) => font)].some(
      (font) => font?.strikethrough === true,
    ),
    format: value instanceof Date ? 'y' : (cell?.style?.numFmt ?? null),
    link: cell?.hyperlink?.target ?? null,
  }
}

/** Days since the end of 1899, as workbooks count them. */
const serialOf = (date: Date): number => Math.round(date.getTime() / 86_400_000) + 25_569

const tooLarge = (file: string, found: string): Issue =>
  error('file-large', file, {
    found,
    expected: `${MAX_BYTES / 1e6}MBまで、開いて${MAX_UNPACKED_BYTES / 1e6}MBまで`,
    remedy: '計画書のファイルかどうかを確かめ、計画書のシートだけのファイルにしてください。',
  })

const locked = (file: string): Issue =>
  error('file-locked', file, {
    found: 'パスワードで開かないようにしたファイルか、古い形（.xls）のファイル',
    expected: 'パスワードなしで開ける .xlsx のファイル',
    remedy: 'Excelで開いてパスワードを外し、「Excelブック（.xlsx）」で保存し直してください。',
  })

const damaged = (file: string): Issue =>
  error('file-damaged', file, {
    found: 'Excelのブックとして開けないファイル',
    expected: '壊れていない .xlsx のファイルで、表のシートだけのもの',
    remedy:
      'Excelで開けるか確かめてください。開けるなら、計画書の表だけを新しいブックに写し（グラフのシートや、表の外の行と列の書式を除き）、保存し直してください。',
  })
