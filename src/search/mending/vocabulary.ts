import { NO_NUMBERS } from '../numbers/numbers.ts'
import type { SearchEntry } from '../programmes/entry.ts'
import { fieldsOf, wholeOf } from '../programmes/texts.ts'
import { segment } from '../understanding/segment.ts'
import type { Lexicon } from '../words/lexicon.ts'

const COMPOUND = /[\p{Script=Han}々ァ-ヶーa-z]{3,}/gu
const QUOTED = /[「『]([^」』\n]{3,14})[」』]/g
const LONGEST = 14
/** A department's name is written in one with that of which it is a part. */
const PART = /(?<=[部局室課])/

/**
 * The words of the programmes' texts, normalised: their compounds, cut where the lexicon knows a joint, and put together
 * again. What a misspelt word may mean; it takes longer than an answer, so it is made when the site is built.
 */
export function vocabularyOf(entries: readonly SearchEntry[], lexicon: Lexicon): string[] {
  const texts = entries.map((entry) => wholeOf(fieldsOf(entry)))
  const words = new Set<string>()
  const runs = new Set<string>()
  for (const text of texts) for (const [run] of text.matchAll(COMPOUND)) runs.add(run)
  for (const text of texts) for (const [, name = ''] of text.matchAll(QUOTED)) words.add(name)
  for (const run of runs) {
    const pieces = segment(run, lexicon, () => [], NO_NUMBERS).flatMap(({ text }) => text.split(PART))
    for (let from = 0; from < pieces.length; from += 1) {
      let word = ''
      for (const piece of pieces.slice(from)) {
        word += piece
        if (word.length > LONGEST) break
        if (word.length > 2) words.add(word)
      }
    }
  }
  return [...words].sort()
}
