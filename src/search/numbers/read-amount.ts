/** Amounts in thousand yen, both ends included. */
export interface AmountRange {
  from: number
  to: number
}

/** What is asked of amounts: that they lie in a range, or that the largest or the smallest come first. */
export type AmountAsked = AmountRange | 'most' | 'least'

/**
 * An amount as it was understood: one, in thousand yen, with the 万円 that it says alone; what is asked of amounts; or
 * other money than that of a programme, such as a wage.
 */
export type Amount = { length: number } & (
  | { kind: 'one'; amount: number; tenThousands: number | null }
  | { kind: 'asked'; asked: AmountAsked }
  | { kind: 'other' }
)

const ONE =
  '(?=\\d|[千百十][\\d百十]*万)(?:(\\d+(?:\\.\\d+)?)億)?(?:((?:\\d*千)?(?:\\d*百)?(?:\\d*十)?\\d*)万)?(?:(\\d+)千)?(?:(\\d+)(?=円))?円?'
const AMOUNT = new RegExp(ONE, 'y')
const RANGE = new RegExp(`(${ONE}|\\d+)(?:から|[~〜-])(${ONE})`, 'y')
const BOUND =
  /以上|以下|以内|まで|未満|を?超(?:える|え)?|台|前後|程度|くらい|ぐらい|ほど|(?:から|[~〜])(?!\d)|より(?:多|高|大き)い|より(?:少な|低|安|小さ)い/y
/** 〜500万円 */
const UP_TO = /(?<!.)[~〜]/y
/** In 契約 and 規約 it is no such word. */
const ABOUT = /(?<![契規条公制予特解婚集要節誓倹成違協])約|おおよそ|およそ|だいたい/y
const SAID_ABOUT = new RegExp(`(?:${ABOUT.source})$`)
/** 約500万円 is said of 460万円, too. */
const NEAR = 0.1
const PLACES = /^(?:(\d*)千)?(?:(\d*)百)?(?:(\d*)十)?(\d*)$/
const UNIT = /[億万円]$|千円?$/
const SUPERLATIVE = '(?:一番|いちばん|最も|もっとも)'
const SMALL = '(?:少な|小さ|低|安)い|[少低]額'
const EXTREME = new RegExp(
  `(?:${SUPERLATIVE}?(?:予算額?|事業額|事業費|(?<![一-龠])金額)[がの]?${SUPERLATIVE}?(?:(${SMALL})|(?:多|大き|高)い|(?:多|高)額)|(?<![がのは])${SUPERLATIVE}(?:(安い|低額)|高い|高額)(?=な?事業)|(?<![^区市町村])(?:(${SMALL})|(?:多|大き|高)い|(?:多|高)額)(?=順))(?:順に?)?`,
  'y',
)
const EARNINGS = '(?:年収|月収|月給|日給|時給|給料|給与|手取り|収入)[がはでに]?'
const EARNING = new RegExp(EARNINGS, 'y')
/** What somebody earns, owns or is given is in no plan sheet: the amount beside it is not the programme's. */
const OTHER_MONEY = new RegExp(
  `(?:${EARNINGS}|(?:売上高?|年商|(?:扶養|範囲)内?|金|(?<![\\d一二三四五六七八九十])月)[がはでに]?)$`,
)
const EARNED =
  /^(?:以[上下内]|まで|くらい|ぐらい|程度)?(?:の(?:仕事|求人|給料|給与|収入|会社|パート|バイト|壁|.{1,3}金)|で働|は?稼|は?かせ|もら|欲し|ほし)/
/** In thousand yen: of less than 50万円 somebody asks who speaks of a month's wage. */
const LEAST = 500
/** In thousand yen: what is said in 千円 is printed so, but 3千円 is a fee. */
const LEAST_PRINTED = 100
/** The digits of numbers in kanji, each at its value. */
export const KANJI_DIGITS = '〇一二三四五六七八九'
const IN_KANJI = /[一二三四五六七八九](?=[一二三四五六七八九十百千]*[万億])/g
/** 100万人 is no amount, and 一億二千 no whole one. */
const GOES_ON = /^[\d一二三四五六七八九十百千人件社]/

