import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import { readTable, tableFault } from './table.ts'

/** What the people who publish the site say of it. */
export interface Site {
  /** Where the site is published, with a slash at its end. */
  address: string
  /** Where readers tell of faults; null where nobody takes mail. */
  mail: string | null
}

const VALUES = {
  address: z.url({ protocol: /^https?$/, error: 'サイトの置き場所のアドレス（例: https://example.lg.jp/katarogu/）' }),
  mail: z.union([z.literal(''), z.email()], { error: 'メールアドレス。受け付けないときは空' }),
}
const KEYS = ['address', 'mail'] as const
const schema = z.strictObject({ key: z.enum(KEYS, `項目: ${KEYS.join('、')}`), value: z.string() })

/** Reads `data/site.csv`: one row for each key, in any order. */
export function readSite(text: string, file: string): { site: Site | null; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, ['key', 'value'], schema)
  const fault = (line: number, found: string, expected: string): void => {
    issues.push(tableFault(file, line, found, expected))
  }
  const values = new Map<string, string>()
  for (const { line, value } of rows) {
    if (values.has(value.key)) fault(line, `${value.key} が2度ある`, '一つの項目に一行')
    values.set(value.key, value.value)
    const read = VALUES[value.key].safeParse(value.value)
    if (!read.success) fault(line, `${value.key} に「${value.value}」`, read.error.issues[0]?.message ?? '')
  }
  for (const key of KEYS) if (issues.length === 0 && !values.has(key)) fault(1, `${key} の行がない`, `${key} の行`)
  if (issues.length > 0) return { site: null, issues }
  const mail = values.get('mail') ?? ''
  return {
    site: { address: (values.get('address') ?? '').replace(/\/?$/, '/'), mail: mail === '' ? null : mail },
    issues,
  }
}
