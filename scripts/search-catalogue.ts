import { columnsOf } from '../src/search/columns.ts'
import { makeFinder, type Answer } from '../src/search/find.ts'
import { indexOf, type SearchIndex } from '../src/search/index-of.ts'
import { joinWords, makeLexicon, unpackWords } from '../src/search/lexicon.ts'
import { makePlaceNames } from '../src/search/places.ts'
import { first } from '../src/search/order.ts'
import * as numbers from '../src/search/recognize.ts'
import { makeRepair } from '../src/search/repair.ts'
import { fieldsOf, makeTexts, wholeOf } from '../src/search/texts.ts'
import { makeUnderstanding } from '../src/search/understand.ts'
import { wordsOf } from '../src/search/vocabulary.ts'
import { readData } from './read-data.ts'

/** All that the search of the data folder knows, as the browser gets it. */
export async function readIndex(): Promise<SearchIndex & { rest: string }> {
  const { catalogue, words } = await readData()
  if (catalogue === null) throw new Error('data/ に誤りがあります。npm run build で確かめてください。')
  const { index, rest } = indexOf(catalogue.projects, catalogue.municipalities, words, catalogue.tags)
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
  const groups = unpackWords(words)
  joinWords(groups, unpackWords(rest))
  const lexicon = makeLexicon(groups)
  const texts = makeTexts(entries, lexicon)
  const columns = columnsOf(
    entries,
    places.map(({ code }) => code),
    tags,
  )
  const find = makeFinder({
    texts,
    columns,
    allAmounts: () => columns.amountThousandYen,
    repair: makeRepair(
      lexicon,
      wordsOf(
        entries.map((entry) => wholeOf(fieldsOf(entry))),
        lexicon,
      ),
    ),
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
