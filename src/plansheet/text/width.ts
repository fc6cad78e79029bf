// ASCII and half-width katakana take half the room of a kanji.
const HALF_WIDTH = /[\u0020-\u007E\uFF61-\uFF9F]/

/** Width of printed text in full-width characters (全角 = 1, 半角 = 0.5), without the spaces around it. */
export function width(text: string): number {
  let sum = 0
  for (const character of text.trim()) sum += HALF_WIDTH.test(character) ? 0.5 : 1
  return sum
}
