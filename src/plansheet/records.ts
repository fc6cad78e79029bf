import type { Cell, Column, Row, Stream } from './cells.ts'
import { error, notice, type Issue } from './issue.ts'
import type { Register } from './reading.ts'
import { project as schema, type Contact, type Project } from './schema.ts'
import { isWebAddress } from './values/address.ts'
import { readContact } from './values/contact.ts'
import { readFigure } from './values/figure.ts'
import { readMonth, type StartMonth } from './values/month.ts'

/** Where a row stands, for its record. */
interface Context {
  file: string
  /** null where the sheet does not say; its rows are then read for their faults alone. */
  fiscalYear: number | null
  stream: Stream
  register: Register
}

/** A record's id, from what never changes: 2021, municipal, 11 → `2021-11`; 2021, model, 2 → `2021-m02`. */
export const projectId = (fiscalYear: number, stream: Stream, number: number): string =>
  `${fiscalYear}-${stream === 'model' ? 'm' : ''}${String(number).padStart(2, '0')}`

/**
 * Reads a row's cells into a record.
 * @returns the record, or null where a cell cannot be read; and the issues of the reading. A municipality or category
 * that the register does not know also makes it null: the checks report those.
 */
export function readRow(row: Row, context: Context): { project: Project | null; issues: Issue[] } {
  const { file, fiscalYear, stream, register } = context
  const { cells } = row
  const issues: Issue[] = []
  const number = readFigure(cells.number?.text ?? '') ?? 0
  const id = number > 0 && fiscalYear !== null ? projectId(fiscalYear, stream, number) : null
  const fault = (
    code: string,
    field: string,
    at: Cell | null,
    found: string,
    expected: string,
    remedy: string,
  ): void => {
    issues.push(error(code, file, { line: at?.lines[0] ?? row.line, id, field, found, expected, remedy }))
  }

  const figure = (cell: Cell | null, field: string): number | null => {
    if (cell === null) {
      // Of a row without any figures the reader of the file has spoken.
      if (hasFigures) fault('figure', field, null, '空の欄', '数字。記載なしは「-」', FIGURE_REMEDY)
      return null
    }
    const value = readFigure(cell.text)
    if (value !== undefined) return value
    fault('figure', field, cell, `「${cell.text}」`, '数字（例: 7,725）、または記載なしの「-」', FIGURE_REMEDY)
    return null
  }
  const hasFigures = [cells.category, cells.amount, cells.workers, cells.recruiting, cells.supported].some(
    (cell) => cell !== null,
  )
  if (hasFigures && cells.category === null) {
    fault('category', 'category', null, '事業分類の欄が空', '事業分類', FIGURE_REMEDY)
  }
  const amount = figure(cells.amount, 'amountThousandYen')
  if (cells.amount !== null && amount === null && readFigure(cells.amount.text) === null) {
    fault('amount', 'amountThousandYen', cells.amount, '事業額が「-」', '事業額（千円）の数字', FIGURE_REMEDY)
  }
  const targets = {
    workers: figure(cells.workers, 'targets.workers'),
    recruitingEstablishments: figure(cells.recruiting, 'targets.recruitingEstablishments'),
    supportedEstablishments: figure(cells.supported, 'targets.supportedEstablishments'),
  }

  let month: StartMonth | null = null
  const monthIsAbsent = cells.month !== null && readFigure(cells.month.text) === null
  if (!monthIsAbsent) month = readMonth(cells.month?.text ?? '')
  if (month === null && !monthIsAbsent && cells.category !== null) {
    const found = cells.month === null ? '事業開始（予定）月がない' : `「${cells.month.text}」`
    fault(
      'month',
      'startMonth',
      cells.month ?? cells.category,
      found,
      '元号の年と1〜12の月（例: 令和３年４月）',
      MONTH_REMEDY,
    )
  } else if (month !== null && month.repaired !== null) {
    issues.push(
      notice('month-repaired', file, {
        line: cells.month?.lines[0] ?? null,
        id,
        field: 'startMonth',
        found: `「${cells.month?.text ?? ''}」`,
        expected: '令和○年○月',
        remedy: `「年」が重なった誤植とみて、${month.startMonth.slice(0, 4)}年${Number(month.startMonth.slice(5))}月と読みました。`,
      }),
    )
  }

  const url = cells.url?.text ?? null
  if (url !== null && !isWebAddress(url)) {
    fault('url', 'url', cells.url, `「${url}」`, 'http:// か https:// で始まる、つながったアドレス', URL_REMEDY)
  }

  let contact: Contact | null = null
  const read = readContact(cells.contact?.text ?? '')
  if ('fault' in read) fault(...contactFault(read.fault, read.found, cells.contact))
  else contact = read

  if (cells.summary === null) {
    fault(
      'summary',
      'summary',
      null,
      '事業概要がない',
      '事業概要の文',
      '元の計画書と見比べ、抜けた文を補ってください。',
    )
  }

  const municipality = register.municipalities.find(({ name }) => name === cells.municipality?.text)
  const category = register.categories.find(({ label }) => label === cells.category?.text)
  if (issues.some(({ level }) => level === 'error')) return { project: null, issues }
  if (id === null || fiscalYear === null) return { project: null, issues }
  if (municipality === undefined || category === undefined) return { project: null, issues }
  if (amount === null || contact === null || cells.summary === null) return { project: null, issues }

  const record = {
    id,
    fiscalYear,
    stream,
    number,
    municipality: { code: municipality.code, name: municipality.name },
    theme: cells.theme?.text ?? null,
    name: cells.name?.text ?? null,
    summary: cells.summary.text.split('\n'),
    category: category.key,
    amountThousandYen: amount,
    targets,
    startMonth: month?.startMonth ?? null,
    startMonthPrinted: cells.month?.text ?? '',
    url,
    contact,
    source: { file, lines: ranges(row) },
  } satisfies Project
  const checked = schema.safeParse(record)
  if (checked.success) return { project: checked.data, issues: [...issues, ...inferences(row, id, file)] }
  for (const { path } of checked.error.issues) {
    const field = path.join('.')
    fault('record', field, null, `${field} の値が、記録の形に合わない`, 'README の表にある形の値', FIGURE_REMEDY)
  }
  return { project: null, issues }
}

