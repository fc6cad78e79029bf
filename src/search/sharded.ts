import type { AgeRange } from './ages.ts'
import { ByteReader } from './bytes.ts'
import type { Columns } from './columns.ts'
import type { SearchEntry } from './entry.ts'
import type { Lexicon, WordGroup } from './lexicon.ts'
import type { Store } from './session.ts'
import { fieldsOf, scoreOf, type Aged, type Scores, type Where } from './texts.ts'

/** What the files of a large search are like (see shards.ts, which makes them). */
export interface Sharded {
  size: number
  /** Programmes that follow one another, of one year and municipality: year, place, how many. */
  runs: [year: number, place: number, count: number][]
  /** Programmes in each file of `docs/`. */
  docs: number
  /** Number of files of `grams/` and of `keys/`. */
  grams: number
  keys: number
}

/** Stands before the two characters that a department's name holds. */
export const IN_DEPARTMENT = '@'

/** The file that a key is in. */
export function shardOf(key: string, count: number): number {
  let hash = 7
  for (const character of key) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % count
}

// So many candidates of a word of the texts are looked at one by one.
const VERIFIED = 24
// The scores of a word take four bytes a programme; older ones are let go.
const REMEMBERED = 150

/**
 * A store that fetches what it is asked for. It answers at once with what it has; what it lacks it adds to `missing`,
 * and the answer is right when all of that is there.
 */
