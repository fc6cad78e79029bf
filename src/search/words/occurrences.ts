const LATIN = /^[a-z]+$/
const KATAKANA = /^[ァ-ヶー]+$/
const HIRAGANA = /^[ぁ-ゖ]+$/
const CUT_NUMBER = /[\d.]\d/

/**
 * Where a normalised text holds a word: not in the middle of a longer run of latin letters, digits or kana, nor within one of
 * the words that hold it and mean something else.
 */
export function occurrences(text: string, word: string, not: readonly string[]): number[] {
  const found: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isWithin = not.some((other) => {
      const start = at - other.indexOf(word)
      return start >= 0 && text.startsWith(other, start)
    })
    if (!isWithin && isWhole(word, text.charAt(at - 1), text.charAt(at + word.length))) found.push(at)
  }
  return found
}

/** Whether a word may stand between two characters: it may begin a longer run, katakana may also end one. */
function isWhole(word: string, before: string, after: string): boolean {
  // 5万円 is not in 15万円.
  if (CUT_NUMBER.test(before + word.charAt(0)) || CUT_NUMBER.test(word.slice(-1) + after)) return false
  const run = [LATIN, KATAKANA, HIRAGANA].find((kind) => kind.test(word))
  if (run === undefined) return true
  const head = run.test(before)
  const tail = run.test(after)
  if (run === KATAKANA) return !(head && tail) && (!(head || tail) || word.length > 2)
  return !head && (!tail || word.length > (run === LATIN ? 2 : 3))
}
