import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import { readTable, type TableRow } from './table.ts'

/** What a word does in a query; `near` and `not` belong to a group's other words. */
export const WORD_ROLES = [
  'topic',
  'industry',
  'soft',
  'employer',
  'weak',
  'stop',
  'outside',
  'place',
  'near',
  'not',
] as const

const schema = z.strictObject({
  group: z.string().min(1, 'まとまりの名前'),
  role: z.enum(WORD_ROLES, `役割: ${WORD_ROLES.join('、')}`),
  word: z.string().regex(/^[^\s/,]+$/, '言葉（空白、/、コンマを含まない）'),
  reading: z.string().regex(/^[ぁ-ゖー0-9]*$/, 'ひらがなの読み。かなの言葉では空'),
})

/** One row of `data/words.csv`: a word that people type, or that plan sheets print. */
export type WordEntry = z.infer<typeof schema>

/** Reads `data/words.csv`. */
export const readWords = (text: string, file: string): { rows: TableRow<WordEntry>[]; issues: Issue[] } =>
  readTable(text, file, ['group', 'role', 'word', 'reading'], schema)
