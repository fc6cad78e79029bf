import type { Column } from '../cells.ts'

/** The columns of a table. In a CSV, 計画書 and 表 tell what title and order tell in the other forms. */
export type TableColumn = Column | 'title' | 'table'

/** The headings as they are written, in the order of the columns. */
export const HEADINGS: Record<TableColumn, string> = {
  title: '計画書',
  table: '表',
  number: '番号',
  municipality: '区市町村',
  theme: 'テーマ',
  name: '事業名',
  summary: '事業概要',
  category: '事業分類',
  amount: '事業額（千円）',
  workers: '目標 雇用・就業者数',
  recruiting: '目標 人材獲得事業所数',
  supported: '目標 支援事業所数',
  month: '事業開始（予定）月',
  url: 'URL',
  contact: '問合せ先',
}

/** Columns without which a sheet cannot be read. The others say of themselves where they are missing. */
export const REQUIRED: readonly TableColumn[] = [
  'number',
  'municipality',
  'name',
  'summary',
  'category',
  'amount',
  'workers',
  'recruiting',
  'supported',
  'month',
  'url',
  'contact',
]

// Other ways to print the same heading, as `plain` leaves them.
const ALIASES: Record<string, TableColumn> = {
  番: 'number',
  no: 'number',
  'no.': 'number',
  区市町村名: 'municipality',
  事業テーマ: 'theme',
  モデル事業テーマ: 'theme',
  事業名称: 'name',
  事業の概要: 'summary',
  '雇用・就業者数': 'workers',
  人材獲得事業所数: 'recruiting',
  支援事業所数: 'supported',
  事業開始月: 'month',
  事業開始予定月: 'month',
  ホームページ: 'url',
  問い合わせ先: 'contact',
  問合わせ先: 'contact',
  お問い合わせ先: 'contact',
  お問合せ先: 'contact',
  連絡先: 'contact',
}

/** A heading without what varies in print: width, case, spaces, line breaks, and notes in brackets. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^目標/, '')
    .replace(/\((?:300字以内|予定|労働力確保(?:事業)?|処遇改善(?:事業)?)\)/g, '')
    .replace(/^(事業額)\((?:単位:)?千円\)$/, '$1')
    .replace(/^(雇用・就業者数)\((?:単位:)?人\)$/, '$1')

const KNOWN = new Map<string, TableColumn>([
  ...(Object.entries(HEADINGS) as [TableColumn, string][]).map(([column, heading]): [string, TableColumn] => [
    plain(heading),
    column,
  ]),
  ...Object.entries(ALIASES),
])

/** The column that a printed heading names; null where none is known by it. */
export const columnOf = (heading: string): TableColumn | null => KNOWN.get(plain(heading)) ?? null

/** True for a column whose line breaks part paragraphs or offices; in all others they only save room. */
export const hasParts = (column: TableColumn): boolean => column === 'summary' || column === 'contact'
