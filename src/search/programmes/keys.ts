import type { SearchEntry } from './entry.ts'
import { phoneKeys } from './phone-keys.ts'

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

function monthKeys(startMonth: string): string[] {
  const [year = '', month = ''] = startMonth.split('-')
  // A fiscal year begins in April.
  const fiscalYear = Number(month) < 4 ? Number(year) - 1 : Number(year)
  return [`on:${year}`, `on:-${month}`, `on:${startMonth}`, `from:${fiscalYear}`]
}
