import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import type { Municipality } from '../plansheet/schema.ts'
import { readTable, tableFault } from './table.ts'

const HEADINGS = ['code', 'name', 'kana', 'romaji']

const schema = z.strictObject({
  code: z
    .string()
    .regex(/^\d{6}$/, '6桁の全国地方公共団体コード')
    .refine(hasCheckDigit, '検査数字（6桁目）の合うコード'),
  name: z.string().regex(/^\S+[区市町村]$/u, '区・市・町・村で終わる名前'),
  kana: z.string().regex(/^[ぁ-ゖー]+$/u, 'ひらがなの読み'),
  romaji: z.string().regex(/^[a-z]+-(?:ku|shi|machi|cho|mura|son)$/, 'ローマ字の読み（例: setagaya-ku）'),
})

/** Reads `data/municipalities.csv`. Codes, names and romaji are each unique; the order is that of the codes. */
export function readMunicipalities(text: string, file: string): { municipalities: Municipality[]; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, HEADINGS, schema)
  for (const column of ['code', 'name', 'romaji'] as const) {
    const seen = new Set<string>()
    for (const { line, value } of rows) {
      if (seen.has(value[column]))
        issues.push(
          tableFault(
            file,
            line,
            `${column} の「${value[column]}」が2度ある`,
            '一つだけ',
            '重なった行を直してください。',
          ),
        )
      seen.add(value[column])
    }
  }
  const municipalities = rows.map(({ value }) => value).sort((a, b) => Number(a.code) - Number(b.code))
  return { municipalities, issues }
}

/** True where the sixth digit of a 全国地方公共団体コード is the check digit of the five before it. */
export function hasCheckDigit(code: string): boolean {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, check] = [...code].map(Number)
  return check === (11 - ((6 * a + 5 * b + 4 * c + 3 * d + 2 * e) % 11)) % 10
}
