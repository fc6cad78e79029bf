import { normalize } from './normalize.ts'

/** A text as it is printed, and normalised. */
export interface Printed {
  printed: string
  text: string
}

/** A normalised word as the first of some texts prints it: ＩＣＴ for ict. The word itself where none holds it. */
export function asPrinted(word: string, texts: readonly Printed[]): string {
  const printed = texts.find(({ text }) => text.includes(word))?.printed ?? ''
  if (printed.includes(word)) return word
  const { text, at } = normalize(printed)
  const found = text.indexOf(word)
  if (found < 0) return word
  // One printed sign may give several characters: ㈱.
  let end = found + word.length
  while (at[end] === at[end - 1]) end += 1
  return printed.slice(at[found], at[end])
}
