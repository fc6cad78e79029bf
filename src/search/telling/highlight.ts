import { normalize } from '../words/normalize.ts'
import { occurrences } from '../words/occurrences.ts'

/** A part of a printed text, and whether it is one of the words found. */
export interface Part {
  text: string
  isMatch: boolean
}

/** A normalised word to mark, and the longer words within which it means something else. */
export interface Mark {
  text: string
  not: readonly string[]
}

/**
 * Cuts a printed text at the words that were found in it. The parts put together are the text as printed.
 */
export function highlight(printed: string, words: readonly Mark[]): Part[] {
  const { text, at } = normalize(printed)
  const isMatch = new Uint8Array(printed.length)
  for (const word of words) {
    for (const found of occurrences(text, word.text, word.not)) {
      // One printed sign may give several characters, and is marked whole: ㈱.
      let end = found + word.text.length
      while (at[end] === at[end - 1]) end += 1
      isMatch.fill(1, at[found], at[end])
    }
  }
  const parts: Part[] = []
  for (let from = 0; from < printed.length;) {
    let to = from + 1
    while (to < printed.length && isMatch[to] === isMatch[from]) to += 1
    parts.push({ text: printed.slice(from, to), isMatch: isMatch[from] === 1 })
    from = to
  }
  return parts
}

const BEFORE = 24
/** So much of a summary is surely seen on a phone before it is cut. */
const SEEN = 36
/** More than the two lines of a result hold on the widest screen. */
const LONGEST = 140

/**
 * What of a long text two lines show: its beginning, or, where that holds no match, from a little before the first one.
 * What is left out before or behind shows as ….
 */
export function snippet(parts: readonly Part[]): Part[] {
  const first = parts.findIndex(({ isMatch }) => isMatch)
  const before = parts.slice(0, Math.max(0, first)).reduce((length, { text }) => length + text.length, 0)
  const [lead, ...rest] = parts
  const isFar = lead !== undefined && !lead.isMatch && before + (parts[first]?.text.length ?? 0) > SEEN
  const from = isFar ? [{ text: `…${lead.text.slice(-BEFORE)}`, isMatch: false }, ...rest] : parts
  const shown: Part[] = []
  let left = LONGEST
  for (const { text, isMatch } of from) {
    if (left === 0) break
    shown.push({ text: text.length > left ? `${text.slice(0, left)}…` : text, isMatch })
    left = Math.max(0, left - text.length)
  }
  return shown
}
