import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import { readTable, tableFault } from './table.ts'

/** What the people who publish the site say of it. */
export interface Site {
  /** Where the site is published, with a slash at its end; it may lie below another site. */
  address: string
  /** Where readers tell of faults; null where nobody takes mail. */
  mail: string | null
  /** Name of who publishes the site; null where it is not stated. */
  publisher: string | null
}

/** Where the site can be read before anybody has said where it will be published. */
const LOCAL_ADDRESS = 'http://localhost:4321/'

// Everything is put to its end, so that a query or a fragment would break every link.
const isAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:\/\/[^/?#@\\\s]+(?:\/[\w.~-]+)*\/?$/i.test(text)

const VALUES = {
  address: z
    .string()
    .refine(
      isAddress,
      'サイトの置き場所のアドレス（例: https://example.lg.jp/jinzai/）。フォルダーの名前は半角の英数字で、? や # は付けない',
    ),
  mail: z.email('メールアドレス。受け付けないときは空'),
  publisher: z.string().regex(/^(?!\s)\P{C}+(?<!\s)$/u, 'サイトを公開する人や団体の名前。書かないときは空'),
}
/** The keys of `data/site.csv`. */
export const SITE_KEYS = ['address', 'mail', 'publisher'] as const
const schema = z.strictObject({ key: z.enum(SITE_KEYS, `項目: ${SITE_KEYS.join('、')}`), value: z.string() })

/** Reads `data/site.csv`: at most one row for each key, in any order. What is missing or empty takes its default. */
export function readSite(text: string, file: string): { site: Site | null; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, ['key', 'value'], schema)
  const fault = (line: number, found: string, expected: string): void => {
    issues.push(tableFault(file, line, found, expected))
  }
  const values = new Map<string, string>()
  for (const { line, value } of rows) {
    if (values.has(value.key)) fault(line, `${value.key} が2度ある`, '一つの項目に一行')
    values.set(value.key, value.value)
    const read = value.value === '' ? null : VALUES[value.key].safeParse(value.value)
    if (read?.success === false) fault(line, `${value.key} に「${value.value}」`, read.error.issues[0]?.message ?? '')
  }
  if (issues.length > 0) return { site: null, issues }
  const stated = (key: (typeof SITE_KEYS)[number]): string | null => values.get(key) || null
  return {
    site: {
      address: new URL((stated('address') ?? LOCAL_ADDRESS).replace(/\/?$/, '/')).href,
      mail: stated('mail'),
      publisher: stated('publisher'),
    },
    issues,
  }
}
