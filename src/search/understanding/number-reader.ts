import { OLDEST, YOUNGEST, type AgeRange } from '../numbers/ages.ts'
import { decadesOf } from '../numbers/decades.ts'
import type { Meant } from '../numbers/recognize.ts'
import { makeReading, meaning, ofText, type Knowledge, type KnownByTexts, type Meaning } from '../query/meaning.ts'
import { plainForm } from '../words/lexicon.ts'
import { toHiragana } from '../words/normalize.ts'

/**
 * Makes what reads numbers, ages among them: an age is looked for as it is printed, and by the words for its decades. What
 * is no value of programmes, and a text prints, is a word of that text: 従業員300人以下.
 */
export function makeNumberReader(
  knowledge: Knowledge,
  { isInTexts }: Pick<KnownByTexts, 'isInTexts'>,
): (typed: string, meant: Meant) => Meaning {
  const { lexicon } = knowledge
  const { ofNumber } = makeReading(knowledge)
  return (typed, meant) => {
    if (meant.kind === 'unprinted' && isInTexts(typed, 'text')) return ofText(typed)
    if (meant.kind !== 'age') return ofNumber(typed, meant)
    const known = decadesOf(meant).flatMap((decade) => lexicon.find(toHiragana(decade)).slice(0, 1))
    const forms = [plainForm(printedAs(typed, meant)), ...known.flatMap((word) => lexicon.forms(word))]
    return meaning(typed, 'age', { age: meant, forms })
  }
}

/** An age with one bound as it is printed: 60以上 and 60歳から are 60歳以上, 49才まで is 49歳以下. */
function printedAs(typed: string, { from, to }: AgeRange): string {
  if (to === OLDEST && /以上|から/.test(typed)) return `${from}歳以上`
  return from === YOUNGEST && /^[^代台か]*(?:以下|まで)/.test(typed) ? `${to}歳以下` : typed
}
