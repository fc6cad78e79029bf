import { normalizeText } from '../words/normalize.ts'
import { asPrinted } from './as-printed.ts'

/** The lexicon holds such words by their stem: お金がな, 会社を辞. */
const STEM = /っ$|\p{Script=Han}[ぁ-ゖ]+$|[ぁ-ゖ]\p{Script=Han}$/u
const ENDING = /^(?![のはがをにへとでもやだ])[ぁ-ゖー]+/
/** 保育士 is said of 保育, 運転手 of 運転. */
const WHO = /^[士師員者職業手](?!\p{Script=Han})/u
const POLITE = /(?<![ぁ-ゖ])[おご]$/

/**
 * Makes the function that finds a part of a query, which is normalised, as it was typed: with the ending behind a stem
 * (会社を辞めた), the 士 behind a trade and the お before a word. A single character is what was left over: its whole word is meant.
 */
export function typedIn(query: string): (part: string) => string {
  const texts = [{ printed: query, text: normalizeText(query) }]
  return (part) => {
    const typed = asPrinted(part, texts)
    if (typed.length === 1) return query.split(/[\s、。]+/u).find((word) => word.includes(typed)) ?? typed
    const at = query.indexOf(typed)
    if (at < 0) return typed
    const [before = ''] = POLITE.exec(query.slice(0, at)) ?? []
    const [after = ''] = (STEM.test(part) ? ENDING : WHO).exec(query.slice(at + typed.length)) ?? []
    return before + typed + after
  }
}
