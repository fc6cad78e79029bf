import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import { readTable, tableFault } from './table.ts'

const schema = z.strictObject({
  term: z.string().min(2, '言葉（2文字以上）'),
  reading: z.string().regex(/^[ぁ-ゖー・a-zA-Z]+$/, 'ひらがなの読み'),
  also: z.string(),
  meaning: z.string().regex(/。$/, '「。」で終わる説明'),
})

/** A word of plan sheets that is explained in plain words of our own. */
export interface Term {
  term: string
  reading: string
  /** Words that its meaning explains too. */
  also: string[]
  meaning: string
}

/** Reads `data/glossary.csv`; words that a meaning explains too are parted by ・. No word may stand twice. */
export function readGlossary(text: string, file: string): { glossary: Term[]; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, ['term', 'reading', 'also', 'meaning'], schema)
  const seen = new Set<string>()
  const glossary = rows.map(({ line, value }): Term => {
    const also = value.also.split('・').filter((word) => word !== '')
    for (const word of [value.term, ...also]) {
      if (seen.has(word))
        issues.push(
          tableFault(file, line, `「${word}」が2度ある`, '一つの言葉は一度だけ', 'どちらかを消してください。'),
        )
      seen.add(word)
    }
    return { ...value, also }
  })
  return { glossary: glossary.sort((a, b) => (a.reading < b.reading ? -1 : 1)), issues }
}
