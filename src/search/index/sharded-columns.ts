import { byFamily } from '../../words/tag-families.ts'
import type { Columns, TagBits, TagKeys } from '../programmes/columns.ts'
import { spread, type Scores } from '../programmes/scores.ts'
import { ByteReader } from './bytes.ts'

/** Programmes that follow one another, of one year and municipality: year, place, how many. */
export type Run = [year: number, place: number, count: number]

/** Above so many municipalities the amounts of all are fetched at once. */
const FEW = 6

/** The columns of a large search, as far as they are in its first files; the amounts are not yet known. */
export function readColumns(
  categories: Uint8Array,
  size: number,
  runs: readonly Run[],
  codes: readonly string[],
  tagKeys: TagKeys,
): Columns {
  if (runs.reduce((sum, [, , count]) => sum + count, 0) !== size) throw new Error('The runs do not add up.')
  const columns: Columns = {
    size,
    codes,
    place: new Uint8Array(size),
    category: new Uint8Array(size),
    year: new Uint16Array(size),
    amountThousandYen: new Uint32Array(size),
    tagKeys,
    tags: null,
  }
  let index = 0
  for (const [year, place, count] of runs) {
    columns.year.fill(year, index, index + count)
    columns.place.fill(place, index, index + count)
    index += count
  }
  const reader = new ByteReader(categories)
  for (let at = 0; at < size; at += 7) {
    const bits = reader.number()
    for (let bit = 0; bit < 7 && at + bit < size; bit += 1) columns.category[at + bit] = (bits >> bit) & 1
  }
  return columns
}

/** The tags of all programmes, family by family. */
export function readTagBits(bytes: Uint8Array, size: number): TagBits {
  const reader = new ByteReader(bytes)
  return byFamily(() => Uint32Array.from({ length: size }, () => reader.number()))
}

/**
 * The amounts of programmes as they travel: within a run they rise, and each is written as its step above the one
 * before. Calls back with each index, and with that of the one before in its run.
 */
export function inRuns(
  indexes: Iterable<number>,
  { year, place }: Pick<Columns, 'year' | 'place'>,
  visit: (index: number, before: number | null) => void,
): void {
  let before: number | null = null
  for (const index of indexes) {
    const isSameRun: boolean = before !== null && year[before] === year[index] && place[before] === place[index]
    visit(index, isSameRun ? before : null)
    before = index
  }
}

/**
 * Makes the function that sees to it that the amounts of programmes are known. They are fetched for as few programmes
 * as hold those asked for: a few municipalities, what some of the lists hold, or all.
 */
export function makeAmounts(
  columns: Columns,
  load: (name: string) => Promise<Uint8Array>,
): (indexes: Uint32Array, lists: readonly { name: string; scores: Scores }[]) => Promise<void> {
  const { size, place, amountThousandYen } = columns
  const isKnown = new Uint8Array(size)
  const where = (holds: (index: number) => boolean): number[] => [...isKnown.keys()].filter(holds)
  const read = async (name: string, indexes: Iterable<number>): Promise<void> => {
    const reader = new ByteReader(await load(`amounts/${name}.bin`))
    inRuns(indexes, columns, (index, before) => {
      amountThousandYen[index] = reader.number() + (before === null ? 0 : (amountThousandYen[before] ?? 0))
      isKnown[index] = 1
    })
    if (!reader.isAtEnd) throw new Error('There are more amounts than programmes.')
  }
  return async (indexes, lists) => {
    const unknown = indexes.filter((index) => isKnown[index] === 0)
    const places = new Set(unknown.map((index) => place[index] ?? 0))
    if (places.size <= FEW) {
      await Promise.all(
        [...places].map((one) =>
          read(
            String(one),
            where((index) => place[index] === one),
          ),
        ),
      )
      return
    }
    const chosen = covering(unknown, lists, size)
    const listed = chosen.reduce((sum, { indexes }) => sum + indexes.length, 0)
    if (chosen.length === 0 || listed > size / 2)
      await read(
        'all',
        where(() => true),
      )
    else await Promise.all(chosen.map(({ name, indexes }) => read(name, indexes)))
  }
}

/** A few of the lists that together hold all of some programmes; none where they do not. */
function covering(
  wanted: Uint32Array,
  lists: readonly { name: string; scores: Scores }[],
  size: number,
): { name: string; indexes: Uint32Array }[] {
  const ranked = lists
    .map(({ name, scores }) => {
      const held = spread(scores, size)
      const without = (indexes: Uint32Array): Uint32Array => indexes.filter((index) => held[index] === 0)
      return { name, indexes: scores.indexes, without, left: without(wanted).length }
    })
    .sort((a, b) => a.left - b.left || a.indexes.length - b.indexes.length)
  let missing = wanted
  const chosen = ranked.filter(({ without }) => {
    const left = without(missing)
    const isUseful = left.length < missing.length
    missing = left
    return isUseful
  })
  return missing.length > 0 ? [] : chosen
}
