import type { Term } from '../register/glossary.ts'

/** A piece of a printed text; `term` where it is a word that the glossary explains. */
export interface TermPart {
  text: string
  term: Term | null
}

/**
 * Makes the function that cuts printed paragraphs at the first place where each word of the glossary stands, so that it
 * can be explained there. The pieces put together are the text as printed. Of words within one another the longest is
 * taken.
 */
export function termCutter(glossary: readonly Term[]): (paragraphs: readonly string[]) => TermPart[][] {
  const spellings = glossary
    .flatMap((term) => [term.term, ...term.also].map((word) => ({ word, term })))
    .sort((a, b) => b.word.length - a.word.length)
  // Of the words that begin at a place the expression takes the first, which is the longest.
  const any = new RegExp(
    spellings.map(({ word }) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|') || '(?!)',
    'g',
  )
  return (paragraphs) => {
    const seen = new Set<Term>()
    return paragraphs.map((text) => {
      const parts: TermPart[] = []
      let from = 0
      for (const { 0: found, index } of text.matchAll(any)) {
        const term = spellings.find(({ word }) => word === found)?.term
        if (term === undefined || seen.has(term)) continue
        if (index > from) parts.push({ text: text.slice(from, index), term: null })
        parts.push({ text: found, term })
        seen.add(term)
        from = index + found.length
      }
      if (from < text.length) parts.push({ text: text.slice(from), term: null })
      return parts
    })
  }
}

/** The words of the glossary that a text holds, in the order in which they stand. */
export const termsIn = (parts: readonly (readonly TermPart[])[]): Term[] =>
  parts.flat().flatMap(({ term }) => term ?? [])
