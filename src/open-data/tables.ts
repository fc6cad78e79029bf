import type { CatalogueProject } from '../catalogue/catalogue.ts'
import { writeCsv } from '../csv/records.ts'
import { STREAM_LABELS } from '../plansheet/labels.ts'

/** A column of a table: its heading and what stands in it; null where the sheet states nothing. */
export interface Column<T> {
  heading: string
  /** What it is, for the data dictionary. */
  meaning: string
  value: (row: T) => string | number | null
}

const paragraphs = ({ summary }: CatalogueProject): string => summary.join(' ')

/** For people: Japanese headings, units in them. */
export const PEOPLE: Column<CatalogueProject>[] = [
  { heading: 'ID', meaning: '事業のID。変わりません', value: ({ id }) => id },
  { heading: '年度（西暦）', meaning: '4月から翌年3月まで', value: ({ fiscalYear }) => fiscalYear },
  { heading: '表', meaning: '計画書の二つの表のどちらか', value: ({ stream }) => STREAM_LABELS[stream] },
  { heading: '番号', meaning: '表の中の番号', value: ({ number }) => number },
  { heading: '全国地方公共団体コード', meaning: '6桁', value: ({ municipality }) => municipality.code },
  { heading: '区市町村', meaning: '事業を行う区市町村', value: ({ municipality }) => municipality.name },
  { heading: 'テーマ', meaning: 'モデル事業だけにある', value: ({ theme }) => theme },
  { heading: '事業名', meaning: '印刷のまま。記載がなければ空', value: ({ name }) => name },
  { heading: '事業概要', meaning: '印刷のまま。段落は空白でつなぐ', value: paragraphs },
  { heading: '事業分類', meaning: '労働力確保事業か処遇改善事業', value: ({ categoryLabel }) => categoryLabel },
  { heading: '事業額（千円）', meaning: '予定の額', value: ({ amountThousandYen }) => amountThousandYen },
  {
    heading: '目標 雇用・就業者数（人）',
    meaning: '空は記載なし。0は「0」と印刷',
    value: ({ targets }) => targets.workers,
  },
  {
    heading: '目標 人材獲得事業所数',
    meaning: '空は記載なし。0は「0」と印刷',
    value: ({ targets }) => targets.recruitingEstablishments,
  },
  {
    heading: '目標 支援事業所数',
    meaning: '空は記載なし。0は「0」と印刷',
    value: ({ targets }) => targets.supportedEstablishments,
  },
  { heading: '事業開始（予定）月', meaning: '西暦の年と月', value: ({ startMonth }) => startMonth },
  { heading: 'URL', meaning: '区市町村のページ。今はないことがある', value: ({ url }) => url },
  { heading: '部署', meaning: '問合せ先', value: ({ contact }) => contact.department },
  { heading: '電話', meaning: '問合せ先', value: ({ contact }) => contact.phone },
  { heading: '内線', meaning: '問合せ先', value: ({ contact }) => contact.extension },
  { heading: '電話の注', meaning: '電話番号のかっこ書き', value: ({ contact }) => contact.note },
]

const MACHINE_HEADINGS = [
  'id',
  'fiscal_year',
  'stream',
  'number',
  'municipality_code',
  'municipality',
  'theme',
  'name',
  'summary',
  'category',
  'amount_thousand_yen',
  'target_workers_persons',
  'target_recruiting_establishments',
  'target_supported_establishments',
  'start_month',
  'url',
  'contact_department',
  'contact_phone',
  'contact_extension',
  'contact_note',
]

/** For programs: the same columns with ASCII names, keys in place of labels. */
export const MACHINES: Column<CatalogueProject>[] = PEOPLE.map((column, index) => ({
  ...column,
  heading: MACHINE_HEADINGS[index] ?? '',
  ...(column.heading === '表' ? { value: ({ stream }: CatalogueProject) => stream } : {}),
  ...(column.heading === '事業分類' ? { value: ({ category }: CatalogueProject) => category } : {}),
}))

const cell = (value: string | number | null): string => String(value ?? '').replace(/\s*[\r\n]+\s*/g, ' ')
// A spreadsheet would run such a text as a formula.
const FORMULA = /^[=+\-@\t\r]/
const inert = (value: string | number | null): string =>
  typeof value === 'string' && FORMULA.test(value) ? `'${cell(value)}` : cell(value)

/**
 * Programmes as CSV, a line each. For people it begins with a byte order mark, and a text that a spreadsheet would run
 * as a formula gets an apostrophe in front; for programs every text is as printed.
 */
export function projectsCsv(projects: readonly CatalogueProject[], readers: 'people' | 'machines'): string {
  const columns = readers === 'people' ? PEOPLE : MACHINES
  const write = readers === 'people' ? inert : cell
  const rows = projects.map((project) => columns.map(({ value }) => write(value(project))))
  return `${readers === 'people' ? '\uFEFF' : ''}${writeCsv([columns.map(({ heading }) => heading), ...rows])}`
}

/** The record of a programme as JSON gives it: as read, without what only the pages need. */
export const recordOf = ({ notices, tags, corrections, categoryLabel, ...record }: CatalogueProject) => ({
  ...record,
  corrections,
  categoryLabel,
  notices: notices.map(({ code, field, line, found }) => ({ code, field, line, found })),
  tags: tags.map(({ tag, evidence }) => ({ key: tag.key, evidence: [...new Set(evidence.map(({ text }) => text))] })),
})
