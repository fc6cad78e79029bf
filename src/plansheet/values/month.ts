import { readEraYear } from './era.ts'

/** A start month, `YYYY-MM`, Gregorian. `repaired`: what was misprinted, or null. */
export interface StartMonth {
  startMonth: string
  repaired: '年年' | null
}

/** Reads a printed month: 「令和３年４月」 → 2021-04. @returns null where it is no month. */
export function readMonth(printed: string): StartMonth | null {
  const read = readEraYear(printed)
  const [, digits] = /^(\d{1,2})月$/.exec(read?.rest ?? '') ?? []
  const month = Number(digits ?? 0)
  if (read === null || month < 1 || month > 12) return null
  return {
    startMonth: `${read.year}-${String(month).padStart(2, '0')}`,
    repaired: read.repeated ? '年年' : null,
  }
}
