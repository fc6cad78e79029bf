const FIRST = /^(\p{Script=Han}+)([ぁ-ゖー]+)$/u
const LAST = /^([ぁ-ゖー]+)(\p{Script=Han}+)$/u
const KANJI = /^\p{Script=Han}+$/u

/**
 * Makes the test for a word of kanji of which an input method has converted a part only: 若もの and わか者 are 若者.
 * @returns null where what was typed is no kanji and kana; else a function of a word and its reading in hiragana
 */
export function halfConverted(typed: string): ((word: string, reading: string) => boolean) | null {
  const [, head = '', tail = ''] = FIRST.exec(typed) ?? []
  if (head !== '')
    return (word, reading) =>
      isRest(word, head.length, reading, tail) && word.startsWith(head) && reading.endsWith(tail)
  const [, start = '', end = ''] = LAST.exec(typed) ?? []
  if (start !== '')
    return (word, reading) =>
      isRest(word, end.length, reading, start) && word.endsWith(end) && reading.startsWith(start)
  return null
}

/** Kanji are left for the kana, and kana for the kanji. */
const isRest = (word: string, kanji: number, reading: string, kana: string): boolean =>
  KANJI.test(word) && word.length > kanji && reading.length >= kana.length + kanji
