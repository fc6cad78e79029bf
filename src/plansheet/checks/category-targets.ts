import { error, type Issue } from '../issue.ts'
import { lineOf, rowOf, type Reading } from '../reading.ts'
import type { Category, Project } from '../schema.ts'

/** The targets that a category states. The sheet's headings say which of its columns belong to which. */
const STATED: Record<Category, { expected: string; fits: (targets: Project['targets']) => boolean }> = {
  workforce: {
    expected: '雇用・就業者数がある。支援事業所数は「-」か0',
    fits: ({ workers, supportedEstablishments }) => workers !== null && (supportedEstablishments ?? 0) === 0,
  },
  conditions: {
    expected: '支援事業所数がある。雇用・就業者数と人材獲得事業所数は「-」か0',
    fits: ({ workers, recruitingEstablishments, supportedEstablishments }) =>
      supportedEstablishments !== null && (workers ?? 0) === 0 && (recruitingEstablishments ?? 0) === 0,
  },
}

/** Each project states the targets of its category, and no others. */
export function checkCategoryTargets(reading: Reading): Issue[] {
  const { file, projects } = reading
  return projects.flatMap((project) => {
    const { id, category, targets } = project
    const { expected, fits } = STATED[category]
    if (fits(targets)) return []
    const row = rowOf(reading, project)
    const printed = [row?.cells.workers, row?.cells.recruiting, row?.cells.supported].map((cell) => cell?.text ?? '')
    return [
      error('category-targets', file, {
        line: lineOf(reading, project, 'category'),
        id,
        field: 'targets',
        found: `${row?.cells.category?.text ?? ''}で、目標が「${printed.join('」「')}」`,
        expected,
        remedy: '事業分類と目標の列がずれていないか、元の計画書と見比べてください。',
      }),
    ]
  })
}
