import type { Row } from '../cells.ts'
import { error, type Issue } from '../issue.ts'
import type { Reading } from '../reading.ts'

/** The rows of each table are numbered 1…n, without gap, double or disorder. */
export function checkNumbering({ file, cells }: Reading): Issue[] {
  return cells.tables.flatMap(({ rows }) =>
    rows.flatMap(({ line, cells: { number } }, index) => {
      const printed = number?.text ?? ''
      // From the number before, so that one missing row is one fault.
      const expected = index === 0 ? 1 : read(rows[index - 1]) + 1
      if (/^[\d０-９]+$/.test(printed.trim()) && Number(printed.normalize('NFKC')) === expected) return []
      return [
        error('numbering', file, {
          line,
          field: 'number',
          found: `番号「${printed}」`,
          expected: `番号「${expected}」（1から順に、抜けも重なりもない）`,
          remedy: '行が抜けたり重なったりしていないか、元の計画書と見比べてください。',
        }),
      ]
    }),
  )
}

const read = (row: Row | undefined): number => Number(row?.cells.number?.text.normalize('NFKC'))
