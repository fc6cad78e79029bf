import { readFileSync } from 'node:fs'
import type { SearchEntry } from '../src/search/programmes/entry.ts'
import type { JudgedQuery } from './search-metrics.ts'

const FOLDER = 'tests/fixtures/search/'

const readLines = <T>(file: string): T[] =>
  readFileSync(FOLDER + file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

/** Judged queries on the sheet of 令和３年度. */
export const judgedQueries = (): JudgedQuery[] => readLines('queries.jsonl')

/** Those of them that are told in hiragana, too, as who does not convert his words types them. */
export function judgedInHiragana(): JudgedQuery[] {
  const judged = judgedQueries()
  return readLines<{ query: string; written: string }>('hiragana.jsonl').map(({ query, written }) => {
    const own = judged.find((one) => one.query === written)
    if (own === undefined) throw new Error(`hiragana.jsonl: 「${written}」 is no judged query.`)
    return { ...own, query }
  })
}

/** Fiscal years whose programmes are invented: what a sheet of another year may hold. */
export const INVENTED_YEARS = [2023, 2024, 2025, 2026, 2028] as const

/** The programmes of an invented year, and judged queries on them. */
export const inventedYear = (year: number): { programmes: Omit<SearchEntry, 'ages'>[]; judged: JudgedQuery[] } => ({
  programmes: readLines(`invented-${year}.programmes.jsonl`),
  judged: readLines(`invented-${year}.queries.jsonl`),
})
