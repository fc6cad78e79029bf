import type { CatalogueProject } from '../../catalogue/catalogue.ts'
import type { Municipality } from '../../plansheet/schema.ts'
import type { Tag } from '../../register/tags.ts'
import { targetWords } from '../../words/project.ts'
import { byFamily } from '../../words/tag-families.ts'
import type { TagKeys } from '../programmes/columns.ts'
import type { SearchEntry } from '../programmes/entry.ts'
import { withAges } from '../programmes/with-ages.ts'
import type { WordGroup } from '../words/lexicon.ts'
import type { Place } from '../words/places.ts'
import type { Sharded } from './sharded.ts'
import { wordsToSend } from './words-to-send.ts'

/** All that the search knows, for the browser to fetch. */
export interface SearchIndex {
  /** The programmes; none where they are many, and are fetched as they are needed. */
  entries: SearchEntry[]
  sharded: Sharded | null
  places: Place[]
  /** The first words of the lexicon, packed (see lexicon.ts). */
  words: string
  /** The keys of the tags by their family. */
  tags: TagKeys
}

/** What the search needs of a programme. */
export const entryOf = (project: CatalogueProject): SearchEntry =>
  withAges({
    id: project.id,
    fiscalYear: project.fiscalYear,
    code: project.municipality.code,
    stream: project.stream,
    number: project.number,
    name: project.name,
    theme: project.theme,
    category: project.category,
    categoryLabel: project.categoryLabel,
    summary: project.summary,
    department: project.contact.department,
    phone: project.contact.phone,
    extension: project.contact.extension,
    host: project.url === null ? null : new URL(project.url).host,
    amountThousandYen: project.amountThousandYen,
    startMonth: project.startMonth,
    tags: project.tags.map(({ tag }) => tag.key),
    targets: targetWords(project).flatMap(({ value, unit }) => (value === null ? [] : `${value}${unit}`)),
  })

/**
 * The index of programmes, and the rest of the lexicon, which most queries need besides.
 * @throws where a programme is of no municipality that there is: the browser knows it only by its place among these
 */
export function indexOf(
  entries: SearchEntry[],
  municipalities: readonly Municipality[],
  words: readonly WordGroup[],
  tags: readonly Tag[],
): { index: SearchIndex; rest: string } {
  for (const { id, code } of entries)
    if (!municipalities.some((known) => known.code === code))
      throw new Error(`${id}: no municipality has the code ${code}.`)
  const { first, rest } = wordsToSend(words, entries)
  const index: SearchIndex = {
    entries,
    sharded: null,
    places: [...municipalities],
    words: first,
    tags: byFamily((name) => tags.filter(({ family }) => family === name).map(({ key }) => key)),
  }
  return { index, rest }
}
