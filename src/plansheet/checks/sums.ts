import type { Cell, Figure, Table } from '../cells.ts'
import { error, type Issue } from '../issue.ts'
import { FIGURE_LABELS } from '../labels.ts'
import type { Reading } from '../reading.ts'
import type { Project } from '../schema.ts'

const VALUES: Record<Figure, (project: Project) => number> = {
  amount: ({ amountThousandYen }) => amountThousandYen,
  workers: ({ targets }) => targets.workers ?? 0,
  recruiting: ({ targets }) => targets.recruitingEstablishments ?? 0,
  supported: ({ targets }) => targets.supportedEstablishments ?? 0,
}

/**
 * Each column of each table adds up to its printed 合計, both as printed and as recorded. The printed figures are read
 * here anew, so that a fault of the reader of figures cannot agree with itself.
 */
export function checkSums({ file, cells, projects }: Reading): Issue[] {
  return cells.tables.flatMap((table) => {
    const records = projects.filter(({ stream }) => stream === table.stream)
    // A row that could not be read has its own error; a difference in the sum would only repeat it.
    if (table.total === null || records.length !== table.rows.length) return []
    return Object.entries(table.total).flatMap(([figure, printed]) =>
      checkColumn(file, table, figure as Figure, printed, records),
    )
  })
}

function checkColumn(file: string, table: Table, figure: Figure, printed: Cell, records: Project[]): Issue[] {
  const expected = digits(printed)
  const onPaper = table.rows.reduce((sum, { cells }) => sum + digits(cells[figure]), 0)
  const recorded = records.reduce((sum, project) => sum + VALUES[figure](project), 0)
  if (onPaper === expected && recorded === expected) return []
  const found = onPaper === expected ? recorded : onPaper
  return [
    error('sum', file, {
      line: printed.lines[0] ?? null,
      found: `${FIGURE_LABELS[figure]}の合計「${printed.text}」に対し、${table.rows.length}行を足すと ${found.toLocaleString('en')}（差 ${(found - expected).toLocaleString('en')}）`,
      expected: '各行の数字を足すと、印刷された合計になる',
      remedy:
        '各行と合計の数字を元の計画書と見比べて直してください。元の計画書自体が合わないときは、発行元に確かめてください。',
    }),
  ]
}

/** The digits of a printed figure as a number; no digits count as 0. */
function digits(cell: Cell | null): number {
  let value = 0
  for (const character of cell?.text ?? '') {
    const digit = '0123456789'.indexOf(character)
    const wide = '０１２３４５６７８９'.indexOf(character)
    if (digit >= 0 || wide >= 0) value = value * 10 + Math.max(digit, wide)
  }
  return value
}
