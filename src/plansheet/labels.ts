import type { Figure, Stream } from './cells.ts'

/** What the two tables of a sheet are called. */
export const STREAM_LABELS: Record<Stream, string> = { municipal: '区市町村の事業', model: 'モデル事業' }

/** What a 合計 adds up, with its unit. */
export const FIGURE_LABELS: Record<Figure, string> = {
  amount: '事業額（千円）',
  workers: '雇用・就業者数（人）',
  recruiting: '人材獲得事業所数',
  supported: '支援事業所数',
}
