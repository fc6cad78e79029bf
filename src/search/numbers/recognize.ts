import { plainForm, type Form } from '../words/lexicon.ts'
import { OLDEST, YOUNGEST } from './ages.ts'
import { KANJI_DIGITS, readAmount, type Amount, type AmountAsked } from './read-amount.ts'

export { spellNumbers } from './kana-numbers.ts'

/**
 * What was understood as no text: an age in years, what is asked of amounts, keys of programmes (see `keysOf`), or what
 * is in no plan sheet.
 */
export type Meant = { length: number } & (
  | { kind: 'age'; from: number; to: number }
  | { kind: 'amount'; asked: AmountAsked }
  | { kind: 'value'; keys: Form[] }
  | { kind: 'unprinted' }
)

/** Of the era that is now none need be named: 3年6月. */
const ERAS: Record<string, number> = { '': 2018, 令和: 2018, r: 2018, 平成: 1988, h: 1988 }
const AGES =
  /(\d{2})(?:歳|才|さい|代([前後]半)?)?(?:から|[~〜・/-]|以上)(?:概ね|約)?満?(\d{2})(?:(?:歳|才|さい|代([前後]半)?)(?:以下|未満|まで)?|(?<=^[1-8]\d[~〜][1-8]\d)$)/y
const AGE =
  /((?<!.)[~〜])?満?(\d{2}|[一二三四五六七八九]十[一二三四五六七八九]?|(?<![百千万数何])十[一二三四五六七八九]?(?=[歳才代]))(?:歳|才|さい|代(?:前半(?:から|[~〜・])後半|([前後]半))?|(?<=^[2-8]0)台(?=[のでは]|以|$)|(?<=(?:[父母親兄弟姉妹夫妻嫁娘孫私僕俺彼]|息子)[がはも]?\d\d)(?=[でのは]|$)|(?<=(?:もう|まだ|[今来]年で?|ことしで?|年齢は)\d\d)(?![\d人件社回万円年月日])|(?<=^[1-8]\d)(?=以[上下]|未満)|(?=(?<=1[6-9]|[2-6]\d)の(?:娘|息子|甥|姪|弟(?!子)|妹|兄|姉(?!妹)|長男|長女|次男|次女|三男)|になっ|にな[るり]|です|や(?:けど|から|で)|だから|なので|なのに|で辞め|で退職|だけど|でも|過ぎ|すぎ|を過ぎ))(以上|以下|未満|まで(?!働|はたら)|から(?=の|でも|働(?!い)|はたら(?!い)|$)|超|以降|すぎ|過ぎ|[~〜](?![\d一二三四五六七八九十]))?/y
/** 85歳の母の介護, 親が80で介護: that age is not the asker's. */
const CARED_FOR =
  /(?:の|になる|になった)(?:高齢の)?[義祖実お]?(?:両親|[父母]親?|親|夫|妻|ばあ|じい)(?:さん|ちゃん)?[のをが]?(?:在宅)?(?:介護(?!職|士|の仕事)|世話|面倒|看病|看取)|(?<=[父母親][がはも]?\d\d歳?)[での]?(?:介護(?!職|士|の仕事)|世話|面倒)/y
const MONTH =
  /(?:(令和|平成|[rh]|(?<!.)(?=\d{1,2}年度?\d{1,2}月))(元|\d{1,2}|[一二三四五六七八九十]{1,3})(?:年度?|[./-](?=\d))|(20\d{2})(?:年度?|[./-](?=\d)))?(?:(\d{1,2}|十[一二]?|[一二三四五六七八九](?=月))月?)?/y
/** Of a fiscal year. */
const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
/** Parts of a year, and the months in which something begins there. */
const PARTS: Record<string, number[]> = {
  春: [3, 4, 5],
  夏: [6, 7, 8],
  秋: [9, 10, 11],
  冬: [12, 1, 2],
  年明け: [1, 2, 3],
  上半期: MONTHS.slice(0, 6),
  下半期: MONTHS.slice(6),
  年度途中: MONTHS.slice(1),
  年度の途中: MONTHS.slice(1),
}
const PART = new RegExp(`(?:${Object.keys(PARTS).join('|')})(?=(?:に|から)?(?:始ま|開始|スタート))`, 'y')
/** Half a decade. */
const HALF = 5
/** So old somebody asks from when on, who else would tell his age. */
const LATE = 55
/** So many persons or establishments as are aimed at. */
const COUNTED =
  '((?:採用|就職|雇用|就業|支援|年間)?目標(?:[人者社]?数|値)?|定員|人数|(?:支援|参加|対象)(?:企業|事業所|者)数?)?(\\d{1,4}|[二三四五六七八九]?十[一二三四五六七八九]?)(人|名|社|事業所)'
