import { TAG_FAMILIES } from '../../words/tag-families.ts'

/** The orders that results can be in. */
const ORDERS = ['relevance', 'municipality', 'amount'] as const
export type Order = (typeof ORDERS)[number]

/** The filters beside the query, as the address calls them: municipalities by their romaji, years, keys of the others. */
export const FILTERS = ['place', 'category', 'year', ...TAG_FAMILIES] as const
export type Filter = (typeof FILTERS)[number]

/** What is searched for: all that the address holds. An empty list of a filter means all. */
export interface SearchState extends Record<Filter, string[]> {
  query: string
  /** True to look for the words just as typed. */
  isLiteral: boolean
  order: Order
}

/** So many characters the search box takes. */
export const LONGEST_QUERY = 300

/** Something for each filter. */
export const byFilter = <T>(make: (name: Filter) => T): Record<Filter, T> =>
  Object.fromEntries(FILTERS.map((name) => [name, make(name)])) as Record<Filter, T>

/** The state that an address holds. What it cannot hold is left out. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search)
  return {
    // As the box does: a longer one would keep a phone busy.
    query: (parameters.get('q') ?? '').slice(0, LONGEST_QUERY),
    isLiteral: parameters.has('literal'),
    ...byFilter((name) => [...new Set(parameters.getAll(name).filter(Boolean))]),
    order: ORDERS.find((order) => order === parameters.get('sort')) ?? 'relevance',
  }
}

/** The address's part behind the ?, empty for all programmes in the usual order. */
export function writeState({ query, isLiteral, order, ...filters }: SearchState): string {
  const parameters = new URLSearchParams()
  if (query.trim() !== '') parameters.set('q', query)
  if (isLiteral) parameters.set('literal', '1')
  for (const name of FILTERS) for (const value of filters[name]) parameters.append(name, value)
  if (order !== 'relevance') parameters.set('sort', order)
  return parameters.toString()
}
