/** A word of a query that says what is not wanted, taken apart: 世田谷の介護以外で働きたい. */
export interface Unwanted {
  /** All that stands before the words that say so: 世田谷の介護. */
  whole: string
  /** What is wanted and stands before: 世田谷. */
  before: string
  /** What is not wanted: 介護; a list may be joined by ・, と or や. */
  unwanted: string
  /** What is said behind it: 働きたい. */
  rest: string
  /** Where the words that say so stand. */
  from: number
  to: number
  /** How it is said: plainly, by kana that may be part of a word, before what is wanted instead, or by a refusal. */
  said: 'except' | 'kana' | 'instead' | 'refused'
}

const LIST = /[^\s、,]+(?:[、,][^\s、,]+)*(?: (?=以外|を?除[くきい]))?(?:以外|を?(?<![り取掃])除[くきい])/g
const MINUS = /(?<!\S)(?:-(?=\D|\d+(?:[代歳才人名社年月]|事業所))|not (?=[\p{Script=Han}ぁ-ヶ\d]))([^\s、,]+)/gu

/** Makes one word of a list before 以外 in a normalised query: its commas are ・, and blanks go. なし is written in kana. */
export const joinUnwanted = (query: string): string =>
  query.replace(LIST, (list) => list.replace(/[、,]/g, '・').replace(/ /g, '')).replaceAll('無し', 'なし')

/** Says 以外 for the signs of search engines in a normalised query: 世田谷 -介護, 世田谷 not 介護. */
export const spellMinus = (query: string): string => query.replace(MINUS, '$1以外')

/** 介護以外できない, and 介護以外は嫌, want nothing but 介護. */
const ALONE = '(?!に?(?:でき|な[いし]|ありません|考え)|は?(?:嫌|いや|無理|考え|(?:した|やりた)くない))'
/** 介護じゃない仕事, 若者ではなく高齢者: what is wanted instead is named. */
const INSTEAD = '((?:じゃ|では?)な(?:く(?!ても)て?(?=[一-龠ァ-ヶ])|い(?=(?!人|会社|企業|限|場合)[一-龠ァ-ヶ])))'
const EXCEPT = `(以外${ALONE}|(?:じゃ|では?)ない(?=やつ)|[をは]?(?<![り取掃控免削解排])除(?:く|き|いて|いた)|[をは]除外|(?<=[^地学管校全][区市町村])外(?=[のでに]|$))`
const KANA = `(いがい${ALONE}(?=[でのにはをもな]|$))`
const REFUSED = [
  '([はがを]?(?:(?:した|やりた)く(?:ない|ありません)',
  '(?:嫌い?|いや|(?<![ァ-ヶ])(?:イヤ|ムリ)(?![ァ-ヶー])|無理)(?!い?(?:じゃ|では|なく|のな))',
  'やだ|だめ|(?<![ァ-ヶ])ダメ(?![ァ-ヶー])|(?<![a-z])ng(?![a-z])|なし(?!(?:でも?)?(?:ok|可|いい|大丈夫|歓迎))|(?<![りいびき引見居息手])[抜ぬ]き(?=[でのにはを]|$))',
  '(?:じゃ|では?)(?:な(?:い(?!と(?!こ))|く(?!ても)て?)|ありません))',
].join('|')
const TAIL = '(?:(?:です|でしょう|だ|か|が|けど|かな|もの|やつ|ところ|とこ)+$|にも|なら|だと|[のでにはをもな])?'
const SAID = new RegExp(`^(.+?)(?:の?(?:仕事|しごと))?(?:${EXCEPT}|${KANA}|${INSTEAD}|${REFUSED})${TAIL}(.*)$`)
const JOINED = /^(.+?)(?:でも|向けの?|なら|[ので])([^ので]+)$/
/** 介護士じゃない, 製造業ではない会社 is what somebody is; 介護だけじゃない, and what is refused twice, is wanted. */
const OF_ONESELF = /(?:[士師職]|得意|上手|だけ|ばかり|のみ|嫌い?|いや|無理|ないと|以外)$/
const WHO = /[員者人]$/
const BY_WHOM = /^(?:(?:中小)?(?:会社|企業)|人|けど)/

/** Reads what a word of a normalised query says is not wanted; null where it says nothing of the kind. */
export function readUnwanted(word: string): Unwanted | null {
  const [, whole = '', except, kana, instead, refused, rest = ''] = SAID.exec(word) ?? []
  const isPlain = except !== undefined || kana !== undefined
  const isOfOneself = OF_ONESELF.test(whole) || BY_WHOM.test(rest) || (instead === undefined && WHO.test(whole))
  if (whole === '' || (!isPlain && isOfOneself)) return null
  const [, before = '', unwanted = whole] = JOINED.exec(whole) ?? []
  const words = except ?? kana ?? instead ?? refused ?? ''
  const from = word.indexOf(words, whole.length)
  return {
    whole,
    before,
    unwanted,
    rest,
    from,
    to: from + words.length,
    said: except !== undefined ? 'except' : kana !== undefined ? 'kana' : instead !== undefined ? 'instead' : 'refused',
  }
}
