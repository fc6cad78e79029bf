import type { SearchEntry } from './entry.ts'
import { phoneKeys } from './phone-keys.ts'

/**
 * What a number, a web address or the name of a table in a query can name of a programme: `stream:`, `id:`, `no:`, `to:`,
 * `yen:`, `man:`, `tel:`, `on:`, `from:`, `fy:`, `site:`.
 */
export function keysOf(entry: SearchEntry): string[] {
  const { id, number, targets, amountThousandYen, phone, extension, startMonth } = entry
  return [
    ...(entry.host === null ? [] : [`site:${entry.host.replace(/^www\./, '')}`]),
    `stream:${entry.stream}`,
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

/** Of targets there are bounds, too: `to:20~人` for 20人以上, `to:~20人` for 20人以下. */
const BOUND = /^to:(\d*)~(\d*)(\D+)$/
const TARGET = /^to:(\d+)(\D+)$/

/** Makes the test for the keys that are meant by one that is asked for. */
export function keyTest(asked: string): (key: string) => boolean {
  const [, from, to, unit] = BOUND.exec(asked) ?? []
  if (unit === undefined) return (key) => key === asked
  return (key) => {
    const [, number, own] = TARGET.exec(key) ?? []
    return own === unit && Number(from) <= Number(number) && Number(number) <= (to === '' ? Infinity : Number(to))
  }
}

/** True for a programme that a key names. */
export const hasKey = (entry: SearchEntry, asked: string): boolean => keysOf(entry).some(keyTest(asked))

/** What a month in which something begins is found by: its year, its month in any year, both, and its fiscal year. */
export function monthKeys(startMonth: string): string[] {
  const [year = '', month = ''] = startMonth.split('-')
  // A fiscal year begins in April.
  const fiscalYear = Number(month) < 4 ? Number(year) - 1 : Number(year)
  return [`on:${year}`, `on:-${month}`, `on:${startMonth}`, `from:${fiscalYear}`]
}
