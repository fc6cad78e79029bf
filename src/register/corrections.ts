import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import { readTable, type TableRow } from './table.ts'

/**
 * What a person may correct: fields by their path in the record, and `mergedCell`, which says that the merged cell with
 * the name `printed` belongs to the project.
 */
export const CORRECTABLE = [
  'mergedCell',
  'name',
  'theme',
  'amountThousandYen',
  'targets.workers',
  'targets.recruitingEstablishments',
  'targets.supportedEstablishments',
  'startMonth',
  'url',
  'contact.department',
  'contact.phone',
  'contact.extension',
  'contact.note',
] as const

/** A row of the table. */
export const correction = z.strictObject({
  id: z.string().regex(/^\d{4}-m?\d{2,}$/, '事業のID（例: 2021-11）'),
  field: z.enum(CORRECTABLE, `直せる項目: ${CORRECTABLE.join('、')}`),
  printed: z.string(),
  corrected: z.string(),
  reason: z.string().min(1, '直す理由'),
  evidence: z.string().min(1, '根拠（資料の名前やアドレス、確かめた相手）'),
  date: z.iso.date('直した日（例: 2026-11-22）'),
})

/** One row of `data/corrections.csv`: a recorded human change with its evidence. Empty text stands for null. */
export type Correction = z.infer<typeof correction>

/** Reads `data/corrections.csv`. */
export const readCorrections = (text: string, file: string): { rows: TableRow<Correction>[]; issues: Issue[] } =>
  readTable(text, file, ['id', 'field', 'printed', 'corrected', 'reason', 'evidence', 'date'], correction)
