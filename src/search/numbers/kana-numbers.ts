import { KANJI_DIGITS } from './read-amount.ts'

/** What stands behind a number, as it is said and as it is written. */
const UNITS: Record<string, string> = {
  だい: '代',
  さい: '歳',
  がつ: '月',
  ねんど: '年度',
  ねん: '年',
  にち: '日',
  にん: '人',
  じかん: '時間',
  おく: '億',
  まん: '万',
  せん: '千',
  えん: '円',
  いじょう: '以上',
  いか: '以下',
  いない: '以内',
  みまん: '未満',
  いこう: '以降',
}
const UNIT = Object.keys(UNITS).join('|')
const BEHIND = new RegExp(`(?<=\\d)(?:${UNIT})+`, 'g')
const EACH = new RegExp(UNIT, 'g')
/** Each number up to nine, as it is said. */
const ONES = ['いち|いっ', 'に', 'さん', 'よん|し', 'ご', 'ろく', 'なな|しち', 'はち|はっ', 'きゅう|く']
const ONE = ONES.join('|')
/** Numbers that are said: ages, and months. Shorter ones are parts of other words. */
const SAID = new RegExp(
  `(?:(${ONE})?(じゅ[うっ])(${ONE})?(?=さい|だい|がつ)|(?<![ぁ-ゖ一-龠])(${ONE})(?=がつ(?!びょう)))`,
  'g',
)
/** Hours of a day, which are printed in digits. 通勤二時間 are none of work. */
const A_DAY = /一日に?(約|概ね)?([一二三四五六七八九])時間/g

const digitOf = (said = ''): number => ONES.findIndex((ways) => ways.split('|').includes(said)) + 1

/**
 * Writes in digits and kanji what a normalised query says of numbers in hiragana: ろくじゅうだい, 60さいいじょう, しがつ,
 * れいわ3ねん; and 一日三時間.
 */
export const spellNumbers = (query: string): string =>
  query
    .replace(SAID, (_, ...[tens, ten, ones, month]: (string | undefined)[]) =>
      String(ten === undefined ? digitOf(month) : 10 * (tens === undefined ? 1 : digitOf(tens)) + digitOf(ones)),
    )
    .replace(BEHIND, (run) => run.replace(EACH, (unit) => UNITS[unit] ?? unit))
    .replace(/れいわ(?=\d|元)/g, '令和')
    .replace(/しゅう(?=\d)/g, '週')
    .replace(
      A_DAY,
      (_, ...[about = '', hours = '']: (string | undefined)[]) => `1日${about}${KANJI_DIGITS.indexOf(hours)}時間`,
    )
