import type { CatalogueProject } from '../catalogue/catalogue.ts'
import type { Municipality } from '../plansheet/schema.ts'
import { STREAM_LABELS } from '../plansheet/labels.ts'
import type { SearchIndex } from './find.ts'

/** What the search needs of the catalogue, for the browser to fetch. */
export const indexOf = (
  projects: readonly CatalogueProject[],
  municipalities: readonly Municipality[],
): SearchIndex => ({
  entries: projects.map(({ id, stream, municipality, name, theme, categoryLabel, summary, contact, ...rest }) => ({
    id,
    code: municipality.code,
    name: name ?? '',
    theme: theme ?? '',
    category: stream === 'model' ? `${categoryLabel} ${STREAM_LABELS.model}` : categoryLabel,
    summary: summary.join('\n'),
    department: contact.department,
    phone: contact.phone,
    number: rest.number,
    amountThousandYen: rest.amountThousandYen,
    startMonth: rest.startMonth,
  })),
  places: [...municipalities],
})
