import { monthWords } from '../../words/month.ts'
import { fitOf } from '../numbers/ages.ts'
import { normalize } from '../words/normalize.ts'
import type { ShownEntry } from './entry.ts'
import { keyTest, monthKeys } from './keys.ts'
import { readAges } from './read-ages.ts'

/**
 * What a number in a query named of a programme, and is shown nowhere else where it is found: 開始 2021年7月, 目標 20人, 番号
 * 7, 内線 2451, 年齢 49歳以下. Empty where it named nothing of the kind.
 * @param asked the keys that were asked for
 */
export function valuesNamed(entry: ShownEntry, asked: readonly string[]): string {
  const { id, number, stream, startMonth, targets, extension } = entry
  const isAsked = (...keys: string[]): boolean => asked.some((one) => keys.some(keyTest(one)))
  const ages = asked.flatMap((one) => agesNamed(entry, one))
  const aimed = targets.filter((target) => isAsked(`to:${target}`))
  return [
    ...(startMonth !== null && isAsked(...monthKeys(startMonth)) ? [`開始 ${monthWords(startMonth)}`] : []),
    ...(aimed.length > 0 ? [`目標 ${aimed.join('・')}`] : []),
    ...(isAsked(`id:${id}`, `no:${stream === 'model' ? 'm' : ''}${number}`, `no:${number}`) ? [`番号 ${number}`] : []),
    ...(extension !== null && isAsked(`tel:${extension}`) ? [`内線 ${extension}`] : []),
    ...(ages.length > 0 ? [`年齢 ${ages.join('・')}`] : []),
  ].join('、')
}

/** The ranges of age that a programme prints and that hold some of the years of a key, as it prints them. */
function agesNamed({ name, theme, summary }: ShownEntry, key: string): string[] {
  const [, from, to] = /^age:(\d+)-(\d+)$/.exec(key) ?? []
  if (to === undefined) return []
  const printed = [name ?? '', theme ?? '', ...summary].join('\n')
  const { text, at } = normalize(printed)
  const fitting = readAges(text).filter((range) => fitOf([range], { from: Number(from), to: Number(to) }) > 0)
  // The same ages may be printed twice, ４９歳以下 and 49歳以下.
  return [...Map.groupBy(fitting, ({ start, end }) => text.slice(start, end)).values()].flatMap(([first]) =>
    first === undefined ? [] : printed.slice(at[first.start], at[first.end]),
  )
}
