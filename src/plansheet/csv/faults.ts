import type { CsvRecord } from '../../csv/records.ts'
import { error, type Issue } from '../issue.ts'

/** The fault of a record that does not have the form of its table; null where it has. */
export function faultOf({ line, cells, malformed }: CsvRecord, columns: number, file: string): Issue | null {
  if (malformed) {
    return error('csv', file, {
      line,
      found: '引用符「"」が閉じていないか、余分にある',
      expected: '引用符は対になり、中の引用符は2つ重ねる',
      remedy: 'この行の引用符を直してください。表計算ソフトで開き、CSVで保存し直しても直ります。',
    })
  }
  if (cells.length === columns) return null
  return error('csv', file, {
    line,
    found: `${cells.length}列の行`,
    expected: `見出しと同じ${columns}列`,
    remedy: 'コンマの数を確かめてください。文の中のコンマは、その欄を引用符「"」で囲みます。',
  })
}