const FIGURE_REMEDY = '元の計画書と見比べ、数字に直してください。'
const MONTH_REMEDY = '元の計画書と見比べ、年と月を直してください。'
const URL_REMEDY = '元の計画書のアドレスと見比べて直してください。アドレスがない事業なら、その行を取り除いてください。'

function contactFault(
  fault: 'department' | 'phone' | 'rest',
  found: string,
  cell: Cell | null,
): [code: string, field: string, at: Cell | null, found: string, expected: string, remedy: string] {
  const remedy = '元の計画書の問合せ先と見比べて直してください。'
  if (fault === 'phone') {
    const shown = found === '' ? '問合せ先がない' : `10桁の電話番号がない「${found}」`
    return ['phone', 'contact.phone', cell, shown, '市外局番からの10桁の電話番号（例: 03-1234-5678）', remedy]
  }
  if (fault === 'department') {
    const shown = found === '' ? '問合せ先に部署がない' : `部署とは読めない「${found}」`
    return ['department', 'contact.department', cell, shown, '部署の名前（課・係・担当・室などで終わる）', remedy]
  }
  return [
    'contact',
    'contact',
    cell,
    `電話番号の後に「${found}」`,
    '（直通）や（内線2451）のような、かっこ書きだけ',
    remedy,
  ]
}

/** The physical lines of a row from its first to its last, and those of a merged cell that it shares. */
function ranges(row: Row): { from: number; to: number }[] {
  const cells = Object.values(row.cells).filter((cell) => cell !== null)
  const linesOf = (isShared: boolean): number[] =>
    cells.flatMap(({ shared, lines }) => ((shared === true) === isShared ? lines : []))
  return [linesOf(false), linesOf(true)]
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ from: Math.min(...lines), to: Math.max(...lines) }))
}

const COLUMN_WORD: Partial<Record<Column, string>> = { name: '事業名', summary: '事業概要' }

function inferences(row: Row, id: string, file: string): Issue[] {
  return row.inferred.map((field) =>
    notice('inferred', file, {
      line: row.cells[field]?.lines[0] ?? row.line,
      id,
      field,
      found: `番号${row.cells.number?.text ?? ''} ${row.cells.municipality?.text ?? ''}の行に${COLUMN_WORD[field] ?? field}がない`,
      expected: `${COLUMN_WORD[field] ?? field}がある`,
      remedy: '同じページの終わりにある結合セルの文字を、この行のものと推定しました。',
    }),
  )
}
