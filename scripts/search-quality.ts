import { seeded } from './generate-entries.ts'
import { INVENTED_YEARS, inventedYear, judgedInHiragana, judgedQueries } from './judged-queries.ts'
import { readIndex, searcherOf } from './search-catalogue.ts'
import { measure, measureSlips, plainFuse, type Quality } from './search-metrics.ts'

const index = await readIndex()
const find = searcherOf(index)
const searches = { 検索: (query: string) => find(query).ids, Fuseのみ: plainFuse(index) }
const queries = judgedQueries()

const percent = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(2))
const row = (kind: string, search: string, { queries: count, ndcg, recall, mrr, empty }: Quality) => ({
  種類: kind,
  検索: search,
  問い: count,
  'nDCG@10': percent(ndcg),
  'recall@10': percent(recall),
  MRR: percent(mrr),
  空が正しい: percent(empty),
})

const kinds = [...new Set(queries.map(({ kind }) => kind))]
console.table(
  [...kinds, null].flatMap((kind) =>
    Object.entries(searches).map(([name, search]) =>
      row(
        kind ?? 'すべて',
        name,
        measure(
          search,
          queries.filter((query) => kind === null || query.kind === kind),
        ),
      ),
    ),
  ),
)

console.log('ひらがなで打たれた、同じ問い')
const inHiragana = judgedInHiragana()
console.table(Object.entries(searches).map(([name, search]) => row('ひらがな', name, measure(search, inHiragana))))

console.log('こしらえた、ほかの年度の事業')
const others = await Promise.all(
  INVENTED_YEARS.map(async (year) => {
    const { programmes, judged } = inventedYear(year)
    const other = await readIndex(programmes)
    const findOther = searcherOf(other)
    return [
      row(
        `${year}年度`,
        '検索',
        measure((query) => findOther(query).ids, judged),
      ),
      row(`${year}年度`, 'Fuseのみ', measure(plainFuse(other), judged)),
    ]
  }),
)
console.table(others.flat())

console.log('言葉に一つの誤り（違う字、抜けた字、余る字、入れ替わり）があっても、上の10件にその事業がある割合')
const texts = index.entries.flatMap(({ name, theme, summary, department }) => [
  name ?? '',
  theme ?? '',
  ...summary,
  department,
])
console.table(
  Object.entries(searches).flatMap(([search, ask]) =>
    Object.entries(measureSlips(ask, texts, seeded(1), 400)).map(([kind, { words, found }]) => ({
      字: { kanji: '漢字', katakana: 'カタカナ', mixed: '両方' }[kind],
      検索: search,
      言葉: words,
      見つかる: percent(found),
    })),
  ),
)
