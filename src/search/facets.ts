import { CATEGORIES, TAG_FILTERS, type Columns, type TagFilter } from './columns.ts'
import type { Scores } from './texts.ts'
import type { SearchState } from './state.ts'

/** The filters beside the query. An empty list of values means all. */
export const FILTERS = ['places', 'categories', 'years', ...TAG_FILTERS] as const
export type Filter = (typeof FILTERS)[number]

/** Programmes that pass all filters, by place in the catalogue, and how many each choice would show. */
export interface Filtered {
  found: number[]
  /** By filter and value: how many programmes it would show, with the other filters as they are. */
  counts: Record<Filter, Map<string, number>>
}

/** One filter, ready to be asked about each programme. */
interface Asked {
  name: Filter
  isAll: boolean
  isPassing: (index: number) => boolean
  count: (index: number) => void
  counts: () => Map<string, number>
}

/** A filter by what each programme has one of. */
function byColumn(
  name: Filter,
  column: Columns['place' | 'year'],
  named: Map<number, string>,
  chosen: string[],
): Asked {
  const allowed = new Set(chosen)
  // Years take more than a byte; what counts is only how far they are from the first.
  const least = Math.min(...named.keys())
  const counted = new Uint32Array(256)
  const passing = Uint8Array.from({ length: 256 }, (_, value) => (allowed.has(named.get(value + least) ?? '') ? 1 : 0))
  return {
    name,
    isAll: allowed.size === 0,
    isPassing: (index) => passing[(column[index] ?? 0) - least] === 1,
    count: (index) => {
      const value = (column[index] ?? 0) - least
      counted[value] = (counted[value] ?? 0) + 1
    },
    counts: () => new Map([...named].map(([value, word]) => [word, counted[value - least] ?? 0])),
  }
}

/** A filter by what each programme may have several of. */
function byTags(name: TagFilter, bits: Uint32Array, keys: readonly string[], chosen: string[]): Asked {
  const allowed = keys.reduce((sum, key, bit) => sum + (chosen.includes(key) ? 2 ** bit : 0), 0)
  const counted = keys.map(() => 0)
  return {
    name,
    isAll: chosen.length === 0,
    isPassing: (index) => ((bits[index] ?? 0) & allowed) !== 0,
    count: (index) => {
      for (let rest = bits[index] ?? 0, bit = 0; rest > 0; rest = Math.floor(rest / 2), bit += 1)
        if (rest % 2 === 1) counted[bit] = (counted[bit] ?? 0) + 1
    },
    counts: () => new Map(keys.map((key, bit) => [key, counted[bit] ?? 0])),
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
  const { place, category, year, codes, years, tags, tagKeys, size } = columns
  const filters = [
    byColumn('places', place, new Map(codes.map((code, value) => [value, romajiOf(code)])), state.places),
    byColumn('categories', category, new Map(CATEGORIES.map((name, value) => [value, name])), state.categories),
    byColumn('years', year, new Map(years.map((value) => [value, String(value)])), state.years),
    ...(tags === null ? [] : TAG_FILTERS.map((name) => byTags(name, tags[name], tagKeys[name], state[name]))),
  ]
  const active = filters.filter(({ isAll }) => !isAll)
  const found: number[] = []
  for (let index = 0; index < size; index += 1) {
    if (scores !== null && scores[index] === 0) continue
    let failed = 0
    let last = null
    for (const one of active) {
      if (one.isPassing(index)) continue
      failed += 1
      last = one
    }
    if (failed === 0) found.push(index)
    // A programme that only one filter keeps away would be shown by another choice of that filter.
    if (failed === 0) for (const one of filters) one.count(index)
    else if (failed === 1) last?.count(index)
  }
  const counts = Object.fromEntries(FILTERS.map((name) => [name, new Map<string, number>()])) as Filtered['counts']
  for (const one of filters) counts[one.name] = one.counts()
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
