import type { Texts } from '../programmes/texts.ts'
import type { Meaning } from '../query/meaning.ts'
import type { Read } from './cover.ts'

/**
 * Makes the function that says by programme whether one of its measures holds all words that are asked for: what offers
 * 介護の研修 and 建設の見学 offers no 介護の見学. Above 0 where one does; undefined where no two words are asked for.
 */
export function makeOneMeasure(measures: Texts['measures']): (read: readonly Read[]) => Uint32Array | undefined {
  // A word stands in the same measures with every key that is struck behind it.
  const known = new Map<string, Uint32Array>()
  /** By programme a bit for each of its measures that holds one of some words. */
  const bitsOf = ({ forms }: Meaning): Uint32Array => {
    const key = forms.map(({ text }) => text).join()
    const bits =
      known.get(key) ??
      Uint32Array.from(measures ?? [], (own) =>
        own.reduce((all, text, at) => all | (Number(forms.some((form) => text.includes(form.text))) << at), 0),
      )
    known.set(key, bits)
    return bits
  }
  return (read) => {
    const [first, ...others] = read.flatMap(({ meaning, scores }) =>
      scores.indexes.length > 0 && (meaning.kind === 'word' || meaning.kind === 'age') ? [bitsOf(meaning)] : [],
    )
    return others.length > 0
      ? first?.map((bits, index) => others.reduce((all, own) => all & (own[index] ?? 0), bits))
      : undefined
  }
}
