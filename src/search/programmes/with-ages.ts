import type { SearchEntry } from './entry.ts'
import { readAges } from './read-ages.ts'
import { fieldsOf, wholeOf } from './texts.ts'

/** A programme with the ages that its texts print. */
export const withAges = (entry: Omit<SearchEntry, 'ages'>): SearchEntry => ({
  ...entry,
  ages: readAges(wholeOf(fieldsOf(entry))).map(({ from, to }) => ({ from, to })),
})
