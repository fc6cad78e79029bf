import type { AgeRange } from '../numbers/ages.ts'
import type { Numbers } from '../numbers/numbers.ts'
import type { AmountAsked } from '../numbers/read-amount.ts'
import type { Meant } from '../numbers/recognize.ts'
import type { Where } from '../programmes/texts.ts'
import { plainForm, type Form, type Known, type Lexicon, type Role } from '../words/lexicon.ts'
import type { PlaceNames } from '../words/places.ts'
import { splitQuery } from './query-words.ts'

/** What a part of a query was understood as. */
export interface Meaning {
  /** The part as typed, normalised. */
  typed: string
  kind: 'place' | 'value' | 'age' | 'word' | 'unknown' | 'outside'
  role: Role
  /** Words to look for in the texts; for a value the keys of programmes. */
  forms: Form[]
  /** Codes of the municipalities that it names. */
  codes: string[]
  age: AgeRange | null
  /** What a value asks of the amount, where that is no key. */
  amount: AmountAsked | null
  /** What it was read as, where that is not what was typed: a word mended, or one still being typed. */
  readAs: string | null
  /** True where several municipalities are as likely, so that none can be taken for meant. */
  isUnsure: boolean
  /** True for what is not wanted: 介護以外. */
  isExcluded: boolean
  /** Meanings of its parts, where a programme may also hold these apart. */
  parts: Meaning[]
}

/** A query as it was understood. */
export interface Understood {
  meanings: Meaning[]
  /**
   * When a programme is shown that holds a part of what is asked: always for a sentence; for a row of three words and
   * more where none holds all.
   */
  partIsEnough: 'never' | 'else' | 'always'
}

/** When a part is enough (see Understood), by the number of words and by whether they make a sentence. */
export const enoughOf = (words: number, isSentence: boolean): Understood['partIsEnough'] =>
  isSentence ? 'always' : words > 2 ? 'else' : 'never'

/** What understanding needs to know. */
export interface Knowledge {
  lexicon: Lexicon
  places: PlaceNames
  numbers: Numbers
}

/** What the texts know. */
export interface KnownByTexts {
  /** True where some text holds the word. */
  isInTexts: (word: string, where: Where) => boolean
  /** The known word that a misspelt one most resembles. */
  repair: (word: string) => string | null
}

/** Understands a query; null where it would take more than what is known so far. */
export type Understand<T = Understood | null> = (query: string, isLiteral: boolean) => T

export const meaning = (typed: string, kind: Meaning['kind'], rest: Partial<Meaning> = {}): Meaning => ({
  typed,
  kind,
  role: 'topic',
  forms: [],
  codes: [],
  age: null,
  amount: null,
  readAs: null,
  isUnsure: false,
  isExcluded: false,
  parts: [],
  ...rest,
})

/** A part that is looked for as it stands. */
export const ofText = (typed: string, readAs: string | null = null): Meaning =>
  meaning(typed, 'word', { forms: [plainForm(readAs ?? typed)], readAs })

/** A normalised query whose words are looked for as they stand. */
export const literally = (query: string): Understood => ({
  meanings: splitQuery(query).map((word) => ofText(word)),
  partIsEnough: 'never',
})

/** What is read without a guess. */
export interface Reading {
  ofWords: (typed: string, known: readonly Known[], readAs?: string | null) => Meaning
  /** Ages are read by number-reader.ts. */
  ofNumber: (typed: string, meant: Exclude<Meant, { kind: 'age' }>) => Meaning
}

/** Makes what reads words of the lexicon, and numbers. */
export function makeReading({ lexicon, places }: Knowledge): Reading {
  return {
    ofWords: (typed, known, readAs = null) => {
      const { role = 'topic', name = '' } = known[0]?.group ?? {}
      if (role === 'place') return meaning(typed, 'place', { codes: places.exact(name), readAs: name })
      const forms = known.flatMap((word) => lexicon.forms(word))
      return meaning(typed, role === 'outside' ? 'outside' : 'word', { role, forms, readAs })
    },
    ofNumber: (typed, meant) => {
      if (meant.kind === 'value') return meaning(typed, 'value', { forms: meant.keys })
      if (meant.kind === 'amount') return meaning(typed, 'value', { amount: meant.asked })
      return meaning(typed, 'unknown', { role: 'weak' })
    },
  }
}

/** True for a number that no programme has as a value: money that none costs, a year that none is of. */
export const isNoValue = (meant: Meant, isInTexts: KnownByTexts['isInTexts']): boolean =>
  meant.kind === 'unprinted' || (meant.kind === 'value' && !meant.keys.some(({ text }) => isInTexts(text, 'key')))

const COUNTED = /\d|[一二三四五六七八九十](?:日|時間|回)/

/** True for what somebody tells of himself: 週3日 and an age are circumstances, what is asked for stands beside them. */
export const isCircumstance = ({ kind, role, typed }: Meaning): boolean =>
  kind === 'age' || role === 'employer' || (kind === 'word' && COUNTED.test(typed))