const TARGET = new RegExp(`^${COUNTED}$`)
const TARGET_BOUND = new RegExp(`${COUNTED}(以[上下内]|未満|超)`, 'y')
/** 従業員20人以下の会社, 子ども3人以上: so many of something else. */
const OF_OTHERS = /従業員|社員|職員(?!初任)|スタッフ|会社|企業|事業所|施設|家族|世帯|子ども|子供|こども/
const HOST = /^(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})$/
const BEGINS = /^(?:に|から)?(?:始ま|開始|スタート)|^から(?:の|$)/
/** 3月に退職した, 10月から働きたい: what somebody tells of himself is no programme's beginning. */
const TOLD =
  /^(?:末|頃|ごろ|いっぱい|以降)?(?:に|で|から|まで)?(?:退職|卒業|辞め|やめ|クビ|くび|解雇|失業|離職|引っ?越|出産|産休|育休|休職|生まれ|定年|入社|結婚|離婚|帰国|来日|上京|契約が|働(?!き方))(?!者|生|後|防止|率)/
const AROUND = /^(?:(以[降後]|より後)|以前|より前|末?までに?|(?:から|[~〜-])(\d{1,2})月(?:まで)?)/
/** So many fiscal years a catalogue may reach beyond a bound. */
const BEYOND = [1, 2, 3]
const YEAR = /^(?:(令和|平成|[rh])(元|\d{1,2})|(20\d{2}))$/
/** The table of the model programmes, and no mention of such a programme in a text. */
const MODEL = /(?:モデル|もでる)(?:事業|じぎょう)(?![者所]|の?\d{1,3}(?:番|$))/y
const PHONE = /\(?\d{2,5}[-)]\d{1,4}-\d{3,4}/y
const SPOKEN =
  /^(?:末|頃|ごろ|[上中下]旬|から|より|の|に|開始|始まる|始まり|スタート|予定|分|開催|実施|もの|こと|事業|数|表|件|額|一覧|合計|[、。])*$/

const value = (length: number, ...keys: string[]): Meant => ({
  length,
  kind: 'value',
  keys: keys.map((key) => plainForm(key)),
})

/**
 * Recognises a normalised word that is no text: an id, a row's number, a web address, a phone number, an amount, a month.
 * Such a word means just what it says: one digit off is something else, so it is never looked for in the texts, nor
 * repaired.
 * @param whole the query that it is a word of
 * @returns null where the word is text
 */
