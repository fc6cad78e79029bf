import { plainForm, type Form } from './lexicon.ts'

/** Amounts in thousand yen, both ends included; with `isMost` the largest are asked for first. */
export interface AmountRange {
  from: number
  to: number
  isMost: boolean
}

/** A number as it was understood: an age in years, amounts, or keys of programmes (see `keysOf`). */
export type Meant = { length: number } & (
  { kind: 'age'; from: number; to: number } | ({ kind: 'amount' } & AmountRange) | { kind: 'value'; keys: Form[] }
)

const ERAS: Record<string, number> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 }
const KANJI_DIGITS = '〇一二三四五六七八九'
const AGES = /(\d{2})(?:歳|才|さい)?(?:から|[~〜-])(\d{2})(?:歳|才|さい)/y
const AGE =
  /(\d{2}|[一二三四五六七八九]十[一二三四五六七八九]?)(?:歳|才|さい|代|(?<=(?:もう|まだ)\d\d)(?![\d人件社回万円年月日])|(?=になっ|です|で辞め|で退職|だけど|でも|過ぎ|すぎ|を過ぎ))(以上|以下|未満|以降|すぎ|過ぎ)?/y
const MONTH =
  /(?:(令和|平成|[rh])(元|\d{1,2}|[一二三四五六七八九十]{1,3})(?:年度?|[./-](?=\d))|(20\d{2})(?:年度?|[./-](?=\d)))?(?:(\d{1,2}|十[一二]?|[一二三四五六七八九](?=月))月?)?(?:(?=(?:に|から)?(始ま|開始|スタート))|)/y
const AMOUNT = /(?=\d)(?:(\d+)億)?(?:(\d+)万)?(?:(\d+)千)?(?:(\d+)(?=円))?円?/y
const BOUND = /以上|以下|以内|未満|超|を超え/y
const SUPERLATIVE = '(?:一番|いちばん|最も|もっとも)?'
const MOST = new RegExp(
  `${SUPERLATIVE}(?:予算額?|事業額|事業費)[がの]?${SUPERLATIVE}(?:多|大き|高)(?:い順に?|い|額)?`,
  'y',
)
const PHONE = /\(?\d{2,5}[-)]\d{1,4}-\d{3,4}/y
const SPOKEN = /^(?:から|より|の|に|開始|始まる|始まり|スタート|予定|分|開催|実施|もの|こと|事業|[、。])*$/

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
  const [, modelRow] = /^(?:m|モデル(?:事業)?の?)0*(\d{1,3})番?$/.exec(word) ?? []
  if (modelRow !== undefined) return value(word.length, `no:m${modelRow}`)
  const [, extension] = /^内線(\d{2,})$/.exec(word) ?? []
  if (extension !== undefined) return value(word.length, `tel:${extension}`)
  if (row !== undefined) return value(word.length, `no:${row}`, ...(row === word ? [`to:${row}`] : []))
  if (/^(?!20\d\d$)\d{4,5}$/.test(word)) return value(word.length, `yen:${word}`, `tel:${word}`)
  const [, target] = /^(?:目標(?:人数|数)?|定員|人数)?(\d{1,4})(?:人|名|社|事業所)$/.exec(word) ?? []
  if (target !== undefined) return value(word.length, `to:${target}`)
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
  const ages = match(AGES)
  if (ages !== null) return { length: ages[0].length, kind: 'age', from: Number(ages[1]), to: Number(ages[2]) }
  const age = match(AGE)
  if (age !== null) return ageOf(age)
  const called = match(PHONE)
  if (called !== null) return phone(called[0])
  const most = match(MOST)
  if (most !== null) return { ...amounts(most[0].length), isMost: true }
  const [paid = '', ...parts] = match(AMOUNT) ?? []
  if (/[億万円]$|千円?$/.test(paid)) {
    const [oku = 0, man = 0, thousands = 0, yen = 0] = parts.map((part: string | undefined) => Number(part ?? 0))
    const tenThousands = oku * 10_000 + man
    const amount = tenThousands * 10 + thousands + yen / 1000
    BOUND.lastIndex = at + paid.length
    const bound = BOUND.exec(text)?.[0]
    if (bound !== undefined) return amountsOf(paid.length + bound.length, bound, amount)
    // 7,954万円 is said of 79,541千円, too.
    const about = thousands + yen === 0 ? [`man:${tenThousands}`] : []
    return value(paid.length, `yen:${amount}`, ...about)
  }
  const month = match(MONTH)
  return month === null ? null : monthOf(month)
}

const amounts = (length: number) => ({ length, kind: 'amount', from: 0, to: Infinity, isMost: false }) as const

function amountsOf(length: number, bound: string, amount: number): Meant {
  if (bound === '以上') return { ...amounts(length), from: amount }
  if (/超/.test(bound)) return { ...amounts(length), from: amount + 1 }
  return { ...amounts(length), to: bound === '未満' ? amount - 1 : amount }
}

const phone = (word: string): Meant => value(word.length, `tel:${word.replace(/\D/g, '')}`)

/** 35, 三十五, 十 as numbers. */
function numberOf(written: string): number {
  if (/\d/.test(written)) return Number(written)
  const [tens = '', ones] = written.split('十')
  if (ones === undefined) return KANJI_DIGITS.indexOf(tens)
  return (tens === '' ? 1 : KANJI_DIGITS.indexOf(tens)) * 10 + Math.max(0, KANJI_DIGITS.indexOf(ones || '〇'))
}

function ageOf([whole, number = '', bound]: RegExpExecArray): Meant {
  const years = numberOf(number)
  // Who is past thirty is in his thirties.
  const last = /代|すぎ|過ぎ/.test(whole) ? years + 9 : years
  const low = bound === '以下' || bound === '未満'
  const high = bound === '以上' || bound === '以降'
  return { length: whole.length, kind: 'age', from: low ? 15 : years, to: high ? 99 : last }
}

/** 令和3年6月, r3年6月, 2021年6月, 2021/6; a year alone; a month alone; the fiscal year in which something begins. */
function monthOf([whole, era, eraYear, western, month, begins]: RegExpExecArray): Meant | null {
  const before = ERAS[era ?? '']
  const year = before === undefined ? western : String(before + (eraYear === '元' ? 1 : numberOf(eraYear ?? '')))
  if (year === undefined && !/^[\d一二三四五六七八九十]{1,2}月$/.test(whole)) return null
  const kind = !whole.includes('度') ? 'on' : begins === undefined ? 'fy' : 'from'
  if (month === undefined) return value(whole.length, `${kind}:${year ?? ''}`)
  return value(whole.length, `on:${year ?? ''}-${String(numberOf(month)).padStart(2, '0')}`)
}
