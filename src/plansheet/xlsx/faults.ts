import { error, notice, type Issue } from '../issue.ts'
import { addressOf, type WorkbookCell, type Worksheet } from './workbook.ts'

/** The names of cells, the first of many. */
const listed = (cells: readonly Pick<WorkbookCell, 'row' | 'column'>[]): string =>
  cells.slice(0, 10).map(addressOf).join('、') + (cells.length > 10 ? ` ほか${cells.length - 10}` : '')

const inSheet = ({ name }: Worksheet, cell?: WorkbookCell): { place: string } => ({
  place: `シート「${name}」${cell === undefined ? '' : addressOf(cell)}`,
})

export const hiddenPart = (file: string, sheet: Worksheet, what: string, cells: readonly WorkbookCell[]): Issue =>
  error('excel-hidden', file, {
    ...inSheet(sheet),
    found: `見えない${what}に文字がある（${listed(cells)}）`,
    expected: 'すべての行と列が見える',
    remedy: '計画書の一部なら再表示し、そうでないなら削除してから保存し直してください。',
  })

export const hiddenSheet = (file: string, sheet: Worksheet): Issue =>
  notice('excel-sheet', file, {
    ...inSheet(sheet),
    found: '見えないシート',
    expected: '見えるシートだけ',
    remedy: '読んでいません。計画書の一部なら再表示してください。',
  })

export const shapeText = (file: string, sheet: Worksheet, text: string): Issue =>
  notice('text-outside', file, {
    ...inSheet(sheet),
    found: `図形の中に「${text}」`,
    expected: '文字はセルの中にある',
    remedy: 'どの事業にも入れていません。事業のことを書いたものでないか確かめてください。',
  })

export const formulas = (file: string, sheet: Worksheet, cells: readonly WorkbookCell[]): Issue =>
  notice('excel-formula', file, {
    ...inSheet(sheet),
    found: `数式のセル（${listed(cells)}）`,
    expected: '数式か、文字や数字',
    remedy: '数式は計算し直さず、ファイルに保存されている値で読みました。',
  })

export const dates = (file: string, sheet: Worksheet, cells: readonly WorkbookCell[]): Issue =>
  notice('excel-date', file, {
    ...inSheet(sheet),
    found: `日付のセル（${listed(cells)}）`,
    expected: '令和○年○月の文字か、日付',
    remedy: '日付の年と月で読みました。セルに見えている年月と同じか確かめてください。',
  })

const FAULTS = {
  error: ['エラーの値', '文字か数字'],
  formula: ['計算した値のない数式', '値の保存された数式'],
  format: ['見えている数と値が違う書式の数', '書式で割ったり掛けたりしていない数'],
  date: ['元号で書けない日付', '令和か平成の日付'],
  boolean: ['TRUEかFALSE', '文字か数字'],
  struck: ['取り消し線のある文字', '取り消し線のない文字か数字'],
} as const

export const badValue = (
  file: string,
  sheet: Worksheet,
  cell: WorkbookCell,
  fault: keyof typeof FAULTS,
  found: string,
): Issue =>
  error('excel-value', file, {
    ...inSheet(sheet, cell),
    found: `${FAULTS[fault][0]}「${found}」`,
    expected: FAULTS[fault][1],
    remedy: 'Excelで開いてセルを見直し、見えているとおりの文字か数字を入れて保存し直してください。',
  })
