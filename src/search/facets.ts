import { CATEGORIES, type Columns } from './columns.ts'
import type { Scores } from './texts.ts'
import type { SearchState } from './state.ts'

/** The filters beside the query. An empty list of values means all. */
export const FILTERS = ['places', 'categories', 'years'] as const
export type Filter = (typeof FILTERS)[number]

/** Programmes that pass all filters, by place in the catalogue, and how many each choice would show. */
export interface Filtered {
  found: number[]
  /** By filter and value: how many programmes it would show, with the other filters as they are. */
  counts: Record<Filter, Map<string, number>>
}

/** The values that each filter can have: numbers in the columns, words in the address. */
function valuesOf({ place, category, year, codes, years }: Columns, romajiOf: (code: string) => string) {
  return {
    places: { column: place, named: new Map(codes.map((code, value) => [value, romajiOf(code)])) },
    categories: { column: category, named: new Map(CATEGORIES.map((name, value) => [value, name])) },
    years: { column: year, named: new Map(years.map((value) => [value, String(value)])) },
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
    const { column, named } = values[name]
    const allowed = new Set(state[name])
    // Years take more than a byte; what counts is only how far they are from the first.
    const least = Math.min(...named.keys())
    const counted = new Uint32Array(256)
    const isPassing = Uint8Array.from({ length: 256 }, (_, value) => {
      const word = named.get(value + least)
      return word !== undefined && (allowed.size === 0 || allowed.has(word)) ? 1 : 0
    })
    return { name, column, named, least, counted, isPassing, isAll: allowed.size === 0 }
  })
  const found: number[] = []
  for (let index = 0; index < columns.size; index += 1) {
    if (scores !== null && scores[index] === 0) continue
    let failed = 0
    let last = null
    for (const one of filters) {
      if (one.isAll || one.isPassing[(one.column[index] ?? 0) - one.least] === 1) continue
      failed += 1
      last = one
    }
    if (failed === 0) found.push(index)
    // A programme that only one filter keeps away would be shown by another choice of that filter.
    if (failed < 2)
      for (const one of filters) {
        if (failed === 1 && one !== last) continue
        const value = (one.column[index] ?? 0) - one.least
        one.counted[value] = (one.counted[value] ?? 0) + 1
      }
  }
  const counts = Object.fromEntries(
    filters.map(({ name, counted, named, least }) => [
      name,
      new Map([...named].map(([value, word]) => [word, counted[value - least] ?? 0])),
    ]),
  ) as Filtered['counts']
  return { found, counts }
}

/** The programmes that have a score, by place in the catalogue. */
export function foundOf(scores: Scores): number[] {
  const found: number[] = []
  for (let index = 0; index < scores.length; index += 1) if (scores[index] !== 0) found.push(index)
  return found
}

/** What programmes cost together, in thousand yen. */
export function sumOf(found: readonly number[], { amountThousandYen }: Columns): number {
  let sum = 0
  for (const index of found) sum += amountThousandYen[index] ?? 0
  return sum
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
