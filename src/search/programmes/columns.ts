import { byFamily, type TagFamily } from '../../words/tag-families.ts'
import type { SearchEntry } from './entry.ts'

export const CATEGORIES = ['workforce', 'conditions'] as const

export type TagKeys = Record<TagFamily, string[]>
/** By family a bit for each tag of a programme, in the order of the family's keys. */
export type TagBits = Record<TagFamily, Uint32Array>

/** What programmes are filtered, sorted and added up by. Each list is by the programme's place in the catalogue. */
export interface Columns {
  size: number
  /** Codes of the municipalities that `place` counts. */
  codes: readonly string[]
  place: Uint8Array
  /** By CATEGORIES. */
  category: Uint8Array
  year: Uint16Array
  amountThousandYen: Uint32Array
  tagKeys: TagKeys
  /** Null where they are not yet fetched. */
  tags: TagBits | null
}

/** The tags of programmes as bits. */
const tagBitsOf = (entries: readonly Pick<SearchEntry, 'tags'>[], tagKeys: TagKeys): TagBits =>
  byFamily((family) =>
    Uint32Array.from(entries, ({ tags }) =>
      tagKeys[family].reduce((sum, key, bit) => sum + (tags.includes(key) ? 2 ** bit : 0), 0),
    ),
  )

/** @param codes of all municipalities: who makes the index sees to it that each programme has one of them (see index-of.ts) */
export function columnsOf(entries: readonly SearchEntry[], codes: readonly string[], tagKeys: TagKeys): Columns {
  return {
    size: entries.length,
    codes,
    place: Uint8Array.from(entries, ({ code }) => codes.indexOf(code)),
    category: Uint8Array.from(entries, ({ category }) => CATEGORIES.indexOf(category)),
    year: Uint16Array.from(entries, ({ fiscalYear }) => fiscalYear),
    amountThousandYen: Uint32Array.from(entries, ({ amountThousandYen }) => amountThousandYen),
    tagKeys,
    tags: tagBitsOf(entries, tagKeys),
  }
}
