import { plainForm, type Form } from './lexicon.ts'

/** A number as it was understood: an age in years, or keys of programmes (see `keysOf`). */
export type Meant = { length: number } & ({ kind: 'age'; from: number; to: number } | { kind: 'value'; keys: Form[] })

const ERAS: Record<string, number> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 }
const KANJI_DIGITS = '〇一二三四五六七八九'
const AGE =
  /(\d{2}|[一二三四五六七八九]十[一二三四五六七八九]?)(?:歳|才|さい|代|(?=になっ|です|だけど|でも|過ぎ|すぎ|を過ぎ))(以上|以下|未満|以降|すぎ|過ぎ)?/y
const MONTH = /(?:(令和|平成|[rh])(元|\d{1,2})(?:年度?|[./-](?=\d))|(20\d{2})(?:年度?|[./-](?=\d)))?(?:(\d{1,2})月?)?/y
const AMOUNT = /(\d+)(千円|万円|円|万)/y
const PHONE = /\(?\d{2,5}[-)]\d{1,4}-\d{3,4}/y
const SPOKEN = /^(?:から|より|の|に|開始|始まる|始まり|スタート|予定|分|開催|実施|[、。])*$/

const value = (length: number, ...keys: string[]): Meant => ({
  length,
  kind: 'value',
  keys: keys.map((key) => plainForm(key)),
})

/**
 * Recognises a normalised word that is no text: an id, a row's number, a phone number, an amount, a month. Such a word
 * means just what it says: one digit off is something else, so it is never looked for in the texts, nor repaired.
 * @returns null where the word is text
 */
export function recognize(word: string): Meant | null {
  if (/^20\d{2}-m?\d{2,}$/.test(word)) return value(word.length, `id:${word}`)

  const [, row] = /^(?:no\.?|番号|#|第)?0*(\d{1,3})番?$/.exec(word) ?? []
  const [, modelRow] = /^m0*(\d{1,3})$/.exec(word) ?? []
  if (modelRow !== undefined) return value(word.length, `no:m${modelRow}`)
  const [, extension] = /^内線(\d{2,})$/.exec(word) ?? []
  if (extension !== undefined) return value(word.length, `tel:${extension}`)
  if (row !== undefined) return value(word.length, `no:${row}`, ...(row === word ? [`to:${row}`] : []))
  if (/^(?!20\d\d$)\d{4,5}$/.test(word)) return value(word.length, `yen:${word}`, `tel:${word}`)
  if (/^\d{6,}$|^\d{2,4}-\d{4}$/.test(word.replace(/(?<=^0\d+)[-()]|[()]/g, ''))) return phone(word)

  const within = recognizeWithin(word, 0)
  return within !== null && SPOKEN.test(word.slice(within.length)) ? { ...within, length: word.length } : null
}

/** Recognises an age, a month, an amount or a phone number that begins at a character of a query. */
export function recognizeWithin(text: string, at: number): Meant | null {
  if (at > 0 && /\d/.test(text.charAt(at - 1))) return null
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const age = match(AGE)
  if (age !== null) return ageOf(age)
  const called = match(PHONE)
  if (called !== null) return phone(called[0])
  const paid = match(AMOUNT)
  if (paid !== null) {
    const thousands = Number(paid[1]) * ({ 千円: 1, 円: 0.001 }[paid[2] ?? ''] ?? 10)
    return value(paid[0].length, `yen:${thousands}`)
  }
  const month = match(MONTH)
  return month === null ? null : monthOf(month)
}

const phone = (word: string): Meant => value(word.length, `tel:${word.replace(/\D/g, '')}`)

function ageOf([whole, number = '', bound]: RegExpExecArray): Meant {
  const [tens = '', ones = ''] = number.split('十').map((digit) => KANJI_DIGITS.indexOf(digit))
  const years = /\d/.test(number) ? Number(number) : Number(tens) * 10 + Math.max(0, Number(ones))
  const last = whole.includes('代') ? years + 9 : years
  const low = bound === '以下' || bound === '未満'
  const high = bound !== undefined && !low
  return { length: whole.length, kind: 'age', from: low ? 15 : years, to: high ? 99 : last }
}

/** 令和3年6月, r3年6月, 2021年6月, 2021/6; a year alone; a month alone. */
function monthOf([whole, era, eraYear, western, month]: RegExpExecArray): Meant | null {
  const before = ERAS[era ?? '']
  const year = before === undefined ? western : String(before + (eraYear === '元' ? 1 : Number(eraYear)))
  if (year === undefined && !/^\d{1,2}月$/.test(whole)) return null
  if (month === undefined) return value(whole.length, `${whole.includes('度') ? 'fy' : 'on'}:${year ?? ''}`)
  return value(whole.length, `on:${year ?? ''}-${month.padStart(2, '0')}`)
}
