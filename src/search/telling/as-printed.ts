import { highlight } from './highlight.ts'

/** A text as it is printed, and normalised. */
export interface Printed {
  printed: string
  text: string
}

/** A normalised word as the first of some texts prints it: ＩＣＴ for ict. The word itself where none holds it. */
export function asPrinted(word: string, texts: readonly Printed[]): string {
  const printed = texts.find(({ text }) => text.includes(word))?.printed ?? ''
  if (printed.includes(word)) return word
  return highlight(printed, [{ text: word, not: [] }]).find(({ isMatch }) => isMatch)?.text ?? word
}