export function makeShardedStore(
  address: string,
  { size, runs, docs, ...counts }: Sharded,
  codes: readonly string[],
  groups: readonly WordGroup[],
  lexicon: Lexicon,
  missing: Set<Promise<unknown>>,
): Promise<Store> {
  const files = new Map<string, Uint8Array | Promise<unknown>>()
  const load = async (name: string): Promise<Uint8Array> => {
    const response = await fetch(address + name)
    if (!response.ok) throw new Error(`${name}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  /** A file, or null while it is fetched. */
  const file = (name: string): Uint8Array | null => {
    const there = files.get(name)
    if (there instanceof Uint8Array) return there
    const loading =
      there ??
      load(name).then(
        (bytes) => files.set(name, bytes),
        (failure: unknown) => {
          // The next query asks for it again.
          files.delete(name)
          throw failure
        },
      )
    files.set(name, loading)
    missing.add(loading)
    return null
  }

  const group = new Map<string, Map<string, GroupList>>()
  const ofGroup = (owner: WordGroup, text: string, where: Where): Scores | null => {
    const name = `groups/${groups.indexOf(owner)}.bin`
    const bytes = file(name)
    if (bytes === null) return null
    const lists = group.get(name) ?? readGroup(bytes)
    group.set(name, lists)
    const scores = new Float32Array(size)
    const { indexes, values, departments } = lists.get(text) ?? { indexes: [], values: [], departments: [] }
    indexes.forEach((index, at) => {
      scores[index] = values[at] ?? 0
    })
    if (where === 'all') for (const index of departments) scores[index] = (scores[index] ?? 0) + 1
    return scores
  }
  /** The programmes of a key, in the files of a folder. */
  const list = (folder: 'grams' | 'keys', key: string): number[] | null => {
    const bytes = file(`${folder}/${shardOf(key.replace(IN_DEPARTMENT, ''), counts[folder])}.bin`)
    if (bytes === null) return null
    for (const reader = new ByteReader(bytes); !reader.isAtEnd;) {
      const isKey = reader.text() === key
      const indexes = reader.rising()
      if (isKey) return indexes
    }
    return []
  }
  const ofKey = (key: string): Scores | null => {
    const indexes = list('keys', key)
    if (indexes === null) return null
    const scores = new Float32Array(size)
    for (const index of indexes) scores[index] = 1
    return scores
  }
  /** Programmes whose texts, or departments, hold every two neighbouring characters of a word. */
  const holding = (text: string, before: string): number[] | null => {
    const grams = Array.from({ length: text.length - 1 }, (_, at) => list('grams', before + text.slice(at, at + 2)))
    const lists = grams.filter((indexes) => indexes !== null)
    if (lists.length < grams.length) return null
    lists.sort((a, b) => a.length - b.length)
    const [least = [], ...rest] = lists
    const others = rest.map((indexes) => new Set(indexes))
    return least.filter((index) => others.every((indexes) => indexes.has(index)))
  }
  /** Few enough candidates are read, to see whether they hold the word itself. */
  const ofText = (text: string, where: Where): Scores | null => {
    const inTexts = holding(text, '')
    const inDepartments = where === 'all' ? holding(text, IN_DEPARTMENT) : []
    if (inTexts === null || inDepartments === null) return null
    const candidates = [...new Set([...inTexts, ...inDepartments])]
    const scores = new Float32Array(size)
    if (candidates.length > VERIFIED) {
      // Two characters are found as they are; the pieces of a longer word may stand apart.
      if (text.length > 2) rough.add(text)
      for (const index of candidates) scores[index] = 1
      return scores
    }
    const entries = candidates.map((index) => entryAt(index))
    if (entries.includes(null)) return null
    candidates.forEach((index, at) => {
      const entry = entries[at]
      if (entry) scores[index] = scoreOf(fieldsOf(entry), text, where, lexicon.longer(text))
    })
    return scores
  }
  const read = new Map<string, SearchEntry[]>()
  const entryAt = (index: number): SearchEntry | null => {
    const name = `docs/${Math.floor(index / docs)}.json`
    const bytes = file(name)
    if (bytes === null) return null
    const entries = read.get(name) ?? (JSON.parse(new TextDecoder().decode(bytes)) as SearchEntry[])
    read.set(name, entries)
    return entries[index % docs] ?? null
  }

  const rough = new Set<string>()
  const known = new Map<string, Scores>()
  const nothing = new Float32Array(size)
  let words: string[] | null = null
  return load('columns.bin').then((bytes) => ({
    columns: readColumns(new ByteReader(bytes), size, runs, codes),
    texts: {
      scores: ({ text, group: owner }, where) => {
        if (where !== 'key' && text.length < 2) return nothing
        const key = `${owner === null ? '' : groups.indexOf(owner)} ${where} ${text}`
        const scores = known.get(key)
        if (scores !== undefined) return scores
        const found = where === 'key' ? ofKey(text) : owner === null ? ofText(text, where) : ofGroup(owner, text, where)
        if (found === null) return nothing
        if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? '')
        known.set(key, found)
        return found
      },
      isRough: (text) => rough.has(text),
      ages: () => readAged(file('ages.bin')),
      words: () => {
        const vocabulary = file('vocabulary.txt')
        if (vocabulary !== null) words ??= new TextDecoder().decode(vocabulary).split('\n')
        return words ?? []
      },
    },
    entries: async (indexes) => {
      const names = new Set(indexes.map((index) => `docs/${Math.floor(index / docs)}.json`))
      await Promise.all(
        [...names].map(async (name) => files.get(name) instanceof Uint8Array || files.set(name, await load(name))),
      )
      return indexes.flatMap((index) => entryAt(index) ?? [])
    },
  }))
}

interface GroupList {
  indexes: number[]
  values: number[]
  departments: number[]
}

function readGroup(bytes: Uint8Array): Map<string, GroupList> {
  const lists = new Map<string, GroupList>()
  for (const reader = new ByteReader(bytes); !reader.isAtEnd;) {
    const text = reader.text()
    const indexes = reader.rising()
    const values = indexes.map(() => reader.number())
    lists.set(text, { indexes, values, departments: reader.rising() })
  }
  return lists
}

function readAged(bytes: Uint8Array | null): Aged[] {
  const aged: Aged[] = []
  if (bytes !== null)
    for (const reader = new ByteReader(bytes); !reader.isAtEnd;) {
      const ranges = JSON.parse(reader.text()) as AgeRange[]
      aged.push({ ranges, indexes: reader.rising() })
    }
  return aged
}

function readColumns(reader: ByteReader, size: number, runs: Sharded['runs'], codes: readonly string[]): Columns {
  const columns: Columns = {
    size,
    codes: [...codes],
    place: new Uint8Array(size),
    category: new Uint8Array(size),
    year: new Uint16Array(size),
    years: [...new Set(runs.map(([year]) => year))],
    amountThousandYen: new Uint32Array(size),
  }
  let index = 0
  if (runs.reduce((sum, [, , count]) => sum + count, 0) !== size) throw new Error('The runs do not add up.')
  for (const [year, place, count] of runs) {
    let amount = 0
    for (let at = 0; at < count; at += 1, index += 1) {
      columns.year[index] = year
      columns.place[index] = place
      columns.amountThousandYen[index] = amount += reader.number()
    }
  }
  for (let at = 0; at < size; at += 7) {
    const bits = reader.number()
    for (let bit = 0; bit < 7 && at + bit < size; bit += 1) columns.category[at + bit] = (bits >> bit) & 1
  }
  return columns
}
