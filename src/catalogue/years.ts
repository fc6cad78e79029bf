import type { CatalogueProject } from './catalogue.ts'

/** A list of so many programmes shows what each does; in a longer one each has a line. */
export const IN_FULL = 100
/** A list of so many lines can stand on a page with others. */
export const LINES = 500

/** Programmes by their fiscal year, the newest first. */
export const byYear = (projects: readonly CatalogueProject[]): [fiscalYear: number, projects: CatalogueProject[]][] =>
  [...Map.groupBy(projects, ({ fiscalYear }) => fiscalYear)].sort(([a], [b]) => b - a)

/** The older years of a list that have pages of their own: all of them, where their lines would be too many for one. */
export function yearsApart(projects: readonly CatalogueProject[]): number[] {
  const [, ...older] = byYear(projects)
  return older.reduce((sum, [, list]) => sum + list.length, 0) > LINES ? older.map(([year]) => year) : []
}
