import * as numbers from '../numbers/recognize.ts'
import type { SearchEntry } from '../programmes/entry.ts'
import { textOfAll } from '../programmes/texts.ts'
import { segment } from '../understanding/segment.ts'
import { makeWholeLexicon } from '../words/join-words.ts'
import { textOf, type Lexicon, type Role, type WordGroup } from '../words/lexicon.ts'
import { toHiragana } from '../words/normalize.ts'

const ALWAYS: readonly Role[] = ['weak', 'stop', 'outside', 'place']

/** The lexicon as it travels to the reader. */
export interface PackedWords {
  /** The words with a meaning that the programmes' texts hold: enough for a query of such words (see query/plain.ts). */
  first: string
  /** How they are read, and every other way to say the same. */
  rest: string
}

/**
 * The groups as they travel: those that lead to one of the programmes and those of places, without the words and
 * readings that are understood from their parts as well (介護施設 from 介護 and 施設). The words of all others are kept
 * without what they mean: that no programme is about them has to be known, too.
 */
export function wordsToSend(groups: readonly WordGroup[], entries: readonly SearchEntry[]): PackedWords {
  const texts = textOfAll(entries)
  // All texts of tens of thousands of programmes are long: each word is looked for once.
  const held = new Map<string, boolean>()
  const isHeld = (entry: string): boolean => {
    const word = textOf(entry)
    const answer = held.get(word) ?? (word.length > 1 && texts.includes(word))
    held.set(word, answer)
    return answer
  }
  const isLive = ({ role, words, near }: WordGroup): boolean =>
    ALWAYS.includes(role) || near.length > 0 || words.some(isHeld)
  const trimmed = groups.map((group) => ({ ...group, near: group.near.filter(isHeld), not: group.not.filter(isHeld) }))
  const live = withoutCompounds(trimmed.filter(isLive))
  const dead = trimmed.filter((group) => !isLive(group))
  const lexicon = makeWholeLexicon(trimmed)
  // A query with a word that says nothing is none of plain words.
  const isFirst = ({ role, words }: WordGroup): boolean => role !== 'stop' && words.some(isHeld)
  // Groups of a role stand together, and words that no text holds are sorted, as they have no order: so it packs smaller.
  const first = [...Map.groupBy(live.filter(isFirst), ({ role }) => role).values()].flat().map((group) => ({
    ...group,
    words: [...group.words.filter(isHeld), ...group.words.filter((word) => !isHeld(word)).sort()],
  }))
  const absent = [...Map.groupBy(dead, ({ role }) => role)].map(([role, those]): WordGroup => ({
    ...NO_GROUP,
    role,
    words: those.flatMap((group) => bareWords(group, lexicon)).sort(),
  }))
  return {
    first: packWords(first.map((group) => ({ ...group, words: group.words.filter(isHeld).map(textOf) }))),
    rest: packWords([
      ...first.map(({ words }) => ({
        ...NO_GROUP,
        words: words.map((word) => (isHeld(word) ? readingOf(word) : word)),
      })),
      ...live.filter((group) => !isFirst(group)),
      ...absent,
    ]),
  }
}

/**
 * The words of a group that nothing is about: the first alone with its reading, and none that holds another of them and
 * besides nothing that is known: 訪問看護 finds as little as 看護, and an English word, which is taken for no other, as little
 * when it is unknown.
 */
function bareWords({ name, words: [main = '', ...rest] }: WordGroup, lexicon: Lexicon): string[] {
  const isBare = (word: string): boolean => {
    const key = toHiragana(word)
    const others: Lexicon = { ...lexicon, find: (part) => (part === key ? [] : lexicon.find(part)) }
    const pieces = segment(word, others, () => [], numbers)
    const isOwn = ({ known }: (typeof pieces)[number]): boolean => known.some(({ group }) => group.name === name)
    return !pieces.some(isOwn) || !pieces.every((piece) => piece.known.length === 0 || isOwn(piece))
  }
  return [main, ...rest.map(textOf).filter((word) => !LATIN.test(word) && isBare(word))]
}

const LATIN = /^[a-z]/

const NO_GROUP: WordGroup = { name: '', role: 'topic', words: [], near: [], not: [] }
/** ~かいご of 介護~かいご; ~ alone where a word is read as it is written. */
const readingOf = (entry: string): string => `~${entry.split('~')[1] ?? ''}`

/**
 * Leaves out what the others say: a reading cut into readings of its own group, and where it is left out, or there is
 * none, a word cut into words. A word whose reading is not understood from its parts stays with it (喫茶店~きっさてん).
 * Shorter ones come first, and what is left out says nothing of the others. A word with an ending behind it stays
 * (大学生): in latin letters only whole words are known.
 */
function withoutCompounds(groups: readonly WordGroup[]): WordGroup[] {
  const lexicon = makeWholeLexicon(groups)
  const left = new Set<string>()
  const idOf = (name: string, word: string): string => `${name} ${toHiragana(word)}`
  const isCut = (word: string, name: string): boolean => {
    const key = toHiragana(word)
    const others: Lexicon = {
      ...lexicon,
      find: (part) => (part === key ? [] : lexicon.find(part).filter(({ group }) => !left.has(idOf(group.name, part)))),
    }
    const pieces = segment(word, others, () => [], numbers)
    return (
      pieces.filter(({ kind }) => kind !== 'grammar').length > 1 &&
      pieces.every(({ kind, known }) => kind === 'grammar' || known.some(({ group: { role } }) => role !== 'stop')) &&
      pieces.some(({ known }) => known.some(({ group }) => group.name === name)) &&
      pieces.every(({ known }) => known.every(({ group }) => group.name === name || group.role === 'weak'))
    )
  }
  const written = groups.flatMap(({ name, words: [, ...rest] }) =>
    rest.flatMap((entry) => entry.split('~').map((word) => ({ name, word }))),
  )
  for (const { name, word } of written.sort((a, b) => a.word.length - b.word.length))
    if (isCut(word, name)) left.add(idOf(name, word))

  return groups.map((group) => {
    const isLeft = (word: string): boolean => left.has(idOf(group.name, word))
    const [main, ...rest] = group.words
    const words = rest.flatMap((entry) => {
      const [word = '', reading = word] = entry.split('~')
      if (!isLeft(reading)) return [entry]
      return isLeft(word) ? [] : [word]
    })
    return { ...group, words: main === undefined ? [] : [main, ...words] }
  })
}

/**
 * Groups as one text, the form in which they travel: a group a line, its parts by |, their words by blanks, its role
 * where it is another than that of the line before.
 */
export const packWords = (groups: readonly WordGroup[]): string =>
  groups
    .map(({ name, role, words, near, not }, line) =>
      [
        role === groups[line - 1]?.role ? '' : role,
        role === 'place' ? name : '',
        ...[words, near, not].map((list) => list.join(' ')),
      ]
        .join('|')
        .replace(/\|+$/, ''),
    )
    .join('\n')
