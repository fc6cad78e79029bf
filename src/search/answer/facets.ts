import { TAG_FAMILIES, type TagFamily } from '../../words/tag-families.ts'
import { CATEGORIES, type Columns } from '../programmes/columns.ts'
import { byFilter, type Filter, type SearchState } from './state.ts'

/** Programmes that pass all filters, by place in the catalogue. */
export interface Filtered {
  found: Uint32Array
  /** By filter and value: how many programmes it would show, with the other filters as they are. */
  counts: () => Record<Filter, Map<string, number>>
}

/** One filter, ready to be asked. */
interface Asked {
  name: Filter
  isAll: boolean
  isPassing: (index: number) => boolean
  /** How many of some programmes each value has. */
  counts: (indexes: Uint32Array) => Map<string, number>
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

// With every key that is struck they are the same.
const named = new WeakMap<Columns['year'], Map<number, string>>()
/** The fiscal years that there are, with their names in the address. */
function yearNames(year: Columns['year']): Map<number, string> {
  const names = named.get(year) ?? new Map([...new Set(year)].map((value) => [value, String(value)]))
  named.set(year, names)
  return names
}

/** Filters programmes that a query found. */
export function filter(
  asked: Uint32Array,
  state: SearchState,
  columns: Columns,
  romajiOf: (code: string) => string,
): Filtered {
  const { place, category, year, codes, tags, tagKeys } = columns
  const filters = [
    byColumn('place', place, new Map(codes.map((code, value) => [value, romajiOf(code)])), state.place),
    byColumn('category', category, new Map(CATEGORIES.map((name, value) => [value, name])), state.category),
    byColumn('year', year, yearNames(year), state.year),
    ...(tags === null ? [] : TAG_FAMILIES.map((name) => byTags(name, tags[name], tagKeys[name], state[name]))),
  ]
  const active = filters.filter(({ isAll }) => !isAll)
  const passing = (others: readonly Asked[]): Uint32Array =>
    others.length === 0 ? asked : asked.filter((index) => others.every((other) => other.isPassing(index)))
  const found = passing(active)
  return {
    found,
    counts: () => {
      const counts = byFilter(() => new Map<string, number>())
      // Another choice of a filter shows what all the other filters let through.
      for (const one of filters)
        counts[one.name] = one.counts(one.isAll ? found : passing(active.filter((other) => other !== one)))
      return counts
    },
  }
}
