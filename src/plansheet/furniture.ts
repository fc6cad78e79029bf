import { compact } from './compact.ts'

/** The title above the second table. A programme may have the same name. */
const TABLE_TITLE = '地域人材確保総合支援事業'

/** The printed headings of the columns, line by line, as `compact` leaves them. They say nothing about a programme. */
const HEADINGS = new Set(
  [
    '番',
    '号',
    '番号',
    '区市町村',
    '区市町村名',
    'テーマ',
    '事業名',
    '事業概要',
    '(300字以内)',
    '事業分類',
    '事業額',
    '事業額事業分類',
    '目標',
    '(労働力確保)',
    '(労働力確保事業)',
    '(処遇改善)',
    '(処遇改善事業)',
    '雇用・',
    '就業者数',
    '雇用・就業者数',
    '人材獲得',
    '事業所数',
    '人材獲得事業所数',
    '支援事業所数',
    '事業開始(予定)月',
    'URL',
    '問合せ先',
    '事業開始(予定)月URL問合せ先',
  ].map(compact),
)

/** True for the line that states the unit of the figures: （単位：千円、人）. The brackets and the persons may be missing. */
export const isUnit = (text: string): boolean => /^\(?単位:千円(?:[、,・]人)?\)?$/.test(compact(text))

/** True for what stands before the figures of a 合計. */
export const isTotalLabel = (text: string): boolean => /^[合総]?計$/.test(compact(text))

/** True for the line with the sheet's title: …計画書（令和３年度）, or 令和３年度…計画書. */
export const isTitle = (text: string): boolean =>
  /計画書\(.*年度\)$|^(?:東京都|(?:令和|平成).{1,3}年度).*計画書$/.test(compact(text))

/** True for a line that heads a column. */
export const isHeading = (text: string): boolean => HEADINGS.has(compact(text))

/** True for a line that stands around the tables: a heading, the second table's title, the unit. */
export const isFurniture = (text: string): boolean => isHeading(text) || compact(text) === TABLE_TITLE || isUnit(text)
