import { expect, test } from 'vitest'
import { INVENTED_YEARS, inventedYear, judgedInHiragana, judgedQueries } from '../../scripts/judged-queries.ts'
import { readIndex, searcherOf } from '../../scripts/search-catalogue.ts'
import { measure, plainFuse } from '../../scripts/search-metrics.ts'

const index = await readIndex()
const find = searcherOf(index)
const queries = judgedQueries()

test('a perfect answer measures 1, none 0, a late one between', () => {
  const judged = [{ query: 'x', kind: 'x', relevant: { a: 3, b: 1 } }]
  expect(measure(() => ['a', 'b'], judged)).toMatchObject({ ndcg: 1, recall: 1, mrr: 1 })
  expect(measure(() => [], judged)).toMatchObject({ ndcg: 0, recall: 0, mrr: 0 })
  expect(measure(() => ['c', 'a'], judged)).toMatchObject({ recall: 0.5, mrr: 0.5 })
  expect(measure(() => ['c'], [{ query: 'x', kind: 'x', relevant: {} }]).empty).toBe(0)
})

test('the search keeps its floor on the judged queries, and is far above plain Fuse', () => {
  const ours = measure((query) => find(query).ids, queries)
  const plain = measure(plainFuse(index), queries)
  expect(ours.ndcg).toBeGreaterThan(0.98)
  expect(ours.recall).toBeGreaterThan(0.98)
  expect(ours.mrr).toBeGreaterThan(0.99)
  expect(ours.ndcg).toBeGreaterThan(plain.ndcg)
  expect(ours.empty).toBe(1)
})

test('the search keeps its floor where the same is typed in hiragana', () => {
  const judged = judgedInHiragana()
  expect(judged.length).toBeGreaterThan(60)
  const ours = measure((query) => find(query).ids, judged)
  expect(ours.ndcg).toBeGreaterThan(0.97)
  expect(ours.recall).toBeGreaterThan(0.97)
  expect(ours.mrr).toBeGreaterThan(0.99)
  expect(ours.empty).toBe(1)
})

test.each(INVENTED_YEARS)('the words serve other years than those that there are: invented %i', async (year) => {
  const { programmes, judged } = inventedYear(year)
  const other = searcherOf(await readIndex(programmes))
  const ours = measure((query) => other(query).ids, judged)
  expect(ours.ndcg).toBeGreaterThan(0.93)
  expect(ours.recall).toBeGreaterThan(0.95)
  expect(ours.empty).toBeGreaterThan(0.85)
})
