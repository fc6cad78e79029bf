import { TAG_FAMILIES } from '../../words/tag-families.ts'
import { CATEGORIES, columnsOf, type TagKeys } from '../programmes/columns.ts'
import { ONLY_INDEXED, type SearchEntry, type ShownEntry } from '../programmes/entry.ts'
import { keysOf } from '../programmes/keys.ts'
import { gathered, type Scores } from '../programmes/scores.ts'
import { fieldsOf, groupScoreOf, scoreOf, whereKnown, wholeOf, type Fields } from '../programmes/texts.ts'
import { allGroups, makeWholeLexicon } from '../words/join-words.ts'
import { ByteWriter } from './bytes.ts'
import { inRuns } from './sharded-columns.ts'
import { ALL_DOCS, IN_DEPARTMENT, shardOf, type Sharded } from './sharded.ts'

const WEAK = 4
// What falls into one file is fetched together. Words are few: most have a file of their own.
const FILES_A_WORD = 4

const isShown = (part: string): part is keyof ShownEntry => !ONLY_INDEXED.some((name) => name === part)

/**
 * Cuts what the search knows of many programmes into files, so that a query fetches only what it needs: for each group
 * of the lexicon the programmes that hold its words; for each two characters the programmes that hold them; numbers;
 * and each programme itself. They are in the order of year, municipality and amount, in which the amounts take the
 * fewest bytes.
 * @param words the first words of the lexicon, packed; and the rest
 */
