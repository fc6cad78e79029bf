import type { CatalogueProject } from '../catalogue/catalogue.ts'
import type { Municipality } from '../plansheet/schema.ts'
import { CATEGORY_LABELS } from '../words/project.ts'
import type { SearchIndex } from './find.ts'

/** What the search needs of the catalogue, for the browser to fetch. */
export const indexOf = (
  projects: readonly CatalogueProject[],
  municipalities: readonly Municipality[],
): SearchIndex => ({
  entries: projects.map(({ id, municipality, name, theme, category, summary, contact }) => ({
    id,
    code: municipality.code,
    name: name ?? '',
    theme: theme ?? '',
    category: CATEGORY_LABELS[category],
    summary: summary.join('\n'),
    department: contact.department,
    phone: contact.phone,
  })),
  places: [...municipalities],
})
