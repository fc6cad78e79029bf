import {
  enoughOf,
  isCircumstance,
  literally,
  meaning,
  ofText,
  type Knowledge,
  type KnownByTexts,
  type Meaning,
  type Understand,
  type Understood,
} from '../query/meaning.ts'
import { wordsOfQuery } from '../query/query-words.ts'
import { normalizeText, toHiragana } from '../words/normalize.ts'
import { plainForm } from '../words/lexicon.ts'
import { KANA } from '../words/places.ts'
import { makeExcludingReader } from './excluding.ts'
import { findHalf } from './guessed-words.ts'
import { asLeft } from './left-trade.ts'
import { makeNumberReader } from './number-reader.ts'
import { makePlaceReader } from './place-reader.ts'
import { makeWordReader, PARTICLES, SAID } from './read-word.ts'
import { kanaOf } from './romaji-kana.ts'
import { KANJI_ONLY, type Piece } from './segment.ts'
import { joinUnwanted, spellMinus } from './unwanted.ts'

// The words that a query is understood by are joined to those that are there: both are fetched as one.
export { joinWords, makeWholeLexicon } from '../words/join-words.ts'

const JOINTS = /^[のとや・、。,/?!\s-]*$/
const LATIN_PLACE = /([a-z']{3,}) (ku|shi|machi|cho|mura|son|city|ward|town|village|islands?)(?!\S)/g
const SENTENCE = 7
const ROMAJI = /^[a-z]+$/
const PHONE = /\d{2}-\d{3}/
const YEAR = /^20\d{2}$/

/** Makes the function that understands any query. */
export function makeUnderstanding(knowledge: Knowledge, texts: KnownByTexts): Understand<Understood> {
  const { lexicon, numbers } = knowledge
  const places = makePlaceReader(knowledge.places)
  const words = makeWordReader(knowledge, places, texts)
  const { piecesOf } = words
  const read = makeExcludingReader(lexicon, words)
  const ofNumber = makeNumberReader(knowledge, texts)

  /** A municipality's kind stands behind its name, and tells 豊島区 from 利島村. */
  const joinKinds = (text: string): string =>
    text.replace(LATIN_PLACE, (written, name: string, kind: string) =>
      places.exact(`${name}-${kind}`).length > 0 ? `${name}-${kind}` : written,
    )
  /** True for digits that programmes are found by beside other words: a phone number, a year of plans. Others say how often. */
  const isNamed = (word: string): boolean =>
    PHONE.test(word) || (YEAR.test(word) && texts.isInTexts(`fy:${word}`, 'key'))
  /** True for hiragana of which all was taken for one word in kanji: the か of さんぎょうしんこうか is no particle. */
  const isMended = (word: string): boolean =>
    KANA.test(word) && read(word).some(({ typed, readAs }) => typed === word && KANJI_ONLY.test(readAs ?? ''))

  /** True for a word that is written like a sentence: with particles, or with endings that say nothing. */
  const isSentenceInOne = (word: string): boolean =>
    word.length >= SENTENCE &&
    /[ぁ-ゖ]/.test(word) &&
    !isMended(word) &&
    piecesOf(word).some(
      ({ kind, text, known }) =>
        (kind === 'grammar' && !JOINTS.test(text)) ||
        known.some(({ group }) => (group.role === 'stop' || group.role === 'weak') && /[ぁ-ゖ]$/.test(text)),
    )
  /** True for what somebody says of himself: 職人がいない. 期間の定めのない ends so, too, and is a word. */
  const isSaid = (word: string): boolean => SAID.test(word) && lexicon.find(toHiragana(word)).length === 0
  /** True for what says nothing beside other words: で. わか者 is cut into such, and is a word half converted. */
  const isFilling = (word: string): boolean =>
    !isNamed(word) && ((saysNothing(piecesOf(word)) && findHalf(lexicon, word).length === 0) || isFillingInRomaji(word))
  /** no, wo, sagashitemasu */
  const isFillingInRomaji = (word: string): boolean => {
    const isKnown = lexicon.find(word).length > 0 || places.exact(word).length > 0
    const kana = ROMAJI.test(word) && !isKnown ? kanaOf(word) : null
    return (
      kana !== null &&
      piecesOf(kana).every(({ kind, text, known }) =>
        kind === 'word' ? known.every(({ group: { role } }) => role === 'stop') : PARTICLES.test(text),
      )
    )
  }
  /**
   * A number that no programme has is a word of the texts that print it: 準備金5万円, 令和2年度より引き続き. Of two years one
   * that no plan is of says nothing beside the other.
   */
  const asWordOfTexts = (one: Meaning, _: number, all: readonly Meaning[]): Meaning =>
    one.kind === 'value' &&
    one.amount === null &&
    all.filter(({ kind }) => kind === 'value').length === 1 &&
    !one.forms.some(({ text }) => texts.isInTexts(text, 'key')) &&
    texts.isInTexts(one.typed, 'text')
      ? { ...ofText(one.typed), isExcluded: one.isExcluded }
      : one
  const readBesideOthers = (word: string, text: string): Meaning[] => {
    const meant = numbers.recognize(word, text)
    if (meant?.kind === 'unprinted') return [ofNumber(word, meant)]
    // A year that no plan is of is told so.
    if (isFilling(word)) return YEAR.test(word) ? [meaning(word, 'unknown', { role: 'weak' })] : []
    return read(word)
  }

  return (query, isLiteral) => {
    const text = normalizeText(query)
    if (isLiteral) return literally(text)
    const asked = wordsOfQuery(joinKinds(joinUnwanted(spellMinus(numbers.spellNumbers(text)))))
    const meanings = asked
      .flatMap((word) => (asked.length > 1 ? readBesideOthers(word, text) : read(word)))
      .map((meant) => asLeft(text, meant))
      .map(asWordOfTexts)
      .map(leftOutAlone)
      // It is told as it was typed: setagaya city.
      .map((one) =>
        one.kind === 'place' && !text.includes(one.typed) ? { ...one, typed: one.typed.replace('-', ' ') } : one,
      )
    const isSentence =
      meanings.some((meaning) => !meaning.isExcluded && isCircumstance(meaning)) ||
      (asked.length > 1 && asked.some(isSaid)) ||
      asked.some((word) => isCompound(read(word)) || isSentenceInOne(word))
    return { meanings, partIsEnough: enoughOf(asked.length, isSentence) }
  }
}

/** 派遣 -紹介予定派遣, 若者 学生以外: what may be said of what is wanted is not left out with the word that is not wanted. */
function leftOutAlone(one: Meaning, _: number, all: readonly Meaning[]): Meaning {
  const wanted = all.filter(({ isExcluded }) => !isExcluded)
  const [typed, ...others] = one.forms
  const isMeant = wanted.some(({ forms: [own] }) => one.forms.some(({ text }) => text === own?.text))
  if (!one.isExcluded || typed === undefined || !isMeant) return one
  const same = new Set(wanted.flatMap(({ forms }) => forms.flatMap(({ text, isNear }) => (isNear ? [] : text))))
  const left = others.filter(({ text, isNear }) => !isNear && !same.has(text))
  return { ...one, forms: [typed, ...left].map(({ text }) => plainForm(text)) }
}

/** True where one word was cut into several that all say what is asked for. */
const isCompound = (meanings: readonly Meaning[]): boolean =>
  meanings.every(({ kind, role }) => kind !== 'unknown' || role === 'weak') &&
  meanings.filter(
    ({ kind, role, isExcluded }) =>
      !isExcluded && kind === 'word' && (role === 'topic' || role === 'industry' || role === 'soft'),
  ).length > 1

/** True for a word of a sentence that holds only particles, or endings and quantities: で, 週に2. */
const saysNothing = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ kind }) => kind === 'grammar') && pieces.some(({ text }) => PARTICLES.test(text) || /\d/.test(text))