export function recognize(word: string, whole = word): Meant | null {
  const [, year, number] = /^(20\d{2})[-_ー](m\d+|\d{2,})$/.exec(word) ?? []
  if (number !== undefined) return value(word.length, `id:${year}-${number.replace(/^m(?=\d$)/, 'm0')}`)

  const [, host] = HOST.exec(word) ?? []
  if (host !== undefined) return value(word.length, `site:${host}`)
  const [, row] = /^(?:no\.?|番号|#|第)?0*(\d{1,3})(?:番(?:の事業)?)?$/.exec(word) ?? []
  const [, modelRow] = /^(?:m|モデル(?:事業)?の?)0*(\d{1,3})番?$/.exec(word) ?? []
  if (modelRow !== undefined) return value(word.length, `no:m${modelRow}`)
  const [, extension] = /^(?:内線|末尾|下4桁)(\d{2,})$/.exec(word) ?? []
  if (extension !== undefined) return value(word.length, `tel:${extension}`)
  if (row !== undefined)
    return value(word.length, `no:${row}`, ...(row === word ? [`to:${row}人`, `to:${row}事業所`] : []))
  if (/^(?!20\d\d$)\d{4,5}$/.test(word)) return value(word.length, `yen:${word}`, `tel:${word}`)
  const [, , target, unit = ''] = TARGET.exec(word) ?? []
  if (target !== undefined) return value(word.length, `to:${numberOf(target)}${unitOf(unit)}`)
  // A whole number of thousand yen, written out.
  if (/^[1-9]\d{2,}000$/.test(word)) return value(word.length, `yen:${word.slice(0, -3)}`, `tel:${word}`)
  if (/^\d{6,}$|^\d{2,4}-\d{4}$/.test(word.replace(/(?<=^0\d+)[-()]|[()]/g, ''))) return phone(word)

  const named = YEAR.exec(word)
  if (named !== null) return yearOf(named)
  const within = recognizeWithin(word, 0, whole)
  return within !== null && SPOKEN.test(word.slice(within.length)) ? { ...within, length: word.length } : null
}

/**
 * Recognises an age, the model programmes, a month, an amount, a bound, 予算が一番大きい or a phone number that begins at a
 * character of a query.
 * @param whole the query, where the text is a word of it
 */
export function recognizeWithin(text: string, at: number, whole = text): Meant | null {
  if (at > 0 && /\d/.test(text.charAt(at - 1))) return null
  const match = (pattern: RegExp, from = at): RegExpExecArray | null => {
    pattern.lastIndex = from
    return pattern.exec(text)
  }
  const ages = match(AGES)
  if (ages !== null) return agesOf(ages)
  const age = match(AGE)
  if (age !== null) return match(CARED_FOR, at + age[0].length) === null ? ageOf(age) : null
  const [model] = match(MODEL) ?? []
  if (model !== undefined) return value(model.length, 'stream:model')
  const called = match(PHONE)
  if (called !== null) return phone(called[0])
  const bound = match(TARGET_BOUND)
  if (bound !== null)
    return isOfOthers(bound, whole)
      ? { length: bound[0].length, kind: 'unprinted' }
      : value(bound[0].length, boundOf(bound))
  const amount = readAmount(text, at)
  if (amount !== null) return ofAmount(amount)
  const [part] = match(PART) ?? []
  if (part !== undefined) return value(part.length, ...(PARTS[part] ?? []).map((month) => keyOfMonth(month)))
  const month = match(MONTH)
  return month === null ? null : monthOf(month, text.slice(at + month[0].length))
}

function ofAmount(amount: Amount): Meant {
  const { length } = amount
  if (amount.kind === 'other') return { length, kind: 'unprinted' }
  if (amount.kind === 'asked') return { length, kind: 'amount', asked: amount.asked }
  // 7,954万円 is said of 79,541千円, too.
  const about = amount.tenThousands === null ? [] : [`man:${amount.tenThousands}`]
  return value(length, `yen:${amount.amount}`, ...about)
}

const unitOf = (written: string): string => (/[人名]/.test(written) ? '人' : '事業所')

/** Persons of whom nobody says that they are aimed at, beside others of whom there may be so many. */
const isOfOthers = ([, said, , unit = '']: RegExpExecArray, whole: string): boolean =>
  said === undefined && unitOf(unit) === '人' && OF_OTHERS.test(whole)

/** 20人以上 as a key (see keys.ts). */
function boundOf([, , target = '', unit = '', bound]: RegExpExecArray): string {
  const number = numberOf(target)
  if (bound === '以上' || bound === '超') return `to:${number + Number(bound === '超')}~${unitOf(unit)}`
  return `to:~${number - Number(bound === '未満')}${unitOf(unit)}`
}

const phone = (word: string): Meant => value(word.length, `tel:${word.replace(/\D/g, '')}`)

/** 35, 三十五, 十 as numbers. */
function numberOf(written: string): number {
  if (/\d/.test(written)) return Number(written)
  const [tens = '', ones] = written.split('十')
  if (ones === undefined) return KANJI_DIGITS.indexOf(tens)
  return (tens === '' ? 1 : KANJI_DIGITS.indexOf(tens)) * 10 + Math.max(0, KANJI_DIGITS.indexOf(ones || '〇'))
}

/** The last year of an age: who is past thirty is in his thirties. */
const lastOf = (years: number, whole: string): number => {
  if (whole.endsWith('未満')) return years - 1
  return /(?:代(?:.*後半)?|台|すぎ|過ぎ)(?:以下|まで)?$/.test(whole) ? years + 9 : years
}

const agesOf = ([whole, from, fromHalf, to, toHalf]: RegExpExecArray): Meant => ({
  length: whole.length,
  kind: 'age',
  from: Number(from) + (fromHalf === '後半' ? HALF : 0),
  to: toHalf === '前半' ? Number(to) + HALF - 1 : lastOf(Number(to), whole),
})

function ageOf([whole, upTo, number = '', half, bound = '']: RegExpExecArray): Meant {
  const years = numberOf(number) + (half === '後半' ? HALF : 0)
  const low = upTo !== undefined || /以下|未満|まで/.test(bound)
  // 40代からの転職 tells who asks; 60歳から, from when on something is for him.
  const high = /以上|以降|超|[~〜]/.test(bound) || (bound === 'から' && years >= LATE)
  const from = bound === '超' ? years + 1 : years
  const last = half === undefined ? lastOf(years, whole) : years + HALF - 1
  return { length: whole.length, kind: 'age', from: low ? YOUNGEST : from, to: high ? OLDEST : last }
}

/** The year of an era as that of the calendar. */
function yearIn(era: string | undefined, year = ''): string | undefined {
  const before = era === undefined ? undefined : ERAS[era]
  return before === undefined ? undefined : String(before + (year === '元' ? 1 : numberOf(year)))
}

/** A year that stands alone is one of plans, or one in which something begins. */
function yearOf([whole, era, eraYear, western]: RegExpExecArray): Meant {
  const year = western ?? yearIn(era, eraYear) ?? ''
  return value(whole.length, `fy:${year}`, `on:${year}`)
}

const keyOfMonth = (month: number, year = ''): string => `on:${year}-${String(month).padStart(2, '0')}`

/** 令和3年6月, r3年6月, 2021年6月, 2021/6; a year alone; a month alone; the fiscal year in which something begins; 6月以降. */
function monthOf([whole, era, eraYear, western, named]: RegExpExecArray, rest: string): Meant | null {
  const year = western ?? yearIn(era, eraYear)
  const [around = '', after, end] = AROUND.exec(rest) ?? []
  // In 9-11月 the sign of the second month is that of both.
  if (TOLD.test(rest) || (year === undefined && (named === undefined || (end === undefined && !whole.endsWith('月')))))
    return null
  const isBound = around !== '' && end === undefined
  const beyond = (fiscal: number): string[] =>
    isBound ? BEYOND.map((by) => `from:${after === undefined ? fiscal - by : fiscal + by}`) : []
  if (named === undefined) {
    if (isBound) return value(whole.length + around.length, `from:${year ?? ''}`, ...beyond(Number(year)))
    const kind = !whole.includes('度') ? 'on' : BEGINS.test(rest) ? 'from' : 'fy'
    return value(whole.length, `${kind}:${year ?? ''}`)
  }
  const month = numberOf(named)
  const place = MONTHS.indexOf(month)
  /** @param at its place among the months of the fiscal year, and of the next one behind them */
  const keyAt = (at: number): string => {
    const which = MONTHS[at % MONTHS.length] ?? month
    const passed = Number(which < 4) - Number(month < 4) + Number(at >= MONTHS.length)
    return keyOfMonth(which, year === undefined ? '' : String(Number(year) + passed))
  }
  if (around === '') return value(whole.length, keyAt(place))
  if (place < 0) return null
  // Of the same fiscal year, and where the year is named those beyond it; 10月から6月 goes on into the next one.
  const isUntil = isBound && after === undefined
  const last = end === undefined ? MONTHS.length - 1 : MONTHS.indexOf(Number(end))
  // 8月より前 ends with July.
  const isBeyond = Number(around.startsWith('より'))
  const from = isUntil ? 0 : place + isBeyond
  const to = isUntil ? place - isBeyond : last < place ? last + MONTHS.length : last
  const years = year === undefined ? [] : beyond(Number(year) - Number(month < 4))
  return value(
    whole.length + around.length,
    ...Array.from({ length: to - from + 1 }, (_, index) => keyAt(from + index)),
    ...years,
  )
}
