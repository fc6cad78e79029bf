import { error, type Issue } from '../issue.ts'
import type { Reading } from '../reading.ts'

/** Every visible character of the file is in a record, a heading, a total, known furniture, or an issue; once. */
export function checkNothingLost({ file, tally }: Reading): Issue[] {
  if (tally.left === '') return []
  return [
    error('characters-lost', file, {
      found: `どこにも入らなかったか、二度入った文字「${tally.left.slice(0, 40)}」`,
      expected: 'ファイルのすべての文字が、記録・見出し・合計・枠の文字のどれかに一度だけ入る',
      remedy: 'このプログラムの不具合かもしれません。ファイルを添えて開発者に知らせてください。',
    }),
  ]
}
