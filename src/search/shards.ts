import { ByteWriter } from './bytes.ts'
import { CATEGORIES, placesBy } from './columns.ts'
import { keysOf, type SearchEntry } from './entry.ts'
import { makeLexicon, unpackWords } from './lexicon.ts'
import { IN_DEPARTMENT, shardOf, type Sharded } from './sharded.ts'
import { wordsOf } from './vocabulary.ts'
import { agesOf, fieldsOf, scoreOf, wholeOf } from './texts.ts'

const DOCS = 4
const WEAK = 4

/**
 * Cuts what the search knows of many programmes into files, so that a query fetches only what it needs: for each group
 * of the lexicon the programmes that hold its words; for each two characters the programmes that hold them; numbers;
 * and the programmes themselves, a few a file. They are in the order of year, municipality and amount, in which the
 * amounts take the fewest bytes.
 * @param words the lexicon, packed
 */
export function makeShards(
  entries: readonly SearchEntry[],
  codes: readonly string[],
  words: string,
): { sharded: Sharded; files: Map<string, Uint8Array<ArrayBuffer>> } {
  const placeOf = placesBy(codes)
  const sorted = [...entries].sort(
    (a, b) =>
      b.fiscalYear - a.fiscalYear ||
      placeOf(a) - placeOf(b) ||
      a.amountThousandYen - b.amountThousandYen ||
      a.number - b.number,
  )
  const runs: Sharded['runs'] = []
  const columns = new ByteWriter()
  let before = 0
  for (const { fiscalYear, amountThousandYen, ...entry } of sorted) {
    const run = runs.at(-1)
    const code = placeOf(entry)
    if (run?.[0] === fiscalYear && run[1] === code) run[2] += 1
    else {
      runs.push([fiscalYear, code, 1])
      before = 0
    }
    columns.number(amountThousandYen - before)
    before = amountThousandYen
  }
  for (let at = 0; at < sorted.length; at += 7) {
    const bits = sorted
      .slice(at, at + 7)
      .reduce((sum, { category }, bit) => sum + (CATEGORIES.indexOf(category) << bit), 0)
    columns.number(bits)
  }

  const fields = sorted.map(fieldsOf)
  const files = new Map<string, Uint8Array<ArrayBuffer>>([['columns.bin', columns.done()]])
  const json = (name: string, value: unknown): void => {
    files.set(name, new TextEncoder().encode(JSON.stringify(value)))
  }

  const groups = unpackWords(words)
  const lexicon = makeLexicon(groups)
  const written = new Map<string, [indexes: number[], scores: number[], departments: number[]]>()
  const search = (text: string): [number[], number[], number[]] => {
    const departments: number[] = []
    const indexes: number[] = []
    const scores: number[] = []
    const not = lexicon.longer(text)
    fields.forEach((texts, index) => {
      if (texts.department.includes(text) && scoreOf(texts, text, 'all', not) > scoreOf(texts, text, 'text', not))
        departments.push(index)
      const score = scoreOf(texts, text, 'text', not)
      if (score === 0) return
      indexes.push(index)
      scores.push(Math.max(1, Math.round(score)))
    })
    return [indexes, scores, departments]
  }
  groups.forEach((group, number) => {
    const [main] = group.words
    if (main === undefined || group.role === 'stop' || group.role === 'place' || group.role === 'outside') return
    const writer = new ByteWriter()
    // What only raises a rank is looked for by its first words alone: nearly every programme holds one of the others.
    const forms = lexicon
      .forms({ word: '', group })
      .filter(({ text }) => text.length > 1)
      .slice(0, group.role === 'weak' ? WEAK : undefined)
    for (const { text } of forms) {
      const found = written.get(text) ?? search(text)
      written.set(text, found)
      if (found[0].length + found[2].length === 0) continue
      writer.text(text)
      writer.rising(found[0])
      for (const score of found[1]) writer.number(score)
      writer.rising(found[2])
    }
    files.set(`groups/${number}.bin`, writer.done())
  })

  const grams = new Map<string, number[]>()
  const keys = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, key: string, index: number): void => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [index])
    else if (list.at(-1) !== index) list.push(index)
  }
  sorted.forEach((entry, index) => {
    for (const [field, text] of Object.entries(fields[index] ?? {}))
      for (let at = 0; at + 1 < text.length; at += 1)
        put(grams, `${field === 'department' ? IN_DEPARTMENT : ''}${text.slice(at, at + 2)}`, index)
    for (const key of keysOf(entry)) if (!key.startsWith('in:')) put(keys, key, index)
  })
  const sharded: Sharded = {
    size: sorted.length,
    runs,
    docs: DOCS,
    grams: Math.ceil(grams.size / 2),
    keys: Math.ceil(keys.size / 200),
  }
  for (const [folder, map, count] of [
    ['grams', grams, sharded.grams],
    ['keys', keys, sharded.keys],
  ] as const) {
    const writers = new Map<number, ByteWriter>()
    for (const [key, indexes] of map) {
      const shard = shardOf(key.replace(IN_DEPARTMENT, ''), count)
      const writer = writers.get(shard) ?? new ByteWriter()
      writers.set(shard, writer)
      writer.text(key)
      writer.rising(indexes)
    }
    for (let shard = 0; shard < count; shard += 1)
      files.set(`${folder}/${shard}.bin`, (writers.get(shard) ?? new ByteWriter()).done())
  }

  for (let from = 0; from < sorted.length; from += DOCS)
    json(`docs/${from / DOCS}.json`, sorted.slice(from, from + DOCS))
  const aged = Map.groupBy(
    fields.flatMap((texts, index) => {
      const ranges = agesOf(texts)
      return ranges.length === 0 ? [] : [{ ranges, index }]
    }),
    ({ ranges }) => JSON.stringify(ranges),
  )
  const ages = new ByteWriter()
  for (const [ranges, list] of aged) {
    ages.text(ranges)
    ages.rising(list.map(({ index }) => index))
  }
  files.set('ages.bin', ages.done())
  const vocabulary = wordsOf(fields.map(wholeOf), lexicon)
  files.set('vocabulary.txt', new TextEncoder().encode([...vocabulary].sort().join('\n')))
  return { sharded, files }
}
