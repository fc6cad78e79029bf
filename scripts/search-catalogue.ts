import { columnsOf } from '../src/search/columns.ts'
import { makeFinder, type Answer } from '../src/search/find.ts'
import { indexOf, type SearchIndex } from '../src/search/index-of.ts'
import { makeLexicon, unpackWords } from '../src/search/lexicon.ts'
import { first } from '../src/search/order.ts'
import { makeRepair } from '../src/search/repair.ts'
import { fieldsOf, makeTexts, wholeOf } from '../src/search/texts.ts'
import { wordsOf } from '../src/search/vocabulary.ts'
import { readData } from './read-data.ts'

/** The index of the data folder, as the browser gets it. */
export async function readIndex(): Promise<SearchIndex> {
  const { catalogue, words } = await readData()
  if (catalogue === null) throw new Error('data/ に誤りがあります。npm run build で確かめてください。')
  return indexOf(catalogue.projects, catalogue.municipalities, words, catalogue.tags)
}

/** Searches an index outside the browser: the answer, and its programmes' ids in rank order. */
export function searcherOf({
  entries,
  places,
  words,
  tags,
}: SearchIndex): (query: string) => Answer & { ids: string[] } {
  const lexicon = makeLexicon(unpackWords(words))
  const texts = makeTexts(entries, lexicon)
  const columns = columnsOf(
    entries,
    places.map(({ code }) => code),
    tags,
  )
  const find = makeFinder({
    texts,
    columns,
    places,
    lexicon,
    repair: makeRepair(
      lexicon,
      wordsOf(
        entries.map((entry) => wholeOf(fieldsOf(entry))),
        lexicon,
      ),
    ),
    isWaiting: () => false,
  })
  return (query) => {
    const answer = find(query)
    const best = first(answer.found, answer.found.length, answer.scores, 'relevance', columns)
    return { ...answer, ids: best.flatMap((index) => entries[index]?.id ?? []) }
  }
}
