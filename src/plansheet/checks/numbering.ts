import { error, type Issue } from '../issue.ts'
import type { Reading } from '../reading.ts'

/** The rows of each table are numbered 1…n, without gap, double or disorder. */
export function checkNumbering({ file, cells }: Reading): Issue[] {
  return cells.tables.flatMap(({ rows }) =>
    rows.flatMap(({ line, cells: { number } }, index) => {
      const printed = number?.text ?? ''
      if (Number(printed.normalize('NFKC')) === index + 1) return []
      return [
        error(
          'numbering',
          file,
          { line, field: 'number' },
          {
            found: `番号「${printed}」`,
            expected: `番号「${index + 1}」（1から順に、抜けも重なりもない）`,
            remedy: '行が抜けたり重なったりしていないか、元の計画書と見比べてください。',
          },
        ),
      ]
    }),
  )
}
