import type { AgeRange } from '../numbers/ages.ts'
import type { TagKeys } from '../programmes/columns.ts'
import type { ShownEntry } from '../programmes/entry.ts'
import { alike, gathered, NONE, type Scores } from '../programmes/scores.ts'
import { fieldsOf, scoreOf, type Aged, type Where } from '../programmes/texts.ts'
import type { WordGroup } from '../words/lexicon.ts'
import { ByteReader } from './bytes.ts'
import { makeFiles } from './fetched-files.ts'
import { holdingAll } from './grams.ts'
import { makeAmounts, readColumns, readTagBits, type Run } from './sharded-columns.ts'
import type { Store } from './store.ts'

/** What the files of a large search are like (see shards.ts, which makes them). */
export interface Sharded {
  size: number
  /** In this order, and by amount, the programmes stand in the files. */
  runs: Run[]
  /** Number of files of `grams/`, of `keys/` and of `words/`. */
  grams: number
  keys: number
  words: number
  /** What a programme's file holds, in this order: their names are said once, here. */
  parts: (keyof ShownEntry)[]
}

/** Stands before the two characters that a department's name holds. */
export const IN_DEPARTMENT = '@'

/** The file that a key is in. All targets are in one: a bound asks for many. */
export function shardOf(key: string, count: number): number {
  let hash = 7
  for (const character of key.replace(/^to:.*/, 'to'))
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % count
}

// So many candidates of a word of the texts are looked at one by one.
const VERIFIED = 24
// The scores of a word take eight bytes a programme that holds it; older ones are let go.
const REMEMBERED = 500

/** The file of all programmes: of more than so many, what the others of it weigh is less than a request for each. */
export const ALL_DOCS = 'docs/all.json'
const ONE_BY_ONE = 100

/** What a store in files needs to know. */
export interface StoreParts {
  /** Where its files are. */
  address: string
  sharded: Sharded
  codes: readonly string[]
  tagKeys: TagKeys
  groups: readonly WordGroup[]
  /** What is being fetched. */
  missing: Set<Promise<unknown>>
  /** Makes the test for the keys that are meant by one with bounds (see programmes/keys.ts). */
  keyTest: (asked: string) => (key: string) => boolean
}

/**
 * A store that fetches what it is asked for. It answers at once with what it has; what it lacks it adds to `missing`,
 * and the answer is right when all of that is there.
 */
