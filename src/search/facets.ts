import { CATEGORIES, type Columns } from './columns.ts'
import type { Scores } from './texts.ts'
import type { SearchState } from './state.ts'

/** The filters beside the query. An empty list of values means all. */
export const FILTERS = ['places', 'categories', 'years'] as const
export type Filter = (typeof FILTERS)[number]

/** Programmes that pass all filters, by place in the catalogue, their sum, and how many each choice would show. */
export interface Filtered {
  found: number[]
  amountThousandYen: number
  /** By filter and value: how many programmes it would show, with the other filters as they are. */
  counts: Record<Filter, Map<string, number>>
}

/** The values of the filters for programmes: numbers in the columns, words in the address. */
function valuesOf({ place, category, year, codes }: Columns, romajiOf: (code: string) => string) {
  return {
    places: { column: place, name: (value: number) => romajiOf(codes[value] ?? '') },
    categories: { column: category, name: (value: number) => CATEGORIES[value] ?? '' },
    years: { column: year, name: String },
  }
}

/**
 * Filters what a query found.
 * @param scores of the answer; null for all programmes
 */
export function filter(
  scores: Scores | null,
  state: SearchState,
  columns: Columns,
  romajiOf: (code: string) => string,
): Filtered {
  const values = valuesOf(columns, romajiOf)
  const filters = FILTERS.map((name) => {
    const { column, name: nameOf } = values[name]
    const allowed = new Set(state[name])
    const named = new Map([...new Set(column)].map((value) => [value, nameOf(value)]))
    const counted = new Map<number, number>()
    const passing = new Set(
      [...named].filter(([, word]) => allowed.size === 0 || allowed.has(word)).map(([value]) => value),
    )
    return { name, column, named, counted, passing, isAll: allowed.size === 0 }
  })
  const found: number[] = []
  let amountThousandYen = 0
  for (let index = 0; index < columns.size; index += 1) {
    if (scores !== null && scores[index] === 0) continue
    let failed = 0
    let last = -1
    filters.forEach(({ isAll, passing, column }, place) => {
      if (isAll || passing.has(column[index] ?? 0)) return
      failed += 1
      last = place
    })
    if (failed === 0) {
      found.push(index)
      amountThousandYen += columns.amountThousandYen[index] ?? 0
    }
    // A programme that only one filter keeps away would be shown by another choice of that filter.
    if (failed < 2)
      filters.forEach(({ counted, column }, place) => {
        if (failed === 1 && place !== last) return
        const value = column[index] ?? 0
        counted.set(value, (counted.get(value) ?? 0) + 1)
      })
  }
  const counts = Object.fromEntries(
    filters.map(({ name, counted, named }) => [
      name,
      new Map([...counted].map(([value, count]) => [named.get(value) ?? '', count])),
    ]),
  ) as Filtered['counts']
  return { found, amountThousandYen, counts }
}

/** The first so many of the programmes found, in the order asked for. */
export function first(
  found: readonly number[],
  count: number,
  scores: Scores | null,
  order: SearchState['order'],
  { place, amountThousandYen }: Columns,
): number[] {
  const keys: Record<SearchState['order'], (index: number) => number> = {
    relevance: (index) => -(scores?.[index] ?? 0),
    municipality: (index) => place[index] ?? 0,
    amount: (index) => -(amountThousandYen[index] ?? 0),
  }
  const key = keys[order]
  const before = (a: number, b: number): boolean => key(a) < key(b) || (key(a) === key(b) && a < b)
  if (count >= found.length) return [...found].sort((a, b) => (before(a, b) ? -1 : 1))
  // Of many only the best are wanted: each is put in its place among those, most fall out at once.
  const best: number[] = []
  for (const index of found) {
    const worst = best.at(-1)
    if (best.length === count && worst !== undefined && !before(index, worst)) continue
    let low = 0
    let high = best.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (before(index, best[middle] ?? index)) high = middle
      else low = middle + 1
    }
    best.splice(low, 0, index)
    if (best.length > count) best.pop()
  }
  return best
}
