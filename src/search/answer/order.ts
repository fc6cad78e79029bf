import type { Columns } from '../programmes/columns.ts'
import type { SearchState } from './state.ts'

/** What programmes cost together, in thousand yen. */
export function sumOf(found: Uint32Array, { amountThousandYen }: Columns): number {
  let sum = 0
  for (const index of found) sum += amountThousandYen[index] ?? 0
  return sum
}

/** The first so many of the programmes found, which are given in rising order, in the order asked for. */
export function first(
  found: Uint32Array,
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
