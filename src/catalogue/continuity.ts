import type { Project } from '../plansheet/schema.ts'

/** How a programme stands to the sheets of the years before and after. */
export interface Continuity {
  /** The same programme in the sheet of the year before, and of the year after. */
  before: Project | null
  after: Project | null
  /** null where the catalogue has no sheet of that year, or the programme has no name to be known by. */
  isNew: boolean | null
  isLast: boolean | null
}

/** The rule by which a programme is known again, in words for the page. */
export const CONTINUITY_RULE =
  '同じ区市町村に、次の年度の計画書で同じ事業名があれば「継続」とします。事業名が変わると、つながりません。'

/** Names are compared without what varies in print: width and spaces. */
const keyOf = ({ municipality, name }: Project): string | null =>
  name === null ? null : `${municipality.code} ${name.normalize('NFKC').replace(/\s/g, '')}`

/**
 * Makes the function that finds a programme in the neighbouring years: the same municipality and the same name. Where a
 * name stands twice in a sheet, table and category must be the same too; where that is still not one, there is none.
 */
export function continuityOf(projects: readonly Project[]): (project: Project) => Continuity {
  const years = new Set(projects.map(({ fiscalYear }) => fiscalYear))
  const byKey = Map.groupBy(projects, (project) => `${project.fiscalYear} ${keyOf(project) ?? ''}`)
  const only = (found: readonly Project[]): Project | null => (found.length === 1 ? (found[0] ?? null) : null)
  const inYear = (project: Project, fiscalYear: number): Project | null => {
    const key = keyOf(project)
    if (key === null) return null
    const same = byKey.get(`${fiscalYear} ${key}`) ?? []
    const own = byKey.get(`${project.fiscalYear} ${key}`) ?? []
    if (same.length === 1 && own.length === 1) return only(same)
    return only(same.filter(({ stream, category }) => stream === project.stream && category === project.category))
  }
  return (project) => {
    const { fiscalYear } = project
    const isKnown = project.name !== null
    const before = inYear(project, fiscalYear - 1)
    const after = inYear(project, fiscalYear + 1)
    return {
      before,
      after,
      isNew: isKnown && years.has(fiscalYear - 1) ? before === null : null,
      isLast: isKnown && years.has(fiscalYear + 1) ? after === null : null,
    }
  }
}
