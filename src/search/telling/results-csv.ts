import { inert } from '../../csv/formula.ts'
import { writeCsv } from '../../csv/write.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import type { Place } from '../words/places.ts'

const HEADINGS = [
  'ID',
  '年度',
  '区市町村',
  '事業名',
  '事業分類',
  '事業概要',
  '事業額（千円）',
  '問合せ先',
  '電話',
  'ページ',
]

/** A cell for people. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
const cell = (value: string | number | null): string =>
  typeof value === 'string' ? inert(value.replace(/\s*\n\s*/g, ' ')) : String(value ?? '')

/**
 * Search results as CSV for people: Japanese headings, one line a programme, blank where the sheet prints nothing.
 * It begins with a byte order mark, so that spreadsheets read it as UTF-8.
 */
export const resultsCsv = (
  entries: readonly ShownEntry[],
  placeOf: (code: string) => Place | undefined,
  pageOf: (id: string) => string,
): string =>
  `\uFEFF${writeCsv(
    [
      HEADINGS,
      ...entries.map((entry) =>
        [
          entry.id,
          entry.fiscalYear,
          placeOf(entry.code)?.name ?? null,
          entry.name,
          entry.categoryLabel,
          entry.summary.join(' '),
          entry.amountThousandYen,
          entry.department,
          entry.phone,
          pageOf(entry.id),
        ].map(cell),
      ),
    ],
    '\r\n',
  )}`
