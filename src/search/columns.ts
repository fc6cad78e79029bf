import type { SearchEntry } from './entry.ts'

export const CATEGORIES = ['workforce', 'conditions'] as const

/** The families of tags, which are filters too. */
export const TAG_FILTERS = ['whom', 'help', 'field'] as const
export type TagFilter = (typeof TAG_FILTERS)[number]
export type TagKeys = Record<TagFilter, string[]>

/** What programmes are filtered, sorted and added up by. Each list is by the programme's place in the catalogue. */
export interface Columns {
  size: number
  /** Codes of the municipalities that `place` counts. */
  codes: string[]
  place: Uint8Array
  /** By CATEGORIES. */
  category: Uint8Array
  year: Uint16Array
  /** The fiscal years that there are. */
  years: number[]
  amountThousandYen: Uint32Array
  tagKeys: TagKeys
  /** By family a bit for each tag, in the order of `tagKeys`; null where they are not yet fetched. */
  tags: Record<TagFilter, Uint32Array> | null
}

/** The place of a programme's municipality among the codes. One that is not among them is an error. */
export function placesBy(codes: readonly string[]): (entry: Pick<SearchEntry, 'id' | 'code'>) => number {
  const places = new Map(codes.map((code, index) => [code, index]))
  return ({ id, code }) => {
    const place = places.get(code)
    if (place === undefined) throw new Error(`${id}: no municipality has the code ${code}.`)
    return place
  }
}

/** The tags of programmes as bits. */
export function tagBitsOf(
  entries: readonly Pick<SearchEntry, 'tags'>[],
  tagKeys: TagKeys,
): NonNullable<Columns['tags']> {
  const bits = (name: TagFilter): Uint32Array =>
    Uint32Array.from(entries, ({ tags }) =>
      tagKeys[name].reduce((sum, key, bit) => sum + (tags.includes(key) ? 2 ** bit : 0), 0),
    )
  return { whom: bits('whom'), help: bits('help'), field: bits('field') }
}

export function columnsOf(entries: readonly SearchEntry[], codes: readonly string[], tagKeys: TagKeys): Columns {
  return {
    size: entries.length,
    codes: [...codes],
    place: Uint8Array.from(entries, placesBy(codes)),
    category: Uint8Array.from(entries, ({ category }) => CATEGORIES.indexOf(category)),
    year: Uint16Array.from(entries, ({ fiscalYear }) => fiscalYear),
    years: [...new Set(entries.map(({ fiscalYear }) => fiscalYear))],
    amountThousandYen: Uint32Array.from(entries, ({ amountThousandYen }) => amountThousandYen),
    tagKeys,
    tags: tagBitsOf(entries, tagKeys),
  }
}
