import { normalizeText, toHiragana } from '../words/normalize.ts'
import {
  enoughOf,
  isCircumstance,
  isNoValue,
  literally,
  makeReading,
  meaning,
  type Knowledge,
  type KnownByTexts,
  type Meaning,
  type Understand,
} from './meaning.ts'
import { wordsOfQuery } from './query-words.ts'

/**
 * Makes the function that understands plain queries: nothing but words of the lexicon as they are written, municipalities,
 * and numbers that mean something; or any words, looked for as they stand.
 */
export function makePlainUnderstanding(
  knowledge: Knowledge,
  { isInTexts }: Pick<KnownByTexts, 'isInTexts'>,
): Understand {
  const { lexicon, places, numbers } = knowledge
  const { ofWords, ofNumber } = makeReading(knowledge)
  const read = (word: string, text: string, isAlone: boolean): Meaning | null => {
    const meant = numbers.recognize(word, text)
    // Beside other words 7, 35人 or 2025 may say nothing of a programme, and money that none costs may be in a text: that
    // is for understand.ts to tell.
    const isSure = isAlone || numbers.recognizeWithin(word, 0)?.length === word.length
    if (meant !== null)
      return meant.kind === 'age' || !isSure || isNoValue(meant, isInTexts) ? null : ofNumber(word, meant)
    const codes = places.exact(word)
    if (codes.length > 0) return meaning(word, 'place', { codes })
    const known = lexicon.find(toHiragana(word))
    return known.length === 0 ? null : ofWords(word, known)
  }
  return (query, isLiteral) => {
    const text = normalizeText(query)
    if (isLiteral) return literally(text)
    const asked = wordsOfQuery(text)
    const meanings = asked.flatMap((word) => read(word, text, asked.length === 1) ?? [])
    if (meanings.length < asked.length) return null
    return { meanings, partIsEnough: enoughOf(asked.length, meanings.some(isCircumstance)) }
  }
}
