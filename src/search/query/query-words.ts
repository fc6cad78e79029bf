/** A query, or a part of one, that holds neither letters nor digits. */
export const NO_WORD = /^[^\p{L}\p{N}]*$/u
/** Tokyo; the others stand behind a place's name in English. */
const EVERYWHERE = /^(?:city|ward|town|village|ku|shi|machi|cho|mura|son|tokyo|東京都?|都内)$/
const MARKS = /[\s、。,?!「」『』()"'“”|^=$]+|(?<!no|[rh]\d)\.(?![\da-z])/
// Brackets, points and spaces within a phone number are no joints between words. From abroad +81 stands for its 0.
const PHONE = /(?<![\d/])(?:\+81[- ]?(?:\(0\))?0?|0)(\d{1,4})[-(),. /の]+(\d{1,4})[-(),. /の]+(\d{3,4})(?!\d)/g
/** Without its first part: 3647 9167. Two years are none: 2021 2022. */
const SHORT_PHONE = /(?<!\S)(?!20\d\d.20\d\d)(\d{4})[ の/,](\d{4})(?!\S)/g
// The sheet prints one number to call; which one somebody has is as good as any. A link to it begins with tel:.
const FAX = /(?<![a-z])(?:fax|tel)[\s:]*(?=\(?0\d)/g
/** The address of a site is known by its host: https://example.jp/, www.example.jp/work/ */
const ADDRESS = /(?:https?:\/\/|(?=www\.))([^/\s]+)\S*/g
/** In 2、3日 the comma is no joint, and the second number says enough. */
const ABOUT = /(?<!\d)\d{1,2}[、,・](?=\d{1,2}(?:日|時間|人|名|社|年|回|件))/g
/** 令和2、3年度 are two years. */
const YEARS = /(令和|平成|(?<![a-z])[rh])(\d{1,2})[、,・](\d{1,2})(年度?)/g
/** NFKC makes ¥ of the wide ￥. */
const YEN = /¥ ?(\d+)(?![\d円万億千百])/g
/** 60歳 以上, 予算 大きい順, 世田谷区 高い順, 目標 60人, 時給 1200円 */
const BOUND =
  /(?<=[円歳才代]) (?=以[上下内]|未満|まで)|(?<=予算額?|事業[額費]|金額) (?=(?:大き|小さ|多|少な|高|低|安)い)|(?<=\S) (?=(?:大き|小さ|多|少な|高|低|安)い順)|(?<=(?:目標|定員)(?:人数|数)?|[年月日時]収|[月日時]給|給料|給与|(?:扶養|範囲)内?|内線) (?=\d)/g
const SPACED = /(?<!\S)[^\s\d](?: [^\s\d])+(?!\S)/g

/** All words of a normalised query. */
export const splitQuery = (query: string): string[] =>
  query
    .replace(PHONE, '0$1-$2-$3')
    .replace(SHORT_PHONE, '$1-$2')
    .replace(FAX, '')
    .replace(ADDRESS, '$1')
    .replace(YEARS, '$1$2$4 $1$3$4')
    .replace(ABOUT, '')
    .replace(YEN, '$1円')
    .replace(BOUND, '')
    // A word with a blank behind each character: 介 護.
    .replace(SPACED, (spaced) => spaced.replaceAll(' ', ''))
    .split(MARKS)
    .filter((word) => !NO_WORD.test(word))

/** The words of a normalised query that say something: every programme is in Tokyo. */
export const wordsOfQuery = (query: string): string[] => splitQuery(query).filter((word) => !EVERYWHERE.test(word))
