import { error, type Issue } from '../issue.ts'
import type { Reading } from '../reading.ts'

/** A sheet says what it is and of which fiscal year. */
export function checkTitle({ file, fiscalYear, cells }: Reading): Issue[] {
  if (fiscalYear !== null) return []
  const title = cells.title
  return [
    error('title', file, {
      line: title?.lines[0] ?? null,
      found: title === null ? '「…計画書（…年度）」という題がない' : `題に年度がない「${title.text}」`,
      expected: '東京都地域人材確保総合支援事業（区市町村・モデル事業）計画書（令和○年度）',
      remedy: '計画書のファイルか、終わりまで入っているかを確かめてください。題は最後のページにあることがあります。',
    }),
  ]
}
