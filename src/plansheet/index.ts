import type { Cell, Figure, SheetCells, Stream } from './cells.ts'
import { runChecks } from './checks/index.ts'
import { error, isSound, withPlaces, type Issue } from './issue.ts'
import type { Register } from './reading.ts'
import { projectId, readRow } from './records.ts'
import type { Project, Total } from './schema.ts'
import { readCsv } from './csv/index.ts'
import { tallyOf, type Tally } from './tally.ts'
import { readText } from './text/index.ts'
import { readFiscalYear } from './values/era.ts'
import { readFigure } from './values/figure.ts'

/** One fiscal year's document. */
export interface PlanSheet {
  fiscalYear: number | null
  /** As printed. */
  title: string | null
  file: string
}

/** What the sheet says a table adds up to, beside what its records add up to. */
export interface StreamTotal {
  stream: Stream
  printedTotal: Total | null
  total: Total
}

/** A merged cell that a person has given to a project, known by the name that it holds. */
export interface PlacedCell {
  id: string
  name: string
}

/** A plan sheet that has been read and checked. */
export interface ReadSheet {
  sheet: PlanSheet
  projects: Project[]
  totals: StreamTotal[]
  /** Where each visible character of the file went. */
  tally: Tally
  /** In the order of the file's lines. The sheet may be used where none is an error. */
  issues: Issue[]
}

/**
 * Reads the text of a plan sheet into records, and checks them: text → cells → records → checks.
 * @param file the file's name, for issues and for the records' `source`
 * @param placed the merged cells whose rows people have recorded
 */
export function readPlanSheet(
  text: string,
  file: string,
  register: Register,
  placed: readonly PlacedCell[] = [],
): ReadSheet {
  return readSheet(readCells(text, file, placed), file, register)
}

/** The same, of a sheet that has been read to cells: what a PDF or a workbook comes in as. */
export function readSheet(cells: SheetCells, file: string, register: Register): ReadSheet {
  const title = cells.title?.text ?? null
  const fiscalYear = readFiscalYear(title ?? '')
  const records = readRecords(cells, file, fiscalYear, register)
  const tally = tallyOf(cells)
  const checked = runChecks({ file, fiscalYear, cells, tally, projects: records.projects }, register)
  const issues = [...cells.issues, ...records.issues, ...checked]
  const rows = cells.tables.flatMap((table) => table.rows).length
  if (isSound(issues) && records.projects.length !== rows) issues.push(lostRows(file, rows, records.projects.length))
  return {
    sheet: { fiscalYear, title, file },
    projects: records.projects,
    totals: cells.tables.map(({ stream, total }) => ({
      stream,
      printedTotal: total === null ? null : readPrintedTotal(total),
      total: addUp(records.projects.filter((project) => project.stream === stream)),
    })),
    tally,
    issues: withPlaces(issues, cells.places).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

/** Reads a sheet's cells by the kind of its file, which its name tells: .csv, or text. */
export function readCells(text: string, file: string, placed: readonly PlacedCell[] = []): SheetCells {
  if (/\.csv$/i.test(file)) return readCsv(text, file)
  return readText(text, file, (title, stream) => ({
    idOf: (number) => projectId(readFiscalYear(title) ?? 0, stream, readFigure(number) ?? 0),
    nameOf: (id) => placed.find((cell) => cell.id === id)?.name ?? null,
  }))
}

/** Sums of the projects' columns. What a project does not state adds nothing. */
export function addUp(projects: readonly Project[]): Total {
  const sum = (value: (project: Project) => number | null): number =>
    projects.reduce((total, project) => total + (value(project) ?? 0), 0)
  return {
    amountThousandYen: sum(({ amountThousandYen }) => amountThousandYen),
    workers: sum(({ targets }) => targets.workers),
    recruitingEstablishments: sum(({ targets }) => targets.recruitingEstablishments),
    supportedEstablishments: sum(({ targets }) => targets.supportedEstablishments),
  }
}

function readRecords(
  { tables }: SheetCells,
  file: string,
  fiscalYear: number | null,
  register: Register,
): { projects: Project[]; issues: Issue[] } {
  const projects: Project[] = []
  const issues: Issue[] = []
  for (const { stream, rows } of tables) {
    for (const row of rows) {
      const read = readRow(row, { file, fiscalYear, stream, register })
      issues.push(...read.issues)
      if (read.project !== null) projects.push(read.project)
    }
  }
  return { projects, issues }
}

/** The printed 合計; null where one of its figures cannot be read, of which an issue speaks. A dash adds nothing. */
function readPrintedTotal(total: Record<Figure, Cell>): Total | null {
  const [amount, workers, recruiting, supported] = [total.amount, total.workers, total.recruiting, total.supported].map(
    ({ text }) => readFigure(text),
  )
  if (amount === undefined || workers === undefined || recruiting === undefined || supported === undefined) return null
  return {
    amountThousandYen: amount ?? 0,
    workers: workers ?? 0,
    recruitingEstablishments: recruiting ?? 0,
    supportedEstablishments: supported ?? 0,
  }
}

// Stands for a rule that reads a row as null without saying why.
const lostRows = (file: string, rows: number, records: number): Issue =>
  error('rows-lost', file, {
    found: `表の${rows}行のうち、記録になったのは${records}行`,
    expected: 'すべての行が記録になる',
    remedy: 'このプログラムの不具合です。ファイルを添えて開発者に知らせてください。',
  })
