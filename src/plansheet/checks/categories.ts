import { error, type Issue } from '../issue.ts'
import type { Reading, Register } from '../reading.ts'

/** Every category is one of the register's. */
export function checkCategories({ file, cells }: Reading, { categories }: Register): Issue[] {
  const labels = categories.map(({ label }) => label)
  return cells.tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells: { category } }) => {
      if (category === null || labels.includes(category.text)) return []
      return [
        error('category', file, {
          line: category.lines[0] ?? null,
          field: 'category',
          found: `事業分類「${category.text}」`,
          expected: labels.map((label) => `「${label}」`).join('か'),
          remedy: '元の計画書の事業分類と見比べて直してください。',
        }),
      ]
    }),
  )
}
