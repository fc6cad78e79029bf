import { toAscii } from './ascii.ts'

// Western year before the first year of each era.
const ERAS: Record<string, number> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 }

const ERA_YEAR = /^(令和|平成|[RH])(元|\d{1,2})(年+)(.*)$/

/** A year of a Japanese era as western year, and what is printed behind its 年. `repeated`: printed as 年年. */
export function readEraYear(printed: string): { year: number; rest: string; repeated: boolean } | null {
  const [, era, year, suffix, rest] = ERA_YEAR.exec(toAscii(printed).replace(/\s/g, '').toUpperCase()) ?? []
  const before = ERAS[era ?? '']
  if (before === undefined || year === undefined || suffix === undefined || rest === undefined) return null
  return { year: before + (year === '元' ? 1 : Number(year)), rest, repeated: suffix.length > 1 }
}

/** Fiscal year of a sheet's title, 「…計画書（令和３年度）」「令和３年度…計画書」 → 2021; null where it shows none. */
export function readFiscalYear(title: string): number | null {
  const [, behind, before] = /計画書[（(](.+?)[）)]$|^(.+?年度).*計画書$/u.exec(title.replace(/\s/g, '')) ?? []
  const read = readEraYear(behind ?? before ?? '')
  if (read?.rest !== '度' || read.repeated) return null
  return read.year >= 2000 && read.year <= 2100 ? read.year : null
}
