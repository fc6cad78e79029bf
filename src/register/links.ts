import { z } from 'zod'
import { writeCsv } from '../csv/write.ts'
import type { Issue } from '../plansheet/issue.ts'
import { readTable, tableFault } from './table.ts'

const HEADINGS = ['url', 'checked', 'result', 'status', 'movedTo'] as const

/** What came of asking for a page. Those after `moved` mean that it could not be confirmed. */
export const LINK_RESULTS = [
  'ok',
  'moved',
  'missing',
  'refused',
  'fault',
  'redirects',
  'timeout',
  'unreachable',
] as const
export type LinkResult = (typeof LINK_RESULTS)[number]

/** A programme's own page, as it was found on a day. */
export interface LinkCheck {
  /** As the catalogue has it. */
  url: string
  /** `YYYY-MM-DD`, in Tokyo. */
  checked: string
  result: LinkResult
  /** The HTTP status of the last answer; null where none came. */
  status: number | null
  /** Where it has moved for good; null but for `moved`. */
  movedTo: string | null
}

/** What an answer with this HTTP status says of a page. */
export function resultOfStatus(status: number): LinkResult {
  if (status >= 200 && status < 300) return 'ok'
  if (status >= 300 && status < 400) return 'redirects'
  if (status === 404 || status === 410) return 'missing'
  return status >= 400 && status < 500 ? 'refused' : 'fault'
}

const address = z.url({ protocol: /^https?$/, error: 'http か https のアドレス' })
const schema = z
  .strictObject({
    url: address,
    checked: z.iso.date('確かめた日（例: 2026-11-22）'),
    result: z.enum(LINK_RESULTS, `結果: ${LINK_RESULTS.join('、')}`),
    status: z
      .string()
      .regex(/^(?:[1-5]\d\d)?$/, 'HTTPの状態コード（3桁）。答えがないときは空')
      .transform((text) => (text === '' ? null : Number(text))),
    movedTo: z.union([z.literal('').transform(() => null), address], { error: 'http か https のアドレス、または空' }),
  })
  .superRefine(({ result, status, movedTo }, context) => {
    const isAnswered = status !== null
    const expected = isAnswered ? resultOfStatus(status) : null
    const fits =
      result === 'timeout' || result === 'unreachable' ? !isAnswered : expected === (result === 'moved' ? 'ok' : result)
    if (!fits) context.addIssue({ code: 'custom', path: ['status'], message: `${result} に合う状態コード` })
    if ((result === 'moved') !== (movedTo !== null))
      context.addIssue({ code: 'custom', path: ['movedTo'], message: 'moved の行にだけ、移った先のアドレス' })
  })

/** Reads `data/links.csv`: how each page was found, by its address; none twice. */
export function readLinks(text: string, file: string): { links: ReadonlyMap<string, LinkCheck>; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, HEADINGS, schema)
  const links = new Map<string, LinkCheck>()
  for (const { line, value } of rows) {
    if (links.has(value.url)) issues.push(tableFault(file, line, `「${value.url}」が2度ある`, '一つのアドレスに一行'))
    links.set(value.url, value)
  }
  return { links, issues }
}

/** The same as CSV, in the order of the addresses. */
export const writeLinks = (checks: readonly LinkCheck[]): string =>
  writeCsv([
    [...HEADINGS],
    ...[...checks]
      .sort((a, b) => (a.url < b.url ? -1 : 1))
      .map(({ url, checked, result, status, movedTo }) => [
        url,
        checked,
        result,
        status === null ? '' : String(status),
        movedTo ?? '',
      ]),
  ])
