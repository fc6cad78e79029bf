const FIRST = /^(\p{Script=Han}+)([ぁ-ゖー]+)$/u
const LAST = /^([ぁ-ゖー]+)(\p{Script=Han}+)$/u

/**
 * Makes the test for a word of which an input method has converted a part only: 若もの and わか者 are 若者.
 * @returns null where what was typed is no kanji and kana; else a function of a word and its reading in hiragana
 */
export function halfConverted(typed: string): ((word: string, reading: string) => boolean) | null {
  const [, head = '', tail = ''] = FIRST.exec(typed) ?? []
  if (head !== '') return (word, reading) => word.length > head.length && word.startsWith(head) && isEnd(reading, tail)
  const [, start = '', end = ''] = LAST.exec(typed) ?? []
  return start === ''
    ? null
    : (word, reading) =>
        word.length > end.length && word.endsWith(end) && reading.length > start.length && reading.startsWith(start)
}

/** Its end, or three kana and more of what is still being typed: 学びなお of 学び直し. */
const isEnd = (reading: string, tail: string): boolean =>
  reading.length > tail.length && (reading.endsWith(tail) || (tail.length > 2 && reading.indexOf(tail) > 0))
