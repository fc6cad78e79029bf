import { emptySheet, type SheetCells } from '../cells.ts'
import type { Grid, GridCell } from '../grid/grid.ts'
import { readBlocks } from '../grid/index.ts'
import { badValue, dates, formulas, hiddenPart, hiddenSheet, shapeText } from './faults.ts'
import { shownIn } from './shown.ts'
import type { Workbook, WorkbookCell, Worksheet } from './workbook.ts'

/**
 * Reads the cells of a plan sheet from a workbook: worksheets → grids → rows → cells. Lines are the rows of the
 * worksheets, counted over all that are visible.
 * @param file name of the file, for issues only
 */
export function readXlsx({ sheets, isFrom1904 }: Workbook, file: string): SheetCells {
  const places: string[] = []
  const sheet: SheetCells = { ...emptySheet(''), places }
  const grids = sheets.flatMap((worksheet) => {
    if (worksheet.isHidden) {
      if (worksheet.cells.some(isFilled)) sheet.issues.push(hiddenSheet(file, worksheet))
      return []
    }
    for (const text of worksheet.shapes) sheet.issues.push(shapeText(file, worksheet, text))
    const hidden = hiddenIn(worksheet)
    for (const [what, cells] of hidden) sheet.issues.push(hiddenPart(file, worksheet, what, cells))
    if (hidden.length > 0) return []
    const grid = toGrid(worksheet, isFrom1904, places.length, sheet, file)
    for (let row = 1; row <= grid.rows; row += 1) places.push(`シート「${worksheet.name}」の${row}行目`)
    return [grid]
  })
  sheet.visible = grids.flatMap(({ cells }) => cells.flatMap(({ pieces }) => pieces.map(({ text }) => text))).join('\n')
  if (sheet.issues.some(({ code }) => code === 'excel-hidden')) return { ...sheet, visible: '' }
  return readBlocks(grids, sheet, file, (pieces) => pieces.map(({ text }) => text).join('\n'))
}

const isFilled = ({ value }: WorkbookCell): boolean => value !== null && String(value).trim() !== ''

/** The filled cells of a worksheet that its hidden rows and columns hold. */
function hiddenIn({ cells, hiddenRows, hiddenColumns }: Worksheet): [what: string, cells: WorkbookCell[]][] {
  const [rows, columns] = [new Set(hiddenRows), new Set(hiddenColumns)]
  const found: [string, WorkbookCell[]][] = [
    ['行', cells.filter((cell) => rows.has(cell.row) && isFilled(cell))],
    ['列', cells.filter((cell) => columns.has(cell.column) && isFilled(cell))],
  ]
  return found.filter(([, inThem]) => inThem.length > 0)
}

function toGrid(worksheet: Worksheet, isFrom1904: boolean, before: number, sheet: SheetCells, file: string): Grid {
  const { merges } = worksheet
  const filled = worksheet.cells.filter(isFilled)
  const merged = new Map(merges.map((range) => [`${range.top},${range.left}`, range]))
  const dated: WorkbookCell[] = []
  const cells = worksheet.cells.flatMap((cell): GridCell[] => {
    const shown = shownIn(cell, isFrom1904)
    if (shown.text === undefined) sheet.issues.push(badValue(file, worksheet, cell, shown.fault, shown.found))
    else if (shown.isDate === true) dated.push(cell)
    const text = shown.text ?? shown.found
    if (text.trim() === '') return []
    const { row, column } = cell
    const range = merged.get(`${row},${column}`) ?? { top: row, bottom: row, left: column, right: column }
    return [
      {
        top: range.top,
        bottom: range.bottom,
        left: range.left,
        right: range.right + 1,
        pieces: text.split(/\r\n|\n|\r/).map((line) => ({ line: before + row + 1, text: line, gap: false })),
        openTop: false,
        openBottom: false,
        links: cell.link === null ? [] : [cell.link],
      },
    ]
  })
  const calculated = filled.filter(({ isFormula }) => isFormula)
  if (calculated.length > 0) sheet.issues.push(formulas(file, worksheet, calculated))
  if (dated.length > 0) sheet.issues.push(dates(file, worksheet, dated))
  return { rows: Math.max(0, ...cells.map(({ bottom }) => bottom + 1)), cells }
}
