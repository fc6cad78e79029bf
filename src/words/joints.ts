const words = new Intl.Segmenter('ja', { granularity: 'word' })
// What cannot begin a line, or belongs to the word before it.
const FOLLOWS = /^[\p{Script=Hiragana}ー々、。，．・」』）)\]】〉》？！?!:：;；～~\s]/u
// A single kanji behind kanji is an ending: 感染症, 離職者等.
const ENDING = /^\p{Script=Han}$/u
// One before it belongs to it: 非正規, 未経験.
const PREFIX = /^[非未再超新全各元無不]$/u
const KANJI_END = /\p{Script=Han}$/u
const LEADS = /[「『（(\[【〈《\s]$/u

// A programme's name stands on several of the pages that are built.
const known = new Map<string, readonly string[]>()

/** Cuts a heading where a line may end: before a word, never within one, nor before a particle or a closing bracket. */
export function joints(text: string): readonly string[] {
  const cut = known.get(text) ?? partsOf(text)
  known.set(text, cut)
  return cut
}

function partsOf(text: string): string[] {
  const parts: string[] = []
  for (const { segment } of words.segment(text)) {
    const before = parts.at(-1)
    const isEnding = before !== undefined && ENDING.test(segment) && KANJI_END.test(before)
    if (before === undefined || (!FOLLOWS.test(segment) && !LEADS.test(before) && !PREFIX.test(before) && !isEnding))
      parts.push(segment)
    else parts[parts.length - 1] = before + segment
  }
  return parts
}
