import { writeCsv } from '../../src/csv/write.ts'

/** What a sheet may hold to do harm, each with a mark by which it is found again. */
export const HOSTILE = {
  script: '</script><script>window.hostile=1</script>',
  handler: '"><img src=x onerror="window.hostile=2">',
  quotes: `'"\`&lt;&amp;{{1}}\${1}`,
  template: '<template><svg onload=window.hostile=3>]]><!--',
  formula: '=HYPERLINK("https://evil.example","支援")',
  plus: '+81+1支援',
  at: '@SUM(1+1)*cmd|支援',
  rightToLeft: '支援\u202E右から左\u2066',
  control: '支援\u0007鐘\u001B[31m',
  hiddenFormula: '\u0007=1+1支援',
  long: '長'.repeat(20_000),
} as const

/** What a sheet may print as an office. */
const isOffice = (text: string): boolean => /^[支長+]/.test(text)

const HEADINGS =
  '計画書,表,番号,区市町村,テーマ,事業名,事業概要,事業分類,事業額（千円）,目標 雇用・就業者数,目標 人材獲得事業所数,目標 支援事業所数,事業開始（予定）月,URL,問合せ先'
const TITLE = '東京都地域人材確保総合支援事業（区市町村・モデル事業）計画書（令和４年度）'

/** A plan sheet as CSV whose every text is hostile: a row for each kind, with it in all fields that hold free text. */
export function hostileSheet(): string {
  const rows = Object.values(HOSTILE).map((text, index) => [
    TITLE,
    'モデル事業',
    String(index + 1),
    '港区',
    text,
    text,
    `${text}\n二つ目の段落${text}`,
    '労働力確保事業',
    '1,000',
    '10',
    '-',
    '-',
    '令和４年４月',
    `https://www.city.minato.tokyo.jp/?q=${encodeURIComponent(text.slice(0, 60))}`,
    `${isOffice(text) ? `${text}課` : '産業課'}\n03-1234-5678`,
  ])
  const count = rows.length
  const none = ['-', '-', '-']
  return writeCsv([
    HEADINGS.split(','),
    [TITLE, '区市町村の事業', '合計', '', '', '', '', '', '0', ...none.map(() => '0'), '', '', ''],
    ...rows,
    [TITLE, 'モデル事業', '合計', '', '', '', '', '', `${String(count)},000`, String(count * 10), '0', '0', '', '', ''],
  ])
}
