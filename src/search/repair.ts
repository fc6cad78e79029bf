import Fuse from 'fuse.js/basic'
import type { Lexicon } from './lexicon.ts'
import { toHiragana } from './normalize.ts'
import { segment } from './segment.ts'
import { slipsAllowed, slipsBetween } from './slip.ts'

const COMPOUND = /[\p{Script=Han}々ァ-ヶーa-z]{3,}/gu
const QUOTED = /[「『]([^」』]{3,14})[」』]/g
const LONGEST = 14
const KANJI = /\p{Script=Han}/u

/** The words of normalised texts: their compounds, cut where the lexicon knows a joint, and put together again. */
export function wordsOf(texts: readonly string[], lexicon: Lexicon): Set<string> {
  const words = new Set<string>()
  const runs = new Set<string>()
  for (const text of texts) for (const [run] of text.matchAll(COMPOUND)) runs.add(run)
  for (const text of texts) for (const [, name = ''] of text.matchAll(QUOTED)) words.add(name)
  for (const run of runs) {
    const pieces = segment(run, lexicon, () => []).map(({ text }) => text)
    for (let from = 0; from < pieces.length; from += 1) {
      let word = ''
      for (const piece of pieces.slice(from)) {
        word += piece
        if (word.length > LONGEST) break
        if (word.length > 2) words.add(word)
      }
    }
  }
  return words
}

/** Makes the function that finds the known word which a misspelt one most resembles. Fuse.js finds, slips decide. */
export function makeRepair(lexicon: Lexicon, texts: readonly string[]): (word: string) => string | null {
  const written = new Map<string, string>()
  const read = new Map<string, string>()
  for (const [key, known] of lexicon.keys) {
    const word = known.find(({ group: { role } }) => role !== 'weak' && role !== 'stop' && role !== 'outside')?.word
    if (word !== undefined) (toHiragana(word) === key ? written : read).set(key, word)
  }
  for (const word of wordsOf(texts, lexicon)) written.set(toHiragana(word), word)
  const inWriting = closest(written)
  const inReading = closest(read)
  return (word) => inWriting(word) ?? (/^[ぁ-ゖー]{5,}$/.test(word) ? inReading(word) : null)
}

function closest(words: ReadonlyMap<string, string>): (word: string) => string | null {
  const keys = [...words].map(([key, word]) => ({ key, word }))
  const fuse = new Fuse(keys, { keys: ['key'], ignoreLocation: true, includeScore: true, threshold: 0.67 })
  return (word) => {
    const allowed = slipsAllowed(word)
    if (allowed === 0) return null
    const key = toHiragana(word)
    // A short word with another beginning is another word, unless its letters are only out of order.
    const isAkin = (other: string): boolean =>
      key.length > (KANJI.test(key) ? 3 : 4) || other[0] === key[0] || isSwapped(other, key)
    const close = fuse
      .search(key.slice(0, 32), { limit: 200 })
      .map(({ item, score }) => ({ ...item, score: score ?? 1, slips: slipsBetween(key, item.key, allowed) }))
      .filter((item) => item.slips <= Math.min(allowed, slipsAllowed(item.word)) && isAkin(item.key))
      .sort((a, b) => a.slips - b.slips || a.score - b.score)
    return close[0]?.word ?? null
  }
}

const isSwapped = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('')
