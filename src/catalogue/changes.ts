import type { Correction } from '../register/corrections.ts'
import type { Catalogue, CatalogueProject } from './catalogue.ts'

/** A change of the data, with the day on which people made it: a plan sheet came in, or a value was corrected. */
export type Change = { date: string } & (
  | { kind: 'sheet'; fiscalYear: number; title: string; projects: CatalogueProject[] }
  | { kind: 'correction'; project: CatalogueProject; correction: Correction }
)

/**
 * The changes of some programmes, the latest first. A sheet without any of them is a change too: its readers want to
 * know that there is nothing.
 */
export function changesOf({ sheets }: Pick<Catalogue, 'sheets'>, projects: readonly CatalogueProject[]): Change[] {
  const years = Map.groupBy(projects, ({ fiscalYear }) => fiscalYear)
  const changes: Change[] = [
    ...sheets.map(({ entry: { fiscalYear, title, obtained } }) => ({
      kind: 'sheet' as const,
      date: obtained,
      fiscalYear,
      title,
      projects: years.get(fiscalYear) ?? [],
    })),
    ...projects.flatMap((project) =>
      project.corrections.map((correction) => ({
        kind: 'correction' as const,
        date: correction.date,
        project,
        correction,
      })),
    ),
  ]
  return changes.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

/** The day on which a programme's record last changed. */
export const changedOn = (
  { sheets }: Pick<Catalogue, 'sheets'>,
  { fiscalYear, corrections }: CatalogueProject,
): string => {
  const obtained = sheets.find(({ entry }) => entry.fiscalYear === fiscalYear)?.entry.obtained ?? ''
  return [obtained, ...corrections.map(({ date }) => date)].sort().at(-1) ?? ''
}
