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
  // Where lines were refused as a whole, the sums of the others say nothing.
  if (cells.issues.some(({ code }) => code === 'csv' || code === 'table-row')) return []
  return cells.tables.flatMap((table) => {
    if (table.total === null) return []
    const records = projects.filter(({ stream }) => stream === table.stream)
    return Object.entries(table.total).flatMap(([figure, printed]) =>
      checkColumn(file, table, figure as Figure, printed, records),
    )
  })
}

function checkColumn(file: string, table: Table, figure: Figure, printed: Cell, records: Project[]): Issue[] {
  const expected = digits(printed)
  const line = printed.lines[0] ?? null
  if (expected === null) {
    return [
      error('total', file, {
        line,
        found: `${FIGURE_LABELS[figure]}の合計「${printed.text}」`,
        expected: '数字（例: 603,931）',
        remedy: '元の計画書の合計の行と見比べて直してください。',
      }),
    ]
  }
  const figures = table.rows.map(({ cells }) => digits(cells[figure]))
  // A figure that cannot be read has its own error; a difference in the sum would only repeat it.
  if (figures.includes(null)) return []
  const onPaper = figures.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const recorded = records.reduce((sum, project) => sum + VALUES[figure](project), 0)
  const isRecorded = records.length < table.rows.length || recorded === expected
  if (onPaper === expected && isRecorded) return []
  const found = onPaper === expected ? recorded : onPaper
  return [
    error('sum', file, {
      line,
      found: `${FIGURE_LABELS[figure]}の合計「${printed.text}」に対し、${table.rows.length}行を足すと ${found.toLocaleString('en')}（差 ${(found - expected).toLocaleString('en')}）`,
      expected: '各行の数字を足すと、印刷された合計になる',
      remedy:
        '各行と合計の数字を元の計画書と見比べて直してください。元の計画書自体が合わないときは、発行元に確かめてください。',
    }),
  ]
}

/** A printed figure as a number: digits, in groups of three where commas part them, or a dash as 0; else null. */
function digits(cell: Cell | null): number | null {
  const text = cell?.text.trim() ?? ''
  if (text.length === 1 && '-－―‐−–—ー'.includes(text)) return 0
  const groups = text.split(/[,，]/)
  if (groups.some((group, index) => group === '' || (index > 0 && group.length !== 3))) return null
  let value = 0
  for (const character of groups.join('')) {
    const digit = Math.max('0123456789'.indexOf(character), '０１２３４５６７８９'.indexOf(character))
    if (digit < 0) return null
    value = value * 10 + digit
  }
  return value
}
