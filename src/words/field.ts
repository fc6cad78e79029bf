import type { Correction } from '../register/corrections.ts'

/** What a field that can be corrected is called on the pages. */
export const FIELD_WORDS: Record<Correction['field'], string> = {
  mergedCell: '結合セルの文字',
  name: '事業名',
  theme: 'テーマ',
  amountThousandYen: '事業額（千円）',
  'targets.workers': '雇用・就業者数',
  'targets.recruitingEstablishments': '人材獲得事業所数',
  'targets.supportedEstablishments': '支援事業所数',
  startMonth: '事業開始（予定）月',
  url: 'URL',
  'contact.department': '部署',
  'contact.phone': '電話番号',
  'contact.extension': '内線',
  'contact.note': '電話番号のかっこ書き',
}
