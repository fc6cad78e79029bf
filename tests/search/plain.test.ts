import { expect, test } from 'vitest'
import { judgedQueries } from '../../scripts/judged-queries.ts'
import { readIndex, searcherOf } from '../../scripts/search-catalogue.ts'
import { makeFinder } from '../../src/search/answer/find.ts'
import { first } from '../../src/search/answer/order.ts'
import * as numbers from '../../src/search/numbers/recognize.ts'
import { columnsOf } from '../../src/search/programmes/columns.ts'
import { hasKey } from '../../src/search/programmes/keys.ts'
import { makeTexts } from '../../src/search/programmes/texts.ts'
import { makePlainUnderstanding } from '../../src/search/query/plain.ts'
import { makeLexicon, textOf, unpackWords } from '../../src/search/words/lexicon.ts'
import { makePlaceNames } from '../../src/search/words/places.ts'

const index = await readIndex()
const full = searcherOf(index)

/** Searches as the browser does before it has fetched more than the first words: null where that is not enough. */
const plain = (() => {
  const { entries, places, words, tags } = index
  const lexicon = makeLexicon(unpackWords(words))
  const columns = columnsOf(
    entries,
    places.map(({ code }) => code),
    tags,
  )
  const find = makeFinder({
    texts: makeTexts(entries, lexicon, hasKey),
    columns,
    allAmounts: () => columns.amountThousandYen,
    repair: () => null,
    isWaiting: () => false,
    makeUnderstanding: (known) => makePlainUnderstanding({ lexicon, places: makePlaceNames(places), numbers }, known),
  })
  return (query: string): string[] | null => {
    const answer = find(query)
    if (answer === null) return null
    return first(answer.found, answer.found.length, answer.scores, 'relevance', columns).flatMap(
      (at) => entries[at]?.id ?? [],
    )
  }
})()

const firstWords = unpackWords(index.words).flatMap(({ words }) => words.map(textOf))
const names = index.places.map(({ name }) => name)

test.each([
  ['judged queries', judgedQueries().map(({ query }) => query), 50],
  ['first words of the lexicon', firstWords, 360],
  ['places with a word', firstWords.slice(0, 200).map((word, at) => `${names[at % names.length] ?? ''} ${word}`), 100],
  [
    'numbers beside a word',
    ['令和3年6月', '46,200千円', '03-3647-9167', '2025', '2021', '7', '35人', '3000', '2022年'].map(
      (number) => `介護 ${number}`,
    ),
    3,
  ],
  ['words for a number', ['令和3年6月', '46,200千円', '03-3647-9167', '4月', '7', '2021-05', '内線4116'], 6],
])('what is answered before all words are there is answered the same with them: %s', (_, queries, least) => {
  const answered = queries.flatMap((query) => {
    const early = plain(query)
    return early === null ? [] : [{ query, early }]
  })
  expect(answered.length).toBeGreaterThanOrEqual(least)
  expect(
    answered.filter(({ query, early }) => full(query).ids.join() !== early.join()).map(({ query }) => query),
  ).toEqual([])
})
