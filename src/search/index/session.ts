import { makeFinder, type Answer } from '../answer/find.ts'
import { mayHoldNumbers, NO_NUMBERS } from '../numbers/numbers.ts'
import { columnsOf, type Columns } from '../programmes/columns.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import { makeTexts } from '../programmes/texts.ts'
import type { Knowledge, KnownByTexts, Understand } from '../query/meaning.ts'
import { makePlainUnderstanding } from '../query/plain.ts'
import { makeLexicon, unpackWords } from '../words/lexicon.ts'
import { makePlaceNames, type Place } from '../words/places.ts'
import type { SearchIndex } from './index-of.ts'
import type { Sharded } from './sharded.ts'
import type { Store } from './store.ts'

/** A search that is ready to answer. */
export interface Session {
  columns: Columns
  /** How many results are shown at once: few where each must be fetched. */
  pageSize: number
  placeOf: (code: string) => Place | undefined
  find: (query: string, isLiteral: boolean) => Promise<Answer>
  entries: Store['entries']
  /** Sees to it that the amounts of programmes that an answer found stand in the columns. */
  amounts: (indexes: Uint32Array, answer: Answer | null) => Promise<void>
  tags: Store['tags']
  /** What a number that was asked for named of a programme (see programmes/values-named.ts). */
  valuesNamed: (entry: ShownEntry, asked: readonly string[]) => string
}

// Who writes hiragana or latin letters seldom means a word of the texts as it is printed.
const HARDLY_PLAIN = /[ぁ-ゖa-zａ-ｚ]/i

/** The rest of the lexicon. */
const REST = 'words.txt'

const fetchNumbers = (): Promise<typeof import('./numbers-and-keys.ts')> => import('./numbers-and-keys.ts')
const fetchUnderstanding = (): Promise<typeof import('../understanding/understand.ts')> =>
  import('../understanding/understand.ts')

/**
 * Fetches what the search knows. The answer is null where it cannot be had.
 * @param query that will be asked first, where it is known: what it most likely needs besides is fetched meanwhile
 */
export async function openSession(address: string, query = ''): Promise<Session | null> {
  const fetchText = async (name: string): Promise<string> => {
    const response = await fetch(address.replace(/[^/]*$/, name))
    if (!response.ok) throw new Error(name)
    return new TextDecoder('utf-16le').decode(await response.arrayBuffer())
  }
  const isHardlyPlain = HARDLY_PLAIN.test(query)
  const early = isHardlyPlain ? fetchText(REST) : null
  // That something failed shows when it is needed.
  early?.catch(() => null)
  if (isHardlyPlain) fetchUnderstanding().catch(() => null)
  if (mayHoldNumbers(query)) fetchNumbers().catch(() => null)
  try {
    const response = await fetch(address)
    return response.ok ? await sessionOf((await response.json()) as SearchIndex, address, fetchText, early) : null
  } catch {
    return null
  }
}

async function sessionOf(
  { places, words, sharded, entries, tags }: SearchIndex,
  address: string,
  fetchText: (name: string) => Promise<string>,
  early: Promise<string> | null,
): Promise<Session> {
  const groups = unpackWords(words)
  const first = makeLexicon(groups)
  const codes = places.map(({ code }) => code)
  const missing = new Set<Promise<unknown>>()
  let numbers: Awaited<ReturnType<typeof fetchNumbers>> | null = null
  const open = async (size: Sharded): Promise<Store> => {
    const sharded = await import('./sharded.ts')
    return sharded.makeShardedStore({
      address: address.replace(/[^/]*$/, 'data/'),
      sharded: size,
      codes,
      tagKeys: tags,
      groups,
      missing,
      keyTest: (asked) => numbers?.keyTest(asked) ?? (() => false),
    })
  }
  const inMemory = (): Store => {
    const columns = columnsOf(entries, codes, tags)
    const texts = makeTexts(entries, first, (entry, key) => numbers?.hasKey(entry, key) === true)
    return {
      columns,
      texts,
      amounts: () => Promise.resolve(),
      allAmounts: () => columns.amountThousandYen,
      tags: () => Promise.resolve(),
      entries: (indexes) => Promise.resolve([...indexes].flatMap((at) => entries[at] ?? [])),
    }
  }
  const store = sharded === null ? inMemory() : await open(sharded)

  const names = makePlaceNames(places)
  let lexicon = first
  let makeUnderstanding: (knowledge: Knowledge, known: KnownByTexts) => Understand = makePlainUnderstanding
  let repair: ((word: string) => string | null) | null = null
  let mending: Promise<unknown> | null = null
  const makeFind = (): ReturnType<typeof makeFinder> =>
    makeFinder({
      ...store,
      makeUnderstanding: (known) =>
        makeUnderstanding({ lexicon, places: names, numbers: numbers ?? NO_NUMBERS }, known),
      isWaiting: () => missing.size > 0,
      // Most queries hold no misspelt word; what mends them is fetched for the first that does.
      repair: (word) => {
        if (repair !== null) return repair(word)
        mending ??= Promise.all([import('../mending/repair.ts'), fetchText('vocabulary.txt')])
          .then(([{ makeRepair }, words]) => (repair = makeRepair(lexicon, words.split('\n'))))
          .finally(() => (mending = null))
        missing.add(mending)
        return null
      },
    })
  let find = makeFind()
  let learning: Promise<void> | null = null
  const learn = async (): Promise<void> => {
    const asked = early ?? fetchText(REST)
    early = null
    const [module, rest] = await Promise.all([fetchUnderstanding(), asked])
    module.joinWords(groups, unpackWords(rest))
    lexicon = module.makeWholeLexicon(groups)
    makeUnderstanding = module.makeUnderstanding
    find = makeFind()
  }
  return {
    columns: store.columns,
    pageSize: sharded === null ? 50 : 10,
    placeOf: (code) => places.find((place) => place.code === code),
    entries: store.entries,
    tags: store.tags,
    valuesNamed: (entry, asked) => numbers?.valuesNamed(entry, asked) ?? '',
    amounts: (indexes, answer) =>
      store.amounts(
        indexes,
        answer?.parts.flatMap(({ meaning }) => meaning.forms.flatMap(({ group }) => group ?? [])) ?? [],
      ),
    // The finder asks and does not wait: what it lacked is fetched, and it is asked again.
    find: async (query, isLiteral) => {
      if (numbers === null && !isLiteral && mayHoldNumbers(query)) {
        numbers = await fetchNumbers()
        find = makeFind()
      }
      for (;;) {
        const answer = find(query, isLiteral)
        if (answer === null) {
          // One that failed is fetched again for the next query.
          learning ??= learn().finally(() => (learning = null))
          await learning
          continue
        }
        if (missing.size === 0) return answer
        const all = [...missing]
        missing.clear()
        await Promise.all(all)
      }
    },
  }
}
