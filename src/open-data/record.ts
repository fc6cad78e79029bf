import { z } from 'zod'
import type { CatalogueProject } from '../catalogue/catalogue.ts'
import { project } from '../plansheet/schema.ts'
import { correction } from '../register/corrections.ts'
import type { ColumnInfo } from './table.ts'

const text = z.string().min(1)

/** A programme as projects.json gives it: its record, and what this site says of it. */
export const publishedProject = project.extend({
  categoryLabel: text,
  corrections: z.array(correction),
  /** What could not be read as it stands. */
  notices: z.array(
    z.strictObject({ code: text, field: text.nullable(), line: z.int().min(1).nullable(), found: text }),
  ),
  /** What this site reads out of the texts, with the pieces of text that prove it. */
  tags: z.array(z.strictObject({ key: text, evidence: z.array(text).min(1) })),
})
export type PublishedProject = z.infer<typeof publishedProject>

/** The record of a programme as JSON gives it, without what only the pages need. */
export const recordOf = ({ notices, tags, source, ...record }: CatalogueProject): PublishedProject => ({
  ...record,
  // The file's name alone: where it lay on the machine that built the site says nothing to others.
  source: { ...source, file: source.file.split(/[\\/]/).at(-1) ?? source.file },
  notices: notices.map(({ code, field, line, found }) => ({ code, field, line, found })),
  tags: tags.map(({ tag, evidence }) => ({
    key: tag.key,
    evidence: [...new Set(evidence.map((piece) => piece.text))],
  })),
})

interface Schema {
  description?: string
  properties?: Record<string, Schema>
}

/** What those fields of a record mean that no column of a table has, or that are otherwise in a record. */
export const RECORD_FIELDS: { path: string; meaning: string }[] = [
  { path: 'municipality', meaning: '事業を行う区市町村' },
  { path: 'summary', meaning: '事業概要の段落。印刷のまま' },
  { path: 'targets', meaning: '目標。nullは「-」、0は「0」と印刷されている' },
  { path: 'contact', meaning: '問合せ先' },
  { path: 'categoryLabel', meaning: '印刷された事業分類' },
  { path: 'source', meaning: 'どこから読んだか' },
  { path: 'source.file', meaning: '計画書のデータのファイル名' },
  { path: 'source.lines', meaning: 'ファイルの何行目から何行目までか。離れているときは二つ以上' },
  { path: 'corrections', meaning: '人が直したところ。corrections.csv と同じ' },
  { path: 'notices', meaning: 'そのままでは読めなかったところ' },
  { path: 'tags', meaning: 'このサイトが読み取った札と、根拠の文字' },
]

/**
 * The JSON Schema (2020-12) of the records.
 * @param columns the data dictionary's, for what the fields mean
 * @param address of the schema itself
 */
export function projectSchema(columns: readonly ColumnInfo[], address: string): object {
  const schema = z.toJSONSchema(publishedProject) as Schema
  const describe = (path: string | null, description: string): void => {
    const field = path?.split('.').reduce<Schema | undefined>((outer, key) => outer?.properties?.[key], schema)
    if (field !== undefined) field.description = description
  }
  for (const { path, meaning, unit, absent } of columns)
    describe(
      path,
      `${meaning}。${unit === null ? '' : `単位: ${unit}。`}${absent === null ? '' : `nullは、${absent}。`}`,
    )
  for (const { path, meaning } of RECORD_FIELDS) describe(path, `${meaning}。`)
  return { $id: address, title: '計画書の事業', description: '東京の就労支援カタログの、一つの事業の記録。', ...schema }
}
