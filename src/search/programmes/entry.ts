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
export const ONLY_INDEXED = ['extension', 'host', 'startMonth', 'targets', 'tags', 'ages'] as const

/** A programme as it is shown. */
export type ShownEntry = Omit<SearchEntry, (typeof ONLY_INDEXED)[number]>

/**
 * What a number or a web address in a query can name of a programme: `id:`, `no:`, `to:`, `yen:`, `man:`, `tel:`, `on:`,
 * `from:`, `fy:`, `site:`.
 */
export function keysOf(entry: SearchEntry): string[] {
  const { id, number, targets, amountThousandYen, phone, extension, startMonth } = entry
  return [
    ...(entry.host === null ? [] : [`site:${entry.host.replace(/^www\./, '')}`]),
    `fy:${entry.fiscalYear}`,
    `id:${id}`,
    `no:${number}`,
    ...(entry.stream === 'model' ? [`no:m${number}`] : []),
    ...new Set(targets.map((target) => `to:${target}`)),
    `yen:${amountThousandYen}`,
    `man:${Math.floor(amountThousandYen / 10)}`,
    ...phoneKeys(phone, extension),
    ...(startMonth === null ? [] : monthKeys(startMonth)),
  ]
}

/** What of a phone number it is found by: all of it, and its groups. */
export function phoneKeys(phone: string, extension: string | null): string[] {
  const groups = phone.split(/\D+/).filter((group) => group !== '')
  const phones = [
    groups.join(''),
    groups.slice(0, 2).join(''),
    groups.slice(1).join(''),
    ...groups.slice(1),
    // Half of all programmes begin with 03: that says nothing.
    (groups[0] ?? '').length > 3 ? (groups[0] ?? '') : '',
    extension ?? '',
  ]
  return [...new Set(phones.filter(({ length }) => length > 2).map((digits) => `tel:${digits}`))]
}

function monthKeys(startMonth: string): string[] {
  const [year = '', month = ''] = startMonth.split('-')
  // A fiscal year begins in April.
  const fiscalYear = Number(month) < 4 ? Number(year) - 1 : Number(year)
  return [`on:${year}`, `on:-${month}`, `on:${startMonth}`, `from:${fiscalYear}`]
}
