// What the button CSV does. It is fetched for who presses it.
import type { Session } from '../index/session.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import { resultsCsv } from '../telling/results-csv.ts'
import { normalizeText } from '../words/normalize.ts'
import { make } from './dom.ts'

/** Saves results as a CSV that is named after what was asked for. */
export function saveResults(
  asked: string,
  entries: readonly ShownEntry[],
  placeOf: Session['placeOf'],
  pageOf: (id: string) => string,
): void {
  const csv = resultsCsv(entries, placeOf, (id) => new URL(pageOf(id), location.href).href)
  const href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  const name = normalizeText(asked).replace(/[^\p{L}\p{N}]+/gu, '-')
  make('a', { href, download: `事業${name === '' ? '' : `-${name}`}.csv` }).click()
  URL.revokeObjectURL(href)
}
