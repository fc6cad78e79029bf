const HALF = /^(\p{Script=Han}*)([ぁ-ゖー]+)(\p{Script=Han}*)$/u
const KANJI = /^\p{Script=Han}+$/u

/**
 * Makes the test for a word of kanji of which an input method has converted a part only: 若もの and わか者 are 若者.
 * @returns null where what was typed is not kanji before or behind kana; else a function of a word and its reading in
 *   hiragana
 */
export function halfConverted(typed: string): ((word: string, reading: string) => boolean) | null {
  const [, head = '', kana = '', end = ''] = HALF.exec(typed) ?? []
  if ((head === '') === (end === '')) return null
  const kanji = head.length + end.length
  // The cheap tests first: thousands of words are asked. Kanji must be left for the kana, and kana for the kanji.
  return (word, reading) =>
    word.startsWith(head) &&
    word.endsWith(end) &&
    (head === '' ? reading.startsWith(kana) : reading.endsWith(kana)) &&
    KANJI.test(word) &&
    word.length > kanji &&
    reading.length >= kana.length + kanji
}
