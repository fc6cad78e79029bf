import { error, type Issue } from '../plansheet/issue.ts'
import { project as schema, type Project } from '../plansheet/schema.ts'
import type { Correction } from '../register/corrections.ts'
import type { TableRow } from '../register/table.ts'

/** A record with the human changes that were made to it. */
export type CorrectedProject = Project & { corrections: Correction[] }

/**
 * Applies people's corrections to the records. A correction whose printed value is not what the sheet shows, whose
 * project does not exist, or whose corrected value does not fit its field is an error: it may be out of date.
 */
export function applyCorrections(
  projects: readonly Project[],
  corrections: readonly TableRow<Correction>[],
  file: string,
): { projects: CorrectedProject[]; issues: Issue[] } {
  const issues: Issue[] = []
  const corrected = new Map(projects.map((project) => [project.id, { project, corrections: [] as Correction[] }]))
  for (const { line, value } of corrections) {
    const entry = corrected.get(value.id)
    const printed = entry === undefined ? null : `${getField(entry.project, value.field) ?? ''}`
    const changed = entry === undefined ? null : setField(entry.project, value)
    if (entry === undefined || printed !== value.printed || changed === null) {
      const found = entry === undefined ? `ID「${value.id}」の事業はない` : `printed の列「${value.printed}」`
      const expected = printed === null ? '計画書にある事業のID' : `計画書の値「${printed}」`
      issues.push(
        error('correction', file, {
          line,
          id: value.id,
          field: value.field,
          found: printed === value.printed ? `corrected の列「${value.corrected}」` : found,
          expected: printed === value.printed ? `${value.field} に入る形の値で、計画書の値と違うもの` : expected,
          remedy: '計画書が改められたなら、この訂正がまだ要るかを確かめ、行を直すか取り除いてください。',
        }),
      )
      continue
    }
    entry.project = changed
    entry.corrections.push(value)
  }
  return {
    projects: [...corrected.values()].map(({ project, corrections: made }) => ({ ...project, corrections: made })),
    issues,
  }
}

/** The value at the path of a correctable field: text, a number, or null. */
function getField(project: Project, path: string): string | number | null {
  const value = (path === 'mergedCell' ? 'name' : path)
    .split('.')
    .reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], project)
  return value as string | number | null
}

/** The record with one field changed; null where the value does not fit the field or changes nothing. */
function setField(project: Project, { field, printed, corrected }: Correction): Project | null {
  // The reader of the sheet has placed the cell already; here it only has to be seen to.
  if (field === 'mergedCell') return printed === corrected ? project : null
  if (printed === corrected) return null
  const isNumber = field === 'amountThousandYen' || field.startsWith('targets.')
  if (corrected !== corrected.trim() || (isNumber && !/^\d*$/.test(corrected))) return null
  const value = corrected === '' ? null : isNumber ? Number(corrected) : corrected
  const [outer = '', inner] = field.split('.')
  const changed =
    inner === undefined
      ? { ...project, [outer]: value }
      : { ...project, [outer]: { ...(project[outer as keyof Project] as object), [inner]: value } }
  const read = schema.safeParse(changed)
  return read.success ? read.data : null
}
