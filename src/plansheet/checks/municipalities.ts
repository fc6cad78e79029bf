import { error, type Issue } from '../issue.ts'
import type { Reading, Register } from '../reading.ts'

/** Every municipality is one of Tokyo's 62. */
export function checkMunicipalities({ file, cells }: Reading, { municipalities }: Register): Issue[] {
  const names = new Set(municipalities.map(({ name }) => name))
  return cells.tables.flatMap(({ rows }) =>
    rows.flatMap(({ line, cells: { municipality } }) => {
      const printed = municipality?.text ?? ''
      if (names.has(printed)) return []
      return [
        error('municipality', file, {
          line,
          field: 'municipality',
          found: `区市町村「${printed}」`,
          expected: '東京都の62区市町村のどれか（data/municipalities.csv にある名前）',
          remedy: '名前の誤りなら直してください。新しい区市町村なら data/municipalities.csv に加えてください。',
        }),
      ]
    }),
  )
}
