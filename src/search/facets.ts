import { TAG_FAMILIES, type TagFamily } from '../words/tag-families.ts'
import { CATEGORIES, type Columns } from './columns.ts'
import type { SearchState } from './state.ts'

/** The filters beside the query. An empty list of values means all. */
export const FILTERS = ['places', 'categories', 'years', ...TAG_FAMILIES] as const
export type Filter = (typeof FILTERS)[number]

/** Programmes that pass all filters, by place in the catalogue. */
export interface Filtered {
  found: readonly number[]
  /** By filter and value: how many programmes it would show, with the other filters as they are. */
  counts: () => Record<Filter, Map<string, number>>
}

/** One filter, ready to be asked. */
interface Asked {
  name: Filter
  isAll: boolean
  isPassing: (index: number) => boolean
  /** How many of some programmes each value has. */
  counts: (indexes: readonly number[]) => Map<string, number>
}

/** A filter by what each programme has one of. */
function byColumn(
  name: Filter,
  column: Columns['place' | 'year'],
  named: Map<number, string>,
  chosen: string[],
): Asked {
  const allowed = new Set([...named].filter(([, word]) => chosen.includes(word)).map(([value]) => value))
  return {
    name,
    isAll: chosen.length === 0,
    isPassing: (index) => allowed.has(column[index] ?? 0),
    counts: (indexes) => {
      const counted = new Uint32Array(Math.max(...named.keys()) + 1)
      for (const index of indexes) {
        const value = column[index] ?? 0
        counted[value] = (counted[value] ?? 0) + 1
      }
      return new Map([...named].map(([value, word]) => [word, counted[value] ?? 0]))
    },
  }
}

/** A filter by what each programme may have several of. */
function byTags(name: TagFamily, bits: Uint32Array, keys: readonly string[], chosen: string[]): Asked {
  const allowed = keys.reduce((sum, key, bit) => sum + (chosen.includes(key) ? 2 ** bit : 0), 0)
  return {
    name,
    isAll: chosen.length === 0,
    isPassing: (index) => ((bits[index] ?? 0) & allowed) !== 0,
    counts: (indexes) => {
      const counted = keys.map(() => 0)
      for (const index of indexes)
        for (let rest = bits[index] ?? 0, bit = 0; rest > 0; rest >>>= 1, bit += 1)
          if ((rest & 1) === 1) counted[bit] = (counted[bit] ?? 0) + 1
      return new Map(keys.map((key, bit) => [key, counted[bit] ?? 0]))
    },
  }
}

/**
 * Filters programmes.
 * @param asked those that a query found; null for all
 */
export function filter(
  asked: readonly number[] | null,
  state: SearchState,
  columns: Columns,
  romajiOf: (code: string) => string,
): Filtered {
  const { place, category, year, codes, years, tags, tagKeys, size } = columns
  const filters = [
    byColumn('places', place, new Map(codes.map((code, value) => [value, romajiOf(code)])), state.places),
    byColumn('categories', category, new Map(CATEGORIES.map((name, value) => [value, name])), state.categories),
    byColumn('years', year, new Map(years.map((value) => [value, String(value)])), state.years),
    ...(tags === null ? [] : TAG_FAMILIES.map((name) => byTags(name, tags[name], tagKeys[name], state[name]))),
  ]
  const active = filters.filter(({ isAll }) => !isAll)
  const candidates = asked ?? Array.from({ length: size }, (_, index) => index)
  const passing = (others: readonly Asked[]): readonly number[] =>
    others.length === 0 ? candidates : candidates.filter((index) => others.every((other) => other.isPassing(index)))
  const found = passing(active)
  return {
    found,
    counts: () => {
      const counts = Object.fromEntries(FILTERS.map((name) => [name, new Map<string, number>()])) as Record<
        Filter,
        Map<string, number>
      >
      // Another choice of a filter shows what all the other filters let through.
      for (const one of filters)
        counts[one.name] = one.counts(one.isAll ? found : passing(active.filter((other) => other !== one)))
      return counts
    },
  }
}

/** What programmes cost together, in thousand yen. */
export function sumOf(found: readonly number[], { amountThousandYen }: Columns): number {
  let sum = 0
  for (const index of found) sum += amountThousandYen[index] ?? 0
  return sum
}

/** The first so many of the programmes found, which are given in rising order, in the order asked for. */
export function first(
  found: readonly number[],
  count: number,
  scores: Float32Array | null,
  order: SearchState['order'],
  { place, amountThousandYen }: Columns,
): number[] {
  const keys: Record<SearchState['order'], (index: number) => number> = {
    relevance: (index) => -(scores?.[index] ?? 0),
    municipality: (index) => place[index] ?? 0,
    amount: (index) => -(amountThousandYen[index] ?? 0),
  }
  const key = keys[order]
  if (count >= found.length) return [...found].sort((a, b) => key(a) - key(b))
  // Of many only the best are wanted: each is put in its place among those, most fall out at once.
  const best: number[] = []
  let worst = Infinity
  for (const index of found) {
    const own = key(index)
    if (own >= worst) continue
    best.splice(best.findLastIndex((other) => key(other) <= own) + 1, 0, index)
    if (best.length > count) best.pop()
    if (best.length === count) worst = key(best[count - 1] ?? 0)
  }
  return best
}
