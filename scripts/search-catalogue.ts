import { makeFinder, type Answer } from '../src/search/answer/find.ts'
import { first } from '../src/search/answer/order.ts'
import { entryOf, indexOf, type SearchIndex } from '../src/search/index/index-of.ts'
import { makeRepair } from '../src/search/mending/repair.ts'
import { vocabularyOf } from '../src/search/mending/vocabulary.ts'
import * as numbers from '../src/search/numbers/recognize.ts'
import { columnsOf } from '../src/search/programmes/columns.ts'
import type { SearchEntry } from '../src/search/programmes/entry.ts'
import { hasKey } from '../src/search/programmes/keys.ts'
import { withAges } from '../src/search/programmes/with-ages.ts'
import { makeTexts } from '../src/search/programmes/texts.ts'
import { makeUnderstanding } from '../src/search/understanding/understand.ts'
import { allGroups, makeWholeLexicon } from '../src/search/words/join-words.ts'
import { makePlaceNames } from '../src/search/words/places.ts'
import { readData } from './read-data.ts'

/**
 * All that the search of the data folder knows, as the browser gets it.
 * @param programmes others to be searched with the same words, places and tags
 */
export async function readIndex(
  programmes: Omit<SearchEntry, 'ages'>[] | null = null,
): Promise<SearchIndex & { rest: string }> {
  const { catalogue, words } = await readData()
  if (catalogue === null) throw new Error('data/ に誤りがあります。npm run build で確かめてください。')
  const entries = programmes?.map(withAges) ?? catalogue.projects.map(entryOf)
  const { index, rest } = indexOf(entries, catalogue.municipalities, words, catalogue.tags)
  return { ...index, rest }
}

/** Searches an index outside the browser: the answer, and its programmes' ids in rank order. */
export function searcherOf({
  entries,
  places,
  words,
  rest,
  tags,
}: SearchIndex & { rest: string }): (query: string, isLiteral?: boolean) => Answer & { ids: string[] } {
  const lexicon = makeWholeLexicon(allGroups(words, rest))
  const texts = makeTexts(entries, lexicon, hasKey)
  const columns = columnsOf(
    entries,
    places.map(({ code }) => code),
    tags,
  )
  const find = makeFinder({
    texts,
    columns,
    allAmounts: () => columns.amountThousandYen,
    repair: makeRepair(lexicon, vocabularyOf(entries, lexicon)),
    isWaiting: () => false,
    makeUnderstanding: (known) => makeUnderstanding({ lexicon, places: makePlaceNames(places), numbers }, known),
  })
  return (query, isLiteral) => {
    const answer = find(query, isLiteral)
    if (answer === null) throw new Error(`「${query}」`)
    const best = first(answer.found, answer.found.length, answer.scores, 'relevance', columns)
    return { ...answer, ids: best.flatMap((index) => entries[index]?.id ?? []) }
  }
}
