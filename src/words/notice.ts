import type { Issue } from '../plansheet/issue.ts'

/** What a notice says to a reader of the page, in plain words. */
export function noticeWords({ code, field, line, found, remedy }: Issue): string {
  const place = line === null ? '' : `（計画書データの${line}行目）`
  switch (code) {
    case 'inferred':
      return `この行の${field === 'name' ? '事業名' : '概要'}の欄は空です。同じページの終わりにある結合セルの文字${place}を、この行のものと推定しました。`
    case 'start-month':
      return `${found}で、計画の年度の外です。年の誤りかもしれません。問合せ先に確かめてください。`
    case 'month-repaired':
      return `計画書には${found}とあります。「年」が重なった誤植とみて読みました。`
    case 'name-absent':
      return '計画書のデータに事業名がありません。見出しは、このサイトが付けた説明です。'
    case 'hyperlink-proved':
      return '折り返されたアドレスをつなぎました。計画書にあるリンク先と同じになることを確かめています。'
    default:
      return `${found}。${remedy}`
  }
}
