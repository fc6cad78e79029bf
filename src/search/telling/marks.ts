import type { PartAnswer } from '../answer/find.ts'
import type { Meaning } from '../query/meaning.ts'
import { longerIn } from '../words/lexicon.ts'
import { occurrences } from '../words/occurrences.ts'
import { asPrinted, type Printed } from './as-printed.ts'
import type { Mark } from './highlight.ts'

/** What of a programme is to be marked. */
export interface Marks {
  words: readonly Mark[]
  /** What else was asked for: kinds of meanings ('place'), an 'amount' by bounds, 'age:15-34', or keys (see `keysOf`). */
  asked: readonly string[]
}

/** The words that a part of a query is found by, its own parts' too. */
const marksIn = ({ kind, forms, parts }: Meaning): Mark[] => [
  ...(kind === 'word' || kind === 'age' ? forms.map(({ text, group }) => ({ text, not: longerIn(group, text) })) : []),
  ...parts.flatMap(marksIn),
]

/** What an answer's programmes were found by. Words that nearly all hold are marked only where nothing else was asked. */
export function marksOf(parts: readonly PartAnswer[]): Marks {
  const wanted = parts.map(({ meaning }) => meaning).filter(({ isExcluded }) => !isExcluded)
  const told = wanted.filter(({ role }) => role !== 'weak')
  return {
    words: (told.length > 0 ? told : wanted).flatMap(marksIn),
    asked: wanted.flatMap(({ kind, forms, age, amount }) => {
      if (age !== null) return `age:${age.from}-${age.to}`
      if (kind !== 'value') return kind
      if (amount === null) return forms.map(({ text }) => text)
      return typeof amount === 'string' ? [] : 'amount'
    }),
  }
}

/**
 * The words that a part of a query was also looked for by, and that the programmes' texts hold, as these print them; not
 * the one typed.
 */
export function wordsHeld({ meaning }: PartAnswer, shown: readonly Printed[], isWeakToo = false): string[] {
  if (meaning.kind === 'value' || (meaning.role === 'weak' && !isWeakToo)) return []
  const held = marksIn(meaning).flatMap(({ text: word, not }) =>
    shown.some(({ text }) => occurrences(text, word, not).length > 0) ? word : [],
  )
  const own = meaning.readAs ?? meaning.typed
  // What holds the word itself, or is within it, is no other word; of others within one another the first is enough.
  const isWithin = (word: string, other: string): boolean => other.includes(word) || word.includes(other)
  const others = [...new Set(held)].filter((word) => !meaning.typed.includes(word) && !isWithin(word, own))
  return others
    .reduce<string[]>((told, word) => (told.some((other) => isWithin(word, other)) ? told : [...told, word]), [])
    .map((word) => asPrinted(word, shown))
}
