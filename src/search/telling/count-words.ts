import { amountWords, figure } from '../../words/amount.ts'

const about = (isRough: boolean): string => (isRough ? 'およそ' : '')

/** How many programmes were found. */
export const foundWords = (count: number, isRough: boolean): string =>
  count === 0 ? '合う事業は見つかりませんでした' : `${about(isRough)}${figure(count)}事業が見つかりました`

/**
 * The same with their sum, in thousand yen, where filters let pass only some of `all` that were found, of a catalogue of
 * `size`.
 */
export function countWords(count: number, all: number, size: number, sum: number, isRough: boolean): string {
  if (count === 0 && all > 0) return `絞り込みに合う事業はありません（絞り込まなければ${figure(all)}事業）`
  const found = count === size ? `すべての${figure(count)}事業` : foundWords(count, isRough)
  return count === 0 ? found : `${found}（事業額の合計 ${about(isRough)}${amountWords(sum)}）`
}
