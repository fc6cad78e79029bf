import { monthWords } from './month.ts'

/** A fiscal year by its era: 2021 → 令和3年度. Years before 令和 by 平成. */
export const fiscalYearWords = (fiscalYear: number): string =>
  `${fiscalYear >= 2019 ? era('令和', fiscalYear - 2018) : era('平成', fiscalYear - 1988)}年度`

const era = (name: string, year: number): string => `${name}${year === 1 ? '元' : String(year)}`

/** The months that a fiscal year spans: 2021 → 2021年4月から2022年3月まで. */
export const fiscalYearSpan = (fiscalYear: number): string => `${fiscalYear}年4月から${fiscalYear + 1}年3月まで`

/** The plans of several fiscal years in few words: one or two by name, more by their first and last. */
export function plansWords(fiscalYears: readonly number[]): string {
  const years = [...new Set(fiscalYears)].sort((a, b) => a - b)
  const words = (year: number): string => `${fiscalYearWords(year)}（${fiscalYearSpan(year)}）`
  const [first, last] = [years.at(0), years.at(-1)]
  if (years.length <= 2 || first === undefined || last === undefined) return `${years.map(words).join('と')}の計画`
  return `${fiscalYearWords(first)}から${fiscalYearWords(last)}まで（${first}年4月から${last + 1}年3月まで）の計画`
}

/** A day: 2026-11-22 → 2026年11月22日. */
export const dayWords = (day: string): string => `${monthWords(day)}${String(Number(day.slice(8)))}日`

/** When the year of a plan ends: true on any day. */
export const planEndWords = (fiscalYear: number): string => `この年度は、${fiscalYear + 1}年3月までです。`

/**
 * How long ago the year of a plan ended, in a sentence; empty where it has not ended.
 * @param today `YYYY-MM-DD`, or the beginning of it as far as the month
 */
export function planAgeWords(fiscalYear: number, today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const months = (year - fiscalYear - 1) * 12 + (month - 4)
  if (months < 0) return ''
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const age = `${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}か月` : ''}`
  return age === '' ? 'もう終わりました。' : `${age}前に終わりました。`
}
