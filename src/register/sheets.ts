import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import { writeCsv } from '../csv/write.ts'
import { readTable, tableFault } from './table.ts'

const HEADINGS = ['fiscalYear', 'title', 'file', 'source', 'obtained', 'sha256'] as const

const schema = z.strictObject({
  fiscalYear: z.coerce.number('西暦の年度').int('西暦の年度').min(2000, '西暦の年度').max(2100, '西暦の年度'),
  title: z.string().min(1, '計画書の題'),
  file: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/i, 'data/sheets/ の中のファイル名'),
  source: z.string().min(1, '入手元'),
  obtained: z.iso.date('入手した日（例: 2026-11-22）'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'ファイルのSHA-256（16進64桁）'),
})

/** One row of `data/sheets.csv`: a plan sheet that the catalogue holds, and where it came from. */
export type SheetEntry = z.infer<typeof schema>

/** Reads the register of sheets. One sheet for one fiscal year; the newest first. */
export function readSheets(
  text: string,
  file: string,
  { mayBeEmpty = false } = {},
): { sheets: SheetEntry[]; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, HEADINGS, schema)
  const seen = new Set<number>()
  for (const { line, value } of rows) {
    if (seen.has(value.fiscalYear)) {
      issues.push(
        tableFault(
          file,
          line,
          `${value.fiscalYear}年度の計画書が2つある`,
          '一つの年度に一つ',
          '古い行を取り除くか、年度を直してください。',
        ),
      )
    }
    seen.add(value.fiscalYear)
  }
  if (rows.length === 0 && issues.length === 0 && !mayBeEmpty) {
    issues.push(
      tableFault(
        file,
        1,
        '計画書が一つも登録されていない',
        '一つ以上の計画書',
        '計画書を data/sheets/ に置き、この表に一行加えてください。',
      ),
    )
  }
  return { sheets: rows.map(({ value }) => value).sort((a, b) => b.fiscalYear - a.fiscalYear), issues }
}

/** The register of sheets as CSV, the oldest first. */
export const writeSheets = (sheets: readonly SheetEntry[]): string =>
  writeCsv([
    [...HEADINGS],
    ...[...sheets]
      .sort((a, b) => a.fiscalYear - b.fiscalYear)
      .map((entry) => HEADINGS.map((heading) => String(entry[heading]))),
  ])

/** What is wrong with an entry that is to be written; null where nothing is. */
export function entryFault(entry: SheetEntry): Pick<Issue, 'found' | 'expected' | 'remedy'> | null {
  const [issue] = schema.safeParse(entry).error?.issues ?? []
  if (issue === undefined) return null
  const field = String(issue.path[0]) as keyof SheetEntry
  return {
    found: `${field} に「${entry[field]}」`,
    expected: issue.message,
    remedy: '値を直して、もう一度加えてください。',
  }
}
