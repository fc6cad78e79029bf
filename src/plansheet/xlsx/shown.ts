import type { WorkbookCell } from './workbook.ts'

/** What a cell shows; `fault` where it cannot be told what that is. */
export type Shown =
  | { text: string; fault?: undefined; isDate?: boolean }
  | { fault: 'error' | 'formula' | 'format' | 'date' | 'boolean' | 'struck'; found: string; text?: undefined }

// What stands in quotes or brackets of a format, or behind a backslash or an underscore, is no code.
const bare = (format: string): string => format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '')

const isDateFormat = (format: string): boolean => /[ymdge]/i.test(bare(format).replace(/general/gi, ''))

/**
 * What a cell shows. Text as it stands; a number by its value, for the format only tells how it looks: but for a zero
 * that is shown as a dash or not at all, and for a date, which is written as the sheets write months.
 */
export function shownIn({ value, isError, isFormula, isStruck, format }: WorkbookCell, isFrom1904: boolean): Shown {
  if (isError) return { fault: 'error', found: String(value) }
  if (value === null) return isFormula ? { fault: 'formula', found: '' } : { text: '' }
  if (isStruck && String(value).trim() !== '') return { fault: 'struck', found: String(value) }
  if (typeof value === 'boolean') return { fault: 'boolean', found: String(value).toUpperCase() }
  if (typeof value === 'string') return { text: value }
  if (format === null || /^general$/i.test(format)) return { text: String(value) }
  if (isDateFormat(format)) return dateIn(value, isFrom1904)
  return { ...numberIn(value, format) }
}

function numberIn(value: number, format: string): Shown {
  const sections = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
  const zero = sections.length > 2 ? sections[2] : sections[0]
  if (value === 0 && zero !== undefined && !/0/.test(bare(zero))) {
    // Only a sign, as in accounts, or nothing at all.
    const literal = zero.replace(/\[[^\]]*\]|_.|\*.|[#?,.]/g, '').replace(/["\\]/g, '')
    return { text: literal.trim() }
  }
  // A format without a place for digits shows something else, or nothing.
  if (!/[0#?@]|general/i.test(bare(sections[0] ?? ''))) return { fault: 'format', found: `${value}（${format}）` }
  // A comma behind the last digit divides by a thousand; a percent sign multiplies.
  if (/[0#?],+(?:[^0#?,.]|$)|%/.test(bare(sections[0] ?? '')))
    return { fault: 'format', found: `${value}（${format}）` }
  // A unit behind the digits may be another than the heading's: 7,725千, 7,725,000円.
  if (/[百千万億円]/.test(format)) return { fault: 'format', found: `${value}（${format}）` }
  return { text: String(value) }
}

const ERAS = [
  { name: '令和', from: 20190501, before: 2018 },
  { name: '平成', from: 19890108, before: 1988 },
]

/** A date as its month is printed: 令和3年4月. */
function dateIn(serial: number, isFrom1904: boolean): Shown {
  const days = Math.floor(serial) + (isFrom1904 ? 1462 : 0)
  // Day 60 is the 29th of February 1900, which never was.
  const { year, month, day } = dayOf(days)
  const stamp = year * 10000 + month * 100 + day
  const era = ERAS.find(({ from }) => stamp >= from)
  if (era === undefined || days < 61 || year > 2100) return { fault: 'date', found: String(serial) }
  const eraYear = year - era.before
  return { text: `${era.name}${eraYear === 1 ? '元' : String(eraYear)}年${String(month)}月`, isDate: true }
}

function dayOf(days: number): { year: number; month: number; day: number } {
  let rest = days - 61
  let [year, month] = [1900, 3]
  for (let length = lengthOf(year, month); rest >= length; length = lengthOf(year, month)) {
    rest -= length
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    if (year > 9999) break
  }
  return { year, month, day: rest + 1 }
}

const lengthOf = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31
