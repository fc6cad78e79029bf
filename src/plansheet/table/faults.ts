import { error, type Issue } from '../issue.ts'
import { STREAM_LABELS } from '../labels.ts'
import { HEADINGS, type TableColumn } from './headings.ts'
import { filled, type TableRecord } from './record.ts'

export const inTotal = (file: string, line: number, column: TableColumn, found: string): Issue =>
  error('table-row', file, {
    line,
    found: `合計の行の「${HEADINGS[column]}」の列に「${found}」`,
    expected: '合計の行には、事業額と目標の数字だけがある',
    remedy: '列がずれていないか確かめてください。',
  })

export const brokenTotal = (file: string, line: number): Issue =>
  error('total', file, {
    line,
    found: '数字の足りない合計の行か、二つ目の合計の行',
    expected: '一つの表に一つの合計の行。事業額と目標3つの数字がある',
    remedy: '元の計画書の合計の行と見比べて直してください。',
  })

export const withoutHead = (file: string, line: number, found: string): Issue =>
  error('table-row', file, {
    line,
    found: `見出しのない列に「${found}」`,
    expected: '見出しのある列にだけ文字がある',
    remedy: '列がずれていないか確かめ、その列に見出しを付けるか、文字を取り除いてください。',
  })

export const noFigures = (file: string, line: number): Issue =>
  error('figures', file, {
    line,
    found: '事業分類、事業額、目標の欄がすべて空',
    expected: '事業分類と事業額。目標の記載なしは「-」',
    remedy: '元の計画書と見比べて補ってください。',
  })

export const beforeHead = (file: string, record: TableRecord): Issue =>
  error('table-row', file, {
    line: record.line,
    found: `見出しの行より前に「${filled(record)
      .map(({ text }) => text)
      .join(' ')}」`,
    expected: '見出しの行の前には、題と（単位：千円、人）だけがある',
    remedy:
      '計画書の表の一部でない行なら、取り除いてください。単位が千円と人でないなら、千円に直してから加えてください。',
  })

export const unknownTable = (file: string, line: number, found: string): Issue =>
  error('table-name', file, {
    line,
    found: `表の列に「${found}」`,
    expected: `「${STREAM_LABELS.municipal}」か「${STREAM_LABELS.model}」`,
    remedy: '計画書のどちらの表の行かを確かめて直してください。',
  })

export const otherTitle = (file: string, line: number, found: string): Issue =>
  error('title-differs', file, {
    line,
    found: `計画書の列に、ほかの行と違う題「${found}」`,
    expected: 'すべての行が同じ計画書の題',
    remedy: '違う年度の行が混ざっていないか確かめてください。',
  })
