import type { SearchEntry } from '../src/search/programmes/entry.ts'
import { withAges } from '../src/search/programmes/with-ages.ts'
import type { Place } from '../src/search/words/places.ts'

/** A source of numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Invents programmes after real ones, for benchmarks: each has the name and category of one, the sentences of two, and
 * a municipality, amount, phone and month of its own. The first are the real ones.
 */
export function generateEntries(
  real: readonly SearchEntry[],
  places: readonly Place[],
  count: number,
  seed = 1,
): SearchEntry[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const placeOf = new Map(places.map((place) => [place.code, place]))
  const sentences = (entry: SearchEntry): string[] => entry.summary.flatMap((part) => part.match(/[^。]+。?/g) ?? [])
  const made = Array.from({ length: Math.max(0, count - real.length) }, (_, index): SearchEntry => {
    const base = pick(real)
    const other = pick(real)
    const place = pick(places)
    const rename = (text: string): string => text.replaceAll(placeOf.get(base.code)?.name ?? '　', place.name)
    const number = 100 + index
    return withAges({
      ...base,
      id: `${base.fiscalYear}-${number}`,
      code: place.code,
      number,
      name: base.name === null ? null : rename(base.name),
      summary: [...sentences(base), ...sentences(other)].filter(() => random() < 0.6).map(rename),
      phone: `03-${String(1000 + Math.floor(random() * 9000))}-${String(1000 + Math.floor(random() * 9000))}`,
      amountThousandYen: Math.max(1, Math.round(base.amountThousandYen * (0.5 + random()))),
      startMonth: `2021-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`,
    })
  })
  return [...real, ...made].slice(0, count)
}
