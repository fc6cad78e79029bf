import type { Catalogue, CatalogueProject } from './catalogue.ts'
import { LINES } from './years.ts'

/** True where something of a programme was not read just as it is printed, or was corrected. */
const hasRemarks = ({ notices, corrections }: CatalogueProject): boolean => notices.length > 0 || corrections.length > 0

/** How many programmes have remarks, and those that a page lists: all, or of very many the newest year's first. */
export function remarksOf({ projects, sheets }: Catalogue): { count: number; listed: CatalogueProject[] } {
  const all = projects.filter(hasRemarks)
  const newest = sheets.at(0)?.entry.fiscalYear
  return {
    count: all.length,
    listed: all.length > LINES ? all.filter(({ fiscalYear }) => fiscalYear === newest).slice(0, LINES) : all,
  }
}
