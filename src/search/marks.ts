import type { PartAnswer } from './find.ts'
import type { Marks } from './item.ts'
import { occurrences } from './occurrences.ts'
import type { Meaning } from './understand.ts'

const formsOf = ({ kind, forms, parts }: Meaning): string[] => [
  ...(kind === 'word' || kind === 'age' ? forms.map(({ text }) => text) : []),
  ...parts.flatMap(formsOf),
]

/** What an answer's programmes were found by. Words that nearly all hold are marked only where nothing else was asked. */
export const marksOf = (parts: readonly PartAnswer[]): Marks => ({
  words: [...new Set((telling(parts) ?? parts).flatMap(({ meaning }) => formsOf(meaning)))],
  isPlace: parts.some(({ meaning }) => meaning.kind === 'place'),
  isPhone: parts.some(({ meaning: { kind, forms } }) => kind === 'value' && forms[0]?.text.startsWith('tel:') === true),
})

const telling = (parts: readonly PartAnswer[]): PartAnswer[] | null => {
  const told = parts.filter(({ meaning: { role } }) => role !== 'weak')
  return told.length === 0 ? null : told
}

/** The words that a part of a query was also looked for by, and that the programmes' normalised texts hold; not the one typed. */
export function wordsHeld({ meaning }: PartAnswer, texts: readonly string[]): string[] {
  if (meaning.kind === 'value' || meaning.role === 'weak') return []
  const held = formsOf(meaning).filter((word) => texts.some((text) => occurrences(text, word, []).length > 0))
  const own = meaning.readAs ?? meaning.typed
  // Of words within one another the longest says it all; what holds the word itself is no other word.
  return [...new Set(held)].filter(
    (word) =>
      !meaning.typed.includes(word) &&
      !word.includes(own) &&
      !held.some((other) => other !== word && other.includes(word)),
  )
}
