const HALF = /^(\p{Script=Han}*)([ぁ-ゖー]+)(\p{Script=Han}*)$/u
const KANJI = /^\p{Script=Han}+$/u

/**
 * Makes the test for a word of kanji of which an input method has converted a part only: 若もの, わか者, 高れい者.
 * @returns null where what was typed is not kana with kanji before or behind them; else a function of a word and its reading in
 *   hiragana
 */
export function halfConverted(typed: string): ((word: string, reading: string) => boolean) | null {
  const [, head = '', kana = '', end = ''] = HALF.exec(typed) ?? []
  if (head === '' && end === '') return null
  const kanji = head.length + end.length
  // The cheap tests first: thousands of words are asked. Kanji must be left for the kana, and kana for the kanji.
  return (word, reading) =>
    word.startsWith(head) &&
    word.endsWith(end) &&
    isWithin(reading, kana, head.length, end.length) &&
    KANJI.test(word) &&
    word.length > kanji &&
    reading.length >= kana.length + kanji
}

/** True where kana stand in a reading with room for the kanji before and behind them, and touch its ends where none are. */
const isWithin = (reading: string, kana: string, before: number, behind: number): boolean => {
  if (before === 0) return reading.startsWith(kana)
  if (behind === 0) return reading.endsWith(kana)
  const at = reading.indexOf(kana, before)
  return at >= 0 && at + kana.length + behind <= reading.length
}
