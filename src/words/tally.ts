import type { Tally } from '../plansheet/tally.ts'
import { figure } from './amount.ts'

/** Where the characters of a sheet went, in a sentence. */
export function tallyWords({ read, records, headings, totals, furniture }: Tally): string {
  const left = read - records - headings - totals - furniture
  return `${figure(read)}文字を読みました。記録に${figure(records)}、見出しに${figure(headings)}、合計に${figure(totals)}、単位やリンク先などに${figure(furniture)}。残りは${figure(left)}です。`
}
