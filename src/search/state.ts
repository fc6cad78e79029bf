import { byFamily, TAG_FAMILIES, type TagFamily } from '../words/tag-families.ts'

/** The orders that results can be in. */
export const ORDERS = ['relevance', 'municipality', 'amount'] as const
export type Order = (typeof ORDERS)[number]

/** The filters beside the query. An empty list of values means all. */
export const FILTERS = ['places', 'categories', 'years', ...TAG_FAMILIES] as const
export type Filter = (typeof FILTERS)[number]

/** What is searched for: all that the address holds. An empty list of a filter means all. */
export interface SearchState extends Record<TagFamily, string[]> {
  query: string
  /** True to look for the words just as typed. */
  isLiteral: boolean
  /** Municipalities by their romaji. */
  places: string[]
  categories: string[]
  years: string[]
  order: Order
}

const list = (parameters: URLSearchParams, name: string): string[] => [...new Set(parameters.getAll(name))]

/** The state that an address holds. What it cannot hold is left out. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search)
  return {
    query: parameters.get('q') ?? '',
    isLiteral: parameters.has('literal'),
    places: list(parameters, 'place'),
    categories: list(parameters, 'category'),
    years: list(parameters, 'year'),
    ...byFamily((family) => list(parameters, family)),
    order: ORDERS.find((order) => order === parameters.get('sort')) ?? 'relevance',
  }
}

/** The address's part behind the ?, empty for all programmes in the usual order. */
export function writeState({ query, isLiteral, places, categories, years, order, ...tags }: SearchState): string {
  const parameters = new URLSearchParams()
  if (query.trim() !== '') parameters.set('q', query)
  if (isLiteral) parameters.set('literal', '1')
  for (const place of places) parameters.append('place', place)
  for (const category of categories) parameters.append('category', category)
  for (const year of years) parameters.append('year', year)
  for (const name of TAG_FAMILIES) for (const key of tags[name]) parameters.append(name, key)
  if (order !== 'relevance') parameters.set('sort', order)
  return parameters.toString()
}
