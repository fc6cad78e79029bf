import type { AgeRange } from '../numbers/ages.ts'

/** A programme as the search knows and shows it: texts as printed, null where the sheet prints none. */
export interface SearchEntry {
  id: string
  fiscalYear: number
  /** Code of its municipality. */
  code: string
  stream: 'municipal' | 'model'
  /** Printed number of its row. */
  number: number
  name: string | null
  theme: string | null
  category: 'workforce' | 'conditions'
  categoryLabel: string
  summary: string[]
  department: string
  phone: string
  extension: string | null
  /** Of its web address: www.city.example.lg.jp. */
  host: string | null
  amountThousandYen: number
  /** `YYYY-MM`. */
  startMonth: string | null
  /** Persons and establishments aimed at, as far as stated, with their units: 15人, 3事業所. */
  targets: string[]
  /** Keys of the tags that were read out of its texts. */
  tags: string[]
  /** The ages that its texts print. */
  ages: AgeRange[]
}

/** What the index alone is made from. */
export const ONLY_INDEXED = ['host', 'tags', 'ages'] as const

/** A programme as it is shown. */
export type ShownEntry = Omit<SearchEntry, (typeof ONLY_INDEXED)[number]>
