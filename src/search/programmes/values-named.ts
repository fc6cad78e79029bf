import { monthWords } from '../../words/month.ts'
import type { ShownEntry } from './entry.ts'
import { keyTest, monthKeys } from './keys.ts'

/**
 * What a number in a query named of a programme, and is shown nowhere else where it is found: 開始 2021年7月, 目標 20人, 番号
 * 7, 内線 2451. Empty where it named nothing of the kind.
 * @param asked the keys that were asked for
 */
export function valuesNamed(entry: ShownEntry, asked: readonly string[]): string {
  const { id, number, stream, startMonth, targets, extension } = entry
  const isAsked = (...keys: string[]): boolean => asked.some((one) => keys.some(keyTest(one)))
  const aimed = targets.filter((target) => isAsked(`to:${target}`))
  return [
    ...(startMonth !== null && isAsked(...monthKeys(startMonth)) ? [`開始 ${monthWords(startMonth)}`] : []),
    ...(aimed.length > 0 ? [`目標 ${aimed.join('・')}`] : []),
    ...(isAsked(`id:${id}`, `no:${stream === 'model' ? 'm' : ''}${number}`, `no:${number}`) ? [`番号 ${number}`] : []),
    ...(extension !== null && isAsked(`tel:${extension}`) ? [`内線 ${extension}`] : []),
  ].join('、')
}
