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
  const originals = new Map(projects.map((project) => [project.id, project]))
  const made = new Map<string, Correction[]>()
  const changed = new Map(originals)
  for (const { line, value } of corrections) {
    const { id, field } = value
    const original = originals.get(id)
    const fault = original === undefined ? noProject(value) : faultOf(original, value, made.get(id) ?? [])
    const after = fault === null ? setField(changed.get(id), value) : null
    if (fault !== null || after === null) {
      issues.push(error('correction', file, { line, id, field, ...(fault ?? wrongForm(value)) }))
      continue
    }
    changed.set(id, after)
    made.set(id, [...(made.get(id) ?? []), value])
  }
  return {
    projects: [...changed.values()].map((project) => ({ ...project, corrections: made.get(project.id) ?? [] })),
    issues,
  }
}

type Fault = Pick<Issue, 'found' | 'expected' | 'remedy'>

const noProject = ({ id }: Correction): Fault => ({
  found: `ID「${id}」の事業はない`,
  expected: '計画書にある事業のID',
  remedy: 'IDを直すか、行を取り除いてください。新しい計画書のための行なら、計画書を加えた後で作ってください。',
})

const wrongForm = ({ field, corrected }: Correction): Fault => ({
  found: `corrected の列「${corrected}」`,
  expected: `${field} に入る形の値。金額と目標はコンマのない半角数字、月は YYYY-MM、記載なしは空`,
  remedy: '値の形を直してください。',
})

/** What is wrong with a correction of this record; null where nothing is. */
function faultOf(
  original: Project,
  { field, printed, corrected }: Correction,
  before: readonly Correction[],
): Fault | null {
  const remedy =
    '値を計画書から読んだ形にそろえてください（金額はコンマのない半角数字、月は YYYY-MM）。計画書が改められたなら、この訂正がまだ要るかを確かめてください。'
  if (before.some((other) => other.field === field)) {
    return {
      found: `同じ事業の ${field} の訂正が2つある`,
      expected: '一つの項目に一つの訂正',
      remedy: '古い方の行を取り除いてください。',
    }
  }
  const read = `${getField(original, field) ?? ''}`
  if (printed !== read)
    return { found: `printed の列「${printed}」`, expected: `計画書から読んだ値「${read}」`, remedy }
  if (field === 'mergedCell') {
    // A merged cell is a second place in the file; without one, the reader had no use for this line.
    const isUsed = printed === corrected && original.source.lines.length > 1
    return isUsed
      ? null
      : {
          found: 'この事業に、結合セルの文字は入っていない',
          expected: '誤り merged-cell-ambiguous に出た行',
          remedy: '行を取り除いてください。',
        }
  }
  return printed === corrected
    ? {
        found: `corrected の列「${corrected}」が printed と同じ`,
        expected: '計画書と違う値',
        remedy: '行を取り除いてください。',
      }
    : null
}

/** The value at the path of a correctable field: text, a number, or null. */
function getField(project: Project, path: string): string | number | null {
  const value = (path === 'mergedCell' ? 'name' : path)
    .split('.')
    .reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], project)
  return value as string | number | null
}

/** The record with one field changed; null where the value does not fit the field. */
function setField(project: Project | undefined, { field, corrected }: Correction): Project | null {
  if (project === undefined) return null
  // The reader of the sheet has placed the cell already.
  if (field === 'mergedCell') return project
  const isNumber = field === 'amountThousandYen' || field.startsWith('targets.')
  if (corrected !== corrected.trim() || (isNumber && !/^(?:|0|[1-9]\d*)$/.test(corrected))) return null
  const value = corrected === '' ? null : isNumber ? Number(corrected) : corrected
  const [outer = '', inner] = field.split('.')
  const changed =
    inner === undefined
      ? { ...project, [outer]: value }
      : { ...project, [outer]: { ...(project[outer as keyof Project] as object), [inner]: value } }
  const read = schema.safeParse(changed)
  return read.success ? read.data : null
}
