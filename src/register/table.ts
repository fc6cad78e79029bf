import type { z } from 'zod'
import { physicalRecords } from '../csv/records.ts'
import { error, type Issue } from '../plansheet/issue.ts'

/** A row of a table that people keep, and the physical line it begins on. */
export interface TableRow<T> {
  line: number
  value: T
}

/** A fault of a table that people keep. */
export const tableFault = (
  file: string,
  line: number,
  found: string,
  expected: string,
  remedy = 'data/README.md の説明を見て直してください。',
): Issue => error('table', file, { line, found, expected, remedy })

/**
 * Reads a CSV table that people keep in `data/`, strictly: just these headings in this order, and each row as the
 * schema says. All faults are reported, each with its line; a row with a fault is left out.
 */
export function readTable<T>(
  text: string,
  file: string,
  headings: readonly string[],
  schema: z.ZodType<T>,
): { rows: TableRow<T>[]; issues: Issue[] } {
  const issues: Issue[] = []
  const rows: TableRow<T>[] = []
  const fault = (line: number, found: string, expected: string): void => {
    issues.push(tableFault(file, line, found, expected))
  }

  const records = physicalRecords(text)
  const [head, ...body] = records
  if (head?.cells.join(',') !== headings.join(',')) {
    fault(1, `見出し「${head?.cells.join(',') ?? ''}」`, `見出し「${headings.join(',')}」`)
    return { rows, issues }
  }
  for (const { line, cells, malformed } of body) {
    if (malformed) {
      fault(line, '引用符が閉じていない', '引用符は対になる')
    } else if (cells.length !== headings.length) {
      fault(line, `${cells.length}列`, `${headings.length}列`)
    } else {
      const read = schema.safeParse(Object.fromEntries(headings.map((heading, index) => [heading, cells[index]])))
      if (read.success) rows.push({ line, value: read.data })
      else for (const { path, message } of read.error.issues) fault(line, faultyCell(path, headings, cells), message)
    }
  }
  return { rows, issues }
}

function faultyCell(path: PropertyKey[], headings: readonly string[], cells: readonly string[]): string {
  const column = String(path[0] ?? '')
  return `${column} の列に「${cells[headings.indexOf(column)] ?? ''}」`
}
