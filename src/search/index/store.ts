import type { Columns } from '../programmes/columns.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import type { Texts } from '../programmes/texts.ts'
import type { WordGroup } from '../words/lexicon.ts'

/** Where a search keeps the programmes: in memory, or in files that are fetched when they are needed. */
export interface Store {
  columns: Columns
  texts: Texts
  /** Programmes by their places in the catalogue, in that order. */
  entries: (indexes: Iterable<number>) => Promise<ShownEntry[]>
  /** Sees to it that the tags stand in the columns. */
  tags: () => Promise<void>
  /** @param groups of words by which they were found */
  amounts: (indexes: Uint32Array, groups: readonly WordGroup[]) => Promise<void>
  /** The amounts of all programmes, in thousand yen; 0 while they are being fetched, which then is missing. */
  allAmounts: () => Uint32Array
}
