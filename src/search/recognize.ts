import type { SearchEntry } from './find.ts'

/** Says of a programme whether a word means it. */
type Test = (entry: Pick<SearchEntry, 'id' | 'number' | 'phone' | 'amountThousandYen' | 'startMonth'>) => boolean

const ERAS: Record<string, number> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 }

/**
 * Recognises a normalised word that is no text: an id, a row's number, a phone number, an amount, a month. Such a word
 * means just what it says: one digit off is something else, so it is never looked for in the texts, nor repaired.
 * @returns null where the word is text
 */
export function recognize(word: string): Test | null {
  if (/^20\d{2}-m?\d{2,}$/.test(word)) return ({ id }) => id === word

  const [, row] = /^(?:no\.?|番号|#)?(\d{1,3})番?$/.exec(word) ?? []
  if (row !== undefined) return ({ number }) => number === Number(row)

  const digits = word.replace(/[-()]/g, '')
  if (/^\d{6,}$/.test(digits) || /^\d{2,4}-\d{4}$/.test(word))
    return ({ phone }) => phone.replace(/\D/g, '').includes(digits)

  const [, amount, unit] = /^(\d+)(千円|万円|円|万)$/.exec(word) ?? []
  const thousands = { 千円: 1, 万円: 10, 万: 10, 円: 0.001 }[unit ?? '']
  if (thousands !== undefined) return ({ amountThousandYen }) => amountThousandYen === Number(amount) * thousands

  const month = readMonth(word)
  return month === null ? null : ({ startMonth }) => startMonth === month
}

/** A month in any usual form, 令和3年6月, r3年6月, 2021年6月, 2021/6 → 2021-06. */
function readMonth(word: string): string | null {
  const [, era, eraYear, eraMonth] = /^(令和|平成|[rh])(元|\d{1,2})年(\d{1,2})月$/.exec(word) ?? []
  const [, year, month] = /^(20\d{2})[年/-](\d{1,2})月?$/.exec(word) ?? []
  const before = ERAS[era ?? '']
  const western = before === undefined ? Number(year) : before + (eraYear === '元' ? 1 : Number(eraYear))
  const number = Number(eraMonth ?? month)
  return number >= 1 && number <= 12 ? `${western}-${String(number).padStart(2, '0')}` : null
}
