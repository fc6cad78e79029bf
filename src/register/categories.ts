import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import type { CategoryEntry } from '../plansheet/reading.ts'
import { category } from '../plansheet/schema.ts'
import { readTable } from './table.ts'

const schema = z.strictObject({
  key: category,
  label: z.string().min(1, '計画書に印刷される事業分類'),
  meaning: z.string().min(1, 'その意味（このサイトの説明）'),
})

/** Reads `data/categories.csv`: the printed 事業分類, their keys, and what they mean in plain words of our own. */
export function readCategories(text: string, file: string): { categories: CategoryEntry[]; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, ['key', 'label', 'meaning'], schema)
  return { categories: rows.map(({ value }) => value), issues }
}