export async function makeShardedStore({
  address,
  sharded: { size, runs, parts, ...counts },
  codes,
  tagKeys,
  groups,
  missing,
  keyTest,
}: StoreParts): Promise<Store> {
  const { load, file } = makeFiles(address, missing)

  /** What the files of a folder say of a key; what they say of others is passed over. */
  const list = <T>(
    folder: 'grams' | 'keys' | 'words',
    key: string,
    nothing: T,
    read: (reader: ByteReader) => T,
  ): T | null => {
    const bytes = file(`${folder}/${shardOf(key.replace(IN_DEPARTMENT, ''), counts[folder])}.bin`)
    if (bytes === null) return null
    for (const reader = new ByteReader(bytes); !reader.isAtEnd;) {
      const isKey = reader.text() === key
      const found = read(reader)
      if (isKey) return found
    }
    return nothing
  }
  const rising = (reader: ByteReader): Uint32Array => reader.rising()
  const ofWord = (text: string): Scores | null => list('words', text, NONE, (reader) => reader.scored())
  const ofKey = (key: string): Scores | null => {
    const indexes = key.includes('~') ? ofBound(key) : list('keys', key, NONE.indexes, rising)
    return indexes && alike(indexes)
  }
  const ofBound = (key: string): Uint32Array | null => {
    const bytes = file(`keys/${shardOf(key, counts.keys)}.bin`)
    if (bytes === null) return null
    const isMeant = keyTest(key)
    const found = new Set<number>()
    for (const reader = new ByteReader(bytes); !reader.isAtEnd;) {
      const own = reader.text()
      const indexes = reader.rising()
      if (isMeant(own)) for (const index of indexes) found.add(index)
    }
    return Uint32Array.from(found).sort()
  }
  const ofGram = (gram: string): Uint32Array | null => list('grams', gram, NONE.indexes, rising)
  /** Few enough candidates are read, to see whether they hold the word itself. */
  const ofText = (text: string, where: Where): Scores | null => {
    const inTexts = holdingAll(text, size, ofGram)
    const inDepartments = where === 'all' ? holdingAll(text, size, (gram) => ofGram(IN_DEPARTMENT + gram)) : []
    if (inTexts === null || inDepartments === null) return null
    const candidates = Uint32Array.from(new Set([...inTexts, ...inDepartments])).sort()
    if (candidates.length > VERIFIED) {
      // Two characters are found as they are; the pieces of a longer word may stand apart.
      if (text.length > 2) rough.add(text)
      return alike(candidates)
    }
    const entries = [...candidates].map((index) => [index, entryAt(index)] as const)
    const scores = new Float32Array(size)
    for (const [index, entry] of entries) {
      if (entry === null) return null
      scores[index] = scoreOf(fieldsOf(entry), text, where, [])
    }
    return gathered(scores)
  }
  const read = new Map<number, ShownEntry>()
  const parsed = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
  const named = (values: unknown[]): ShownEntry =>
    Object.fromEntries(values.map((value, at) => [parts[at], value])) as ShownEntry
  const docFile = (index: number): string => `docs/${index}.json`
  const entryAt = (index: number): ShownEntry | null => {
    const bytes = file(docFile(index))
    if (bytes === null) return null
    const entry = read.get(index) ?? named(parsed(bytes) as unknown[])
    read.set(index, entry)
    return entry
  }

  let aged: Aged[] | null = null
  const rough = new Set<string>()
  const known = new Map<string, Scores>()
  const remember = (key: string, found: Scores | null): Scores => {
    if (found === null) return NONE
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? '')
    known.set(key, found)
    return found
  }
  const groupFile = (group: WordGroup): string => `groups/${groups.indexOf(group)}.bin`
  const ofGroup = (group: WordGroup): Scores => {
    const key = groupFile(group)
    const there = known.get(key)
    const bytes = there === undefined ? file(key) : null
    return there ?? remember(key, bytes && new ByteReader(bytes).scored())
  }
  const columns = readColumns(await load('categories.bin'), size, runs, codes, tagKeys)
  const amounts = makeAmounts(columns, load)
  let all: Promise<unknown> | null = null
  let hasAll = false
  return {
    columns,
    amounts: (indexes, asked) =>
      amounts(
        indexes,
        [...new Set(asked)].flatMap((group) => {
          const scores = known.get(groupFile(group))
          return scores === undefined ? [] : [{ name: `group-${groups.indexOf(group)}`, scores }]
        }),
      ),
    allAmounts: () => {
      if (hasAll) return columns.amountThousandYen
      all ??= amounts(Uint32Array.from(columns.place.keys()), [])
        .then(() => (hasAll = true))
        .finally(() => (all = null))
      missing.add(all)
      return columns.amountThousandYen
    },
    tags: async () => {
      columns.tags ??= readTagBits(await load('tags.bin'), size)
    },
    texts: {
      scores: ({ text, group }, where) => {
        if (where !== 'key' && text.length < 2) return NONE
        const key = `${group === null ? where : 'word'} ${text}`
        return (
          known.get(key) ??
          remember(key, where === 'key' ? ofKey(text) : group === null ? ofText(text, where) : ofWord(text))
        )
      },
      ofGroup,
      isRough: (text) => rough.has(text),
      measures: null,
      ages: () => {
        const bytes = aged === null ? file('ages.bin') : null
        if (bytes !== null) aged = readAged(bytes)
        return aged ?? []
      },
    },
    entries: async (wanted) => {
      const indexes = [...wanted]
      if (indexes.length > ONE_BY_ONE) {
        const all = parsed(await load(ALL_DOCS)) as unknown[][]
        return indexes.map((index) => named(all[index] ?? []))
      }
      await Promise.all(indexes.map(docFile).map(load))
      return indexes.flatMap((index) => entryAt(index) ?? [])
    },
  }
}

function readAged(bytes: Uint8Array): Aged[] {
  const aged: Aged[] = []
  for (const reader = new ByteReader(bytes); !reader.isAtEnd;) {
    const ranges = JSON.parse(reader.text()) as AgeRange[]
    aged.push({ ranges, indexes: reader.rising() })
  }
  return aged
}