export function makeShards(
  entries: readonly SearchEntry[],
  codes: readonly string[],
  words: string,
  rest: string,
  tagKeys: TagKeys,
): { sharded: Sharded; files: Map<string, Uint8Array<ArrayBuffer>> } {
  const placeOf = ({ code }: SearchEntry): number => codes.indexOf(code)
  const sorted = [...entries].sort(
    (a, b) =>
      b.fiscalYear - a.fiscalYear ||
      placeOf(a) - placeOf(b) ||
      a.amountThousandYen - b.amountThousandYen ||
      a.number - b.number,
  )
  const runs: Sharded['runs'] = []
  for (const entry of sorted) {
    const run = runs.at(-1)
    const place = placeOf(entry)
    if (run?.[0] === entry.fiscalYear && run[1] === place) run[2] += 1
    else runs.push([entry.fiscalYear, place, 1])
  }
  const categories = new ByteWriter()
  for (let at = 0; at < sorted.length; at += 7) {
    const bits = sorted
      .slice(at, at + 7)
      .reduce((sum, { category }, bit) => sum + (CATEGORIES.indexOf(category) << bit), 0)
    categories.number(bits)
  }

  const fields = sorted.map(fieldsOf)
  const files = new Map<string, Uint8Array<ArrayBuffer>>([['categories.bin', categories.done()]])
  const columns = columnsOf(sorted, codes, tagKeys)
  const writeAmounts = (name: string, indexes: Iterable<number>): void => {
    const amounts = columns.amountThousandYen
    const writer = new ByteWriter()
    inRuns(indexes, columns, (index, before) => {
      writer.number((amounts[index] ?? 0) - (before === null ? 0 : (amounts[before] ?? 0)))
    })
    files.set(`amounts/${name}.bin`, writer.done())
  }
  writeAmounts('all', sorted.keys())
  const tags = new ByteWriter()
  for (const name of TAG_FAMILIES) for (const bits of columns.tags?.[name] ?? []) tags.number(bits)
  files.set('tags.bin', tags.done())
  codes.forEach((_, place) => {
    writeAmounts(
      String(place),
      [...sorted.keys()].filter((index) => columns.place[index] === place),
    )
  })

  const groups = allGroups(words, rest)
  const lexicon = makeWholeLexicon(groups)
  const wholes = fields.map(wholeOf)
  // Most words of the lexicon are in no programme: they are left out before every programme is asked for them.
  const all = wholes.join('\n')
  /** The programmes with a score, and their scores as whole numbers. */
  const scored = (score: (texts: Fields, index: number) => number): Scores =>
    gathered(
      Float32Array.from(fields, (texts, index) => {
        const found = score(texts, index)
        return found === 0 ? 0 : Math.max(1, Math.round(found))
      }),
    )
  const typed = new Map<string, Scores>()
  groups.forEach((group, number) => {
    const forms = lexicon.formsOf(group)
    const isHeld = new Set(forms.filter(({ text }) => all.includes(text)).map(({ text }) => text))
    // What only raises a rank is looked for by its first words alone: nearly every programme holds one of the others.
    const asked = (group.role === 'weak' ? forms.slice(0, WEAK) : forms).filter(({ text }) => isHeld.has(text))
    const writer = new ByteWriter()
    const found = scored((texts, index) => groupScoreOf(texts, asked, lexicon.longer, wholes[index] ?? ''))
    const where = whereKnown(found)
    for (const { text, isNear } of forms) {
      if (isNear || typed.has(text) || !isHeld.has(text)) continue
      typed.set(
        text,
        scored((texts, index) =>
          wholes[index]?.includes(text) ? scoreOf(texts, text, where, lexicon.longer(text)) : 0,
        ),
      )
    }
    writer.scored(found)
    files.set(`groups/${number}.bin`, writer.done())
    writeAmounts(`group-${number}`, found.indexes)
  })

  const grams = new Map<string, number[]>()
  const keys = new Map<string, number[]>()
  const note = (map: Map<string, number[]>, key: string, index: number): void => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [index])
    else if (list.at(-1) !== index) list.push(index)
  }
  sorted.forEach((entry, index) => {
    for (const [field, text] of Object.entries(fields[index] ?? {}))
      for (let at = 0; at + 1 < text.length; at += 1)
        note(grams, `${field === 'department' ? IN_DEPARTMENT : ''}${text.slice(at, at + 2)}`, index)
    for (const key of keysOf(entry)) note(keys, key, index)
  })
  const sharded: Sharded = {
    size: sorted.length,
    runs,
    grams: Math.max(1, grams.size),
    keys: Math.ceil(keys.size / 200),
    words: Math.max(1, typed.size * FILES_A_WORD),
    parts: Object.keys(sorted[0] ?? {}).filter(isShown),
  }
  const put = <T>(
    folder: 'grams' | 'keys' | 'words',
    lists: Map<string, T>,
    write: (writer: ByteWriter, list: T) => void,
  ) => {
    const writers = Array.from({ length: sharded[folder] }, () => new ByteWriter())
    for (const [key, list] of lists) {
      const writer = writers[shardOf(key.replace(IN_DEPARTMENT, ''), writers.length)]
      writer?.text(key)
      if (writer) write(writer, list)
    }
    writers.forEach((writer, shard) => files.set(`${folder}/${shard}.bin`, writer.done()))
  }
  put('words', typed, (writer, list) => {
    writer.scored(list)
  })
  put('grams', grams, (writer, list) => {
    writer.rising(list)
  })
  put('keys', keys, (writer, list) => {
    writer.rising(list)
  })

  const putJson = (name: string, value: unknown): void => {
    files.set(name, new TextEncoder().encode(JSON.stringify(value)))
  }
  const docs = sorted.map((entry) => sharded.parts.map((part) => entry[part]))
  docs.forEach((doc, index) => {
    putJson(`docs/${index}.json`, doc)
  })
  putJson(ALL_DOCS, docs)
  const aged = Map.groupBy(
    sorted.flatMap(({ ages: ranges }, index) => (ranges.length === 0 ? [] : [{ ranges, index }])),
    ({ ranges }) => JSON.stringify(ranges),
  )
  const ages = new ByteWriter()
  for (const [ranges, list] of aged) {
    ages.text(ranges)
    ages.rising(list.map(({ index }) => index))
  }
  files.set('ages.bin', ages.done())
  return { sharded, files }
}