/** Reads the amount that begins at a character of a normalised text; null where none does. */
export function readAmount(whole: string, at: number): Amount | null {
  const text = whole.replace(IN_KANJI, (digit) => String(KANJI_DIGITS.indexOf(digit)))
  const match = (pattern: RegExp, from = at): string[] | null => {
    pattern.lastIndex = from
    return pattern.exec(text)
  }
  const [extreme, ...least] = match(EXTREME) ?? []
  if (extreme !== undefined)
    return {
      length: extreme.length,
      kind: 'asked',
      asked: least.some(Boolean) ? 'least' : 'most',
    }
  const [earning] = match(EARNING) ?? []
  const earned = earning === undefined ? null : readAmount(whole, at + earning.length)
  if (earned !== null) return { length: (earning?.length ?? 0) + earned.length, kind: 'other' }
  // 五千万 and 0.5億 are not 千万 and 5億.
  const before = text.slice(0, at)
  if (/[\d一二三四五六七八九十百千]\.?$/.test(before)) return null

  const goesOn = (length: number): boolean => GOES_ON.test(text.slice(at + length))
  const isOther = (length: number): boolean =>
    OTHER_MONEY.test(before.replace(SAID_ABOUT, '')) || EARNED.test(text.slice(at + length))
  const [about = ''] = match(ABOUT) ?? match(UP_TO) ?? []
  const start = at + about.length
  const [between, low, ...parts] = match(RANGE, start) ?? []
  const high = parts[4]
  if (between !== undefined && low !== undefined && high !== undefined && UNIT.test(high)) {
    // In 1000〜2000万円 the unit of the second is that of both; in 1〜2億5000万円 nobody knows.
    const [, unit] = /^\d+(\D+)$/.exec(high) ?? []
    const lowest = UNIT.test(low) ? low : unit === undefined ? null : low + unit
    const length = about.length + between.length
    if (lowest === null || goesOn(length)) return null
    if (isOther(length) || sum(high) < LEAST) return { length, kind: 'other' }
    return { length, kind: 'asked', asked: { from: sum(lowest), to: sum(high) } }
  }

  const [paid = '', , , thousands, yen] = match(AMOUNT, start) ?? []
  const end = about.length + paid.length
  if (!UNIT.test(paid) || goesOn(end)) return null
  const amount = sum(paid)
  const [bound = ''] = match(BOUND, at + end) ?? []
  const length = end + bound.length
  const isAsked = bound !== '' || about !== ''
  if (isOther(end) || amount < (isAsked && thousands === undefined ? LEAST : LEAST_PRINTED))
    return { length, kind: 'other' }
  if (isAsked) return { length, kind: 'asked', asked: bounded(amount, /^[~〜]/.test(about) ? '以下' : bound) }
  // 一億総活躍
  if (text !== whole && !paid.endsWith('円')) return null
  const isRound = thousands === undefined && yen === undefined
  return { length, kind: 'one', amount, tenThousands: isRound ? amount / 10 : null }
}

/** @param bound as it stands behind the amount, blank where it was only said to be about so much */
function bounded(amount: number, bound: string): AmountRange {
  if (/以上|から|[~〜]/.test(bound)) return { from: amount, to: Infinity }
  if (/超|より[多高大]/.test(bound)) return { from: Math.floor(amount) + 1, to: Infinity }
  // 3000万円台 ends before 4000万円, 1500万円台 before 1600万円.
  if (bound === '台') return { from: amount, to: amount + 10 ** (/0*$/.exec(String(amount))?.[0].length ?? 0) - 1 }
  if (!/^(?:以|まで|未満|より)/.test(bound))
    return { from: Math.round(amount * (1 - NEAR)), to: Math.round(amount * (1 + NEAR)) }
  return { from: 0, to: /未満|より/.test(bound) ? Math.ceil(amount) - 1 : amount }
}

/** 7,954万1千円 in thousand yen. */
function sum(paid: string): number {
  AMOUNT.lastIndex = 0
  const [, oku = '0', man = '', thousands = '0', yen = '0'] = AMOUNT.exec(paid) ?? []
  const [, thousand, hundred, ten, ones = ''] = PLACES.exec(man) ?? []
  const times = (count: string | undefined, unit: number): number =>
    count === undefined ? 0 : Number(count === '' ? 1 : count) * unit
  const tenThousands =
    Math.round(Number(oku) * 10_000) + times(thousand, 1000) + times(hundred, 100) + times(ten, 10) + Number(ones)
  return tenThousands * 10 + Number(thousands) + Number(yen) / 1000
}
