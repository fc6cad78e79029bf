import { error, notice, type Issue } from '../issue.ts'
import type { Reading } from '../reading.ts'

/** A sheet has a table of municipal programmes and one of model programmes, each with rows and a 合計. */
export function checkTables({ file, cells }: Reading): Issue[] {
  const { tables } = cells
  const issues: Issue[] = tables.flatMap(({ total, rows }) =>
    total === null && rows.length > 0
      ? [
          error('total-missing', file, {
            line: rows.at(-1)?.line ?? null,
            found: `${rows.length}行の表に、読める合計の行がない`,
            expected: '表の終わりに合計の行がある',
            remedy: 'ファイルが途中で切れていないか確かめ、元の計画書の合計の行を補ってください。',
          }),
        ]
      : [],
  )
  if (tables.length === 0) {
    issues.push(
      error('no-table', file, {
        found: '事業の表がない',
        expected: '番号と区市町村で始まる行の表',
        remedy: '計画書のファイルかどうかを確かめてください。',
      }),
    )
  } else if (tables.length === 1) {
    const words = {
      found: '表が一つだけで、モデル事業の表がない',
      expected: '区市町村の事業の表と、モデル事業の表',
      remedy:
        '元の計画書にモデル事業の表があれば補ってください。なければ、単位の行と、0だけの合計の行を加えてください。',
    }
    // A title that names the model programmes promises their table.
    const isPromised = /モデル事業/.test(cells.title?.text ?? '')
    issues.push(isPromised ? error('one-table', file, words) : notice('one-table', file, words))
  } else if (tables.length > 2) {
    issues.push(
      error('many-tables', file, {
        line: tables[2]?.rows[0]?.line ?? null,
        found: `表が${tables.length}つある`,
        expected: '区市町村の事業の表と、モデル事業の表の2つ',
        remedy: '表の途中に合計や単位の行が紛れていないか確かめてください。',
      }),
    )
  }
  return issues
}
