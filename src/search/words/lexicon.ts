import { hiraganaCode, normalizeText, toHiragana } from './normalize.ts'

/**
 * What a group's words do in a query. `topic`: a programme must be about it. `industry`: as topic, and a trade: who names
 * one is not served by what is offered for any. `soft`: must be in a query of words, may be missing for one in a
 * sentence. `employer`: as soft, and the one who asks is an employer. `weak`: raises a rank and excludes nothing.
 * `stop`: means nothing here. `place`: names the municipality that the group is called by. `outside`: a place outside
 * Tokyo, where nothing is found.
 */
export type Role = 'topic' | 'industry' | 'soft' | 'employer' | 'weak' | 'stop' | 'outside' | 'place'

/**
 * Words that mean the same, as the browser gets them from `data/words.csv`; those that no programme is about travel in one
 * group, whatever they mean (see index/words-to-send.ts).
 */
export interface WordGroup {
  /** The group's name; for a place that of its municipality. */
  name: string
  role: Role
  /** Each `word` or `word~reading`; the word is normalised. */
  words: string[]
  /** Words that a programme may be found by, after those that mean the same. */
  near: string[]
  /** Words that hold one of them and mean something else: 非正規 holds 正規. */
  not: string[]
}

/** A word of the lexicon. */
export interface Known {
  /** Normalised, as it stands in texts. */
  word: string
  group: WordGroup
}

/** So many characters a word or a reading has at the most. */
export const LONGEST_WORD = 24

/** A `word` or `word~reading` of a group. */
type Entry = [packed: string, group: WordGroup]

/** Other keys by which a word is known. */
type SpokenAs = (word: string) => string[]

/** The lexicon, ready to be asked. Keys are normalised, and katakana is hiragana. */
export interface Lexicon {
  /** The words that are written, or read, so. */
  find: (key: string) => Known[]
  /** The words that a group finds a programme by, each with its weight. */
  formsOf: (group: WordGroup) => Form[]
  /** The same for a word of a group; the word itself comes first. */
  forms: (known: Known) => Form[]
  /** Longer words that hold a word and mean something else. */
  longer: (word: string) => string[]
  /** All keys, each with its words. */
  keys: () => [key: string, known: Known[]][]
  /** The keys that begin with the same character. */
  keysFrom: (start: string) => ReadonlyMap<string, Known[]>
}

/** A word to look for in the texts, and how much finding it counts (0–1). */
export interface Form {
  text: string
  weight: number
  /** True where it does not mean the same. */
  isNear: boolean
  /** The group that it was taken from; null for a word that is looked for just as it stands. */
  group: WordGroup | null
}

/** A word to look for just as it is. */
export const plainForm = (text: string, weight = 1): Form => ({ text, weight, isNear: false, group: null })

// The first words of a group are those that say most exactly what it means.
const MAIN = 3
const SAME = 0.7
const LESS = 0.45
const NEAR = 0.3

/** The longer words that a group lists as meaning something else, and that hold one of its words. */
export const longerIn = (group: WordGroup | null, word: string): string[] =>
  (group?.not ?? []).filter((other) => other.includes(word))

export const toKey = (text: string): string => toHiragana(normalizeText(text))

/**
 * Makes the lexicon from its groups, whose words are normalised (see makeWordGroups).
 * @param spokenAs other keys by which a word is known (see spoken.ts)
 */
export function makeLexicon(groups: readonly WordGroup[], spokenAs: SpokenAs = () => []): Lexicon {
  // Of thousands of keys a query asks for few: those that begin alike are made when the first of them is asked for.
  const begun = new Map<number, Entry[]>()
  const made = new Map<number, ReadonlyMap<string, Known[]>>()
  const put = (start: number, entry: Entry): void => {
    const there = begun.get(start)
    if (there === undefined) begun.set(start, [entry])
    else there.push(entry)
  }
  for (const group of groups) {
    for (const packed of group.words) {
      const entry: Entry = [packed, group]
      const read = packed.indexOf('~') + 1
      put(hiraganaCode(packed.charCodeAt(0)), entry)
      if (read > 0) put(packed.charCodeAt(read), entry)
    }
  }
  const keysAt = (start: number): ReadonlyMap<string, Known[]> => {
    const keys = made.get(start) ?? makeKeys(begun.get(start) ?? [], start, spokenAs)
    made.set(start, keys)
    return keys
  }
  const keysFrom = (start: string): ReadonlyMap<string, Known[]> => keysAt(start.charCodeAt(0))
  const owners = new Map(
    groups.flatMap((group) =>
      group.not.length > 0 ? group.words.map((entry) => [textOf(entry), group] as const) : [],
    ),
  )
  const find = (key: string): Known[] => keysFrom(key).get(key) ?? []
  const formsOf = (group: WordGroup): Form[] =>
    [
      ...group.words.map((entry, place) => ({
        ...plainForm(textOf(entry), place < MAIN ? SAME : LESS),
        group,
      })),
      ...group.near.map((text) => ({ ...plainForm(text, NEAR), isNear: true, group })),
    ].filter(({ text }) => text.length > 1)
  return {
    keysFrom,
    keys: () => [...begun.keys()].flatMap((start) => [...keysAt(start)]),
    find,
    formsOf,
    forms: ({ word, group }) => [
      ...(word.length > 1 ? [{ ...plainForm(word), group }] : []),
      ...formsOf(group).filter(({ text }) => text !== word),
    ],
    longer: (word) => longerIn(owners.get(word) ?? null, word),
  }
}

/** The keys that begin with a character, of the words that are written or read so. */
function makeKeys(entries: readonly Entry[], start: number, spokenAs: SpokenAs): ReadonlyMap<string, Known[]> {
  const keys = new Map<string, Known[]>()
  const spoken: [key: string, known: Known][] = []
  const add = (key: string, known: Known): void => {
    const there = keys.get(key)
    if (there === undefined) keys.set(key, [known])
    else if (there.every(({ group }) => group !== known.group)) there.push(known)
  }
  for (const [packed, group] of entries) {
    const [word = '', reading = ''] = packed.split('~')
    const known = { word, group }
    if (reading.charCodeAt(0) === start) add(reading, known)
    if (hiraganaCode(word.charCodeAt(0)) !== start) continue
    add(toHiragana(word), known)
    for (const said of spokenAs(word)) spoken.push([said, known])
  }
  // What is written so goes before.
  for (const [key, known] of spoken) if (!keys.has(key)) keys.set(key, [known])
  return keys
}

/** The word itself of a `word` or `word~reading`. */
export const textOf = (entry: string): string => entry.split('~')[0] ?? ''

/** Reads groups as they travel (see packWords). */
export function unpackWords(packed: string): WordGroup[] {
  let role = 'topic'
  return packed.split('\n').map((line) => {
    const [ownRole = '', name = '', ...lists] = line.split('|')
    if (ownRole !== '') role = ownRole
    const [words = [], near = [], not = []] = lists.map((list) => (list === '' ? [] : list.split(' ')))
    return { role: role as Role, name, words, near, not }
  })
}
