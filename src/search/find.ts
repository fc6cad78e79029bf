import Fuse from 'fuse.js'
import { normalizeText } from './normalize.ts'
import { recognize } from './recognize.ts'
import { makePlaceReader, type Place, type PlaceReading } from './places.ts'

/** A programme as the search knows it: texts as printed. */
export interface SearchEntry {
  id: string
  /** Code of its municipality. */
  code: string
  name: string
  theme: string
  category: string
  summary: string
  department: string
  phone: string
  /** Printed number of its row. */
  number: number
  amountThousandYen: number
  /** `YYYY-MM`. */
  startMonth: string | null
}

/** All that the search knows. */
export interface SearchIndex {
  entries: SearchEntry[]
  places: Place[]
}

/** What came of one word of a query. */
export interface WordAnswer {
  word: string
  /** How many programmes it finds by itself. */
  count: number
  /** The municipalities that it was read as; empty where it is no place. */
  places: string[]
  /** True where the word as typed is in no text, and was read as something like it. */
  repaired: boolean
}

/** The answer to a query: ids in rank order, and how each word was understood. */
export interface Answer {
  ids: string[]
  words: WordAnswer[]
}

type Fields = Pick<SearchEntry, 'name' | 'theme' | 'category' | 'summary' | 'department'>
type Prepared = SearchEntry & { text: string }

// How much a match in each field counts.
const WEIGHTS: Record<keyof Fields, number> = { name: 3, theme: 2, category: 1.5, summary: 1, department: 1 }
const KEYS = Object.entries(WEIGHTS).map(([name, weight]) => ({ name, weight }))
// Every programme is in Tokyo; the others stand behind a place's name in English.
const EVERYWHERE = /^(?:city|ward|town|village|tokyo|東京都?|都内)$/
const NO_WORD = /^[^\p{L}\p{N}]*$/u

/**
 * Makes the function that answers queries. Every word must be found, in any field: as a number that means something
 * (phone, amount, month …), as a municipality, as it stands, or with one slip. Fuse.js finds the slips and ranks.
 */
export function makeFinder({ entries, places }: SearchIndex): (query: string) => Answer {
  const prepared = entries.map(prepare)
  const reader = makePlaceReader(places)

  const answerWord = (word: string): { matches: Set<string>; answer: Omit<WordAnswer, 'count'>; isText: boolean } => {
    const asPlace = (reading: PlaceReading) => ({
      // Several places that a misspelt name may mean are named, but none of them is taken for meant.
      matches:
        reading.how === 'slip' && reading.codes.length > 1
          ? new Set<string>()
          : idsOf(prepared, ({ code }) => reading.codes.includes(code)),
      answer: { word, places: reading.codes, repaired: reading.how === 'slip' },
      isText: false,
    })
    const asText = (matches: Set<string>, repaired: boolean) => ({
      matches,
      answer: { word, places: [], repaired },
      isText: true,
    })

    const meant = recognize(word)
    if (meant !== null) return { ...asText(idsOf(prepared, meant), false), isText: false }
    const exact = reader.exact(word)
    if (exact !== null) return asPlace(exact)
    const literal = idsOf(prepared, ({ text }) => text.includes(word))
    // Kana that begin a place's reading mean the place, also where some text holds them; latin letters may be a word.
    const typing = literal.size === 0 || /^[ぁ-ゖァ-ヶー]+$/.test(word) ? reader.typing(word) : null
    if (typing !== null) return asPlace(typing)
    if (literal.size > 0) return asText(literal, false)
    const slip = reader.slip(word)
    if (slip !== null) return asPlace(slip)
    return asText(
      idsOf(findSlips(prepared, word), () => true),
      true,
    )
  }

  return (query) => {
    const all = normalizeText(query)
      .split(' ')
      .filter((word) => !NO_WORD.test(word))
    const words = all
      .filter((word) => !EVERYWHERE.test(word))
      .flatMap((word) => (reader.exact(word) === null ? (reader.split(word) ?? [word]) : [word]))
    const read = words.map(answerWord)
    const found = all.length === 0 ? [] : prepared.filter(({ id }) => read.every(({ matches }) => matches.has(id)))
    return {
      ids: rank(
        found,
        read.filter(({ isText }) => isText).map(({ answer }) => answer.word),
      ),
      words: read.map(({ matches, answer }) => ({ ...answer, count: matches.size })),
    }
  }
}

function prepare(entry: SearchEntry): Prepared {
  const fields: Fields = {
    name: normalizeText(entry.name),
    theme: normalizeText(entry.theme),
    category: normalizeText(entry.category),
    summary: normalizeText(entry.summary),
    department: normalizeText(entry.department),
  }
  return {
    ...entry,
    ...fields,
    text: Object.values(fields).join('\n'),
  }
}

const idsOf = (entries: readonly Prepared[], test: (entry: Prepared) => boolean): Set<string> =>
  new Set(entries.filter(test).map(({ id }) => id))

/** The entries that hold a word with one slip. Short words have too many neighbours to be repaired. */
function findSlips(entries: readonly Prepared[], word: string): Prepared[] {
  const least = /^[a-z\d]+$/.test(word) ? 5 : 4
  if (word.length < least || /\d/.test(word)) return []
  return search(entries, word, 1.01 / word.length).map(({ item }) => item)
}

/** Ids in rank order: the sum over the words of Fuse's scores, then the printed order. */
function rank(entries: readonly Prepared[], words: readonly string[]): string[] {
  const scores = new Map(entries.map(({ id }) => [id, 0]))
  for (const word of words) {
    const found = new Map(search(entries, word, 0.4).map(({ item, score }) => [item.id, score ?? 1]))
    for (const { id } of entries) scores.set(id, (scores.get(id) ?? 0) + (found.get(id) ?? 1))
  }
  return entries.map(({ id }) => id).sort((a, b) => (scores.get(a) ?? 0) - (scores.get(b) ?? 0))
}

const search = (entries: readonly Prepared[], word: string, threshold: number) =>
  // Fuse reads at most 32 characters of a pattern as one.
  new Fuse(entries, { keys: KEYS, ignoreLocation: true, includeScore: true, threshold, ignoreFieldNorm: false }).search(
    word.slice(0, 32),
  )
