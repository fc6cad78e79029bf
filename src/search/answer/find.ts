import { fitOf } from '../numbers/ages.ts'
import { CATEGORIES } from '../programmes/columns.ts'
import { added, NONE } from '../programmes/scores.ts'
import type { KnownByTexts, Meaning, Understand, Understood } from '../query/meaning.ts'
import { makeCover, type Read } from './cover.ts'
import { makeMeaningScores, type Sources } from './meaning-scores.ts'
import { makeOneMeasure } from './one-measure.ts'

/** What came of one part of a query. */
export interface PartAnswer {
  meaning: Meaning
  /** How many programmes it finds by itself. */
  count: number
}

/** The answer to a query. */
export interface Answer {
  /** The programmes found, by their places in the catalogue, rising. */
  found: Uint32Array
  /** How well each programme of the catalogue fits; 0 where it is not found. */
  scores: Float32Array
  parts: PartAnswer[]
  /** How many of those found hold all parts of the query: of a sentence a part is enough. */
  whole: number
  /** True where a few of those found may not hold the words: count and sums are then not exact. */
  isRough: boolean
}

/** True where nothing was found for a word that nothing is known of: while it is being written, it may become any. */
export const isUnfinished = ({ found, parts }: Answer): boolean =>
  found.length === 0 && parts.some(({ meaning, count }) => meaning.kind === 'unknown' && count === 0)

/** What the finder needs to know. */
export interface FinderParts extends Sources {
  /** The known word that a misspelt one most resembles. */
  repair: (word: string) => string | null
  makeUnderstanding: (known: KnownByTexts) => Understand
}

/** What stops the understanding of a query that cannot go on without what is being fetched. */
class Waiting extends Error {}

// A programme for employers stands a little behind one for people, unless an employer asks.
const FOR_EMPLOYERS = 0.3
// One of whose measures holds all that is asked stands before one that holds it here and there.
const TOGETHER = 2

const isPlace = ({ kind }: Meaning): boolean => kind === 'place'
const hasKey =
  (key: RegExp) =>
  ({ kind, forms }: Meaning): boolean =>
    kind === 'value' && key.test(forms[0]?.text ?? '')
/**
 * A programme has one municipality and one fiscal year, and begins in one year and one month: of several that are named
 * any will do.
 */
const ALTERNATIVES = [isPlace, hasKey(/^fy:/), hasKey(/^on:\d+$/), hasKey(/^on:.*-/)]

/** Makes the test for what is the first of its kind. */
const firstOfKind =
  <T>(kindOf: (one: T) => unknown) =>
  (one: T, at: number, all: readonly T[]): boolean =>
    all.findIndex((other) => kindOf(other) === kindOf(one)) === at

/**
 * Makes the function that answers queries. Every word must be found, in any field: as a number that means something, as
 * a municipality, as a word of the lexicon or of the texts, or as one that it most resembles. Of a sentence, and where no
 * programme holds all of three words and more, a part is enough (see cover.ts). The answer is null for what is not
 * understood.
 */
export function makeFinder(parts: FinderParts): (query: string, isLiteral?: boolean) => Answer | null {
  const { texts, columns, repair, isWaiting, makeUnderstanding } = parts
  const { size } = columns
  const counted = new Uint8Array(size)
  const passed = new Uint32Array(size)
  const cover = makeCover(size)
  const scoresOf = makeMeaningScores(parts, cover)
  const inOneMeasure = makeOneMeasure(texts.measures)
  const understand = makeUnderstanding({
    isInTexts: (text, where) => text.length > 1 && known(texts.scores({ text, group: null }, where).indexes.length > 0),
    repair: (word) => known(repair(word)),
  })
  /** What is said without something that is being fetched would send the query the wrong way. */
  const known = <T>(answer: T): T => {
    if (isWaiting()) throw new Waiting()
    return answer
  }
  const isRough = ({ forms, parts: own }: Meaning): boolean =>
    forms.some(({ text }) => texts.isRough(text)) || own.some(isRough)

  /** How well programmes fit what is wanted, without those that are for others. */
  const fitting = (read: readonly Read[], isEmployer: boolean, mayRelax: boolean): Float32Array => {
    let scores = cover(read, isEmployer)
    // Who names a place, and besides only what is asked for anywhere, gets the programmes of the place.
    if (mayRelax && read.some(({ meaning }) => isPlace(meaning)) && scores.every((score) => score === 0))
      scores = cover(
        read.filter(({ meaning: { role } }) => role !== 'soft'),
        isEmployer,
      )
    // Whom a programme excludes by the ages that it prints, it is not for, whatever else it holds.
    for (const age of read.flatMap(({ meaning }) => meaning.age ?? []))
      for (const { ranges, indexes } of texts.ages())
        if (fitOf(ranges, age) === 0) for (const index of indexes) scores[index] = 0
    return scores
  }

  /** How many of some parts each programme holds; till it is asked again. */
  const holding = (read: readonly Read[]): Uint8Array => {
    const held = counted.fill(0)
    for (const { scores } of read)
      for (let at = 0; at < scores.indexes.length; at += 1) {
        const index = scores.indexes[at] ?? 0
        held[index] = (held[index] ?? 0) + 1
      }
    return held
  }

  const answer = ({ meanings, partIsEnough }: Understood): Answer => {
    const meant = meanings
      .filter(({ role, kind }) => role !== 'stop' || kind !== 'word')
      .map((meaning) => ({ meaning, scores: scoresOf(meaning) }))
    const excluded = meant.filter(({ meaning: { isExcluded } }) => isExcluded)
    // What is said twice is asked for once.
    const wanted = meant
      .filter(({ meaning: { isExcluded } }) => !isExcluded)
      .filter(firstOfKind(({ meaning }) => meaning.forms[0]?.group ?? meaning))
    // Words that no programme is about travel in one group, and are told each for itself.
    const told = meant.filter(
      firstOfKind(({ meaning: { typed, codes, forms, isExcluded }, scores }) => {
        const isOne = !isExcluded && scores.indexes.length > 0
        return (isOne && forms[0]?.group) || codes.join() || typed
      }),
    )
    // What is not wanted says nothing of who asks.
    const isEmployer = wanted.some(({ meaning: { role } }) => role === 'employer')
    const read = ALTERNATIVES.reduce((all, is) => {
      const any = all.reduce((sum, { meaning, scores }) => (is(meaning) ? added(sum, scores) : sum), NONE)
      return all.map((part) => (is(part.meaning) ? { ...part, scores: any } : part))
    }, wanted)
    const needed = read.filter(({ meaning: { role } }) => role !== 'weak')
    const required = needed.length > 0 ? needed : read.filter(({ meaning: { kind } }) => kind !== 'unknown')
    const mayRelax = partIsEnough !== 'never' && needed.length > 0
    const scores =
      read.length === 0 && excluded.length > 0 ? new Float32Array(size).fill(1) : fitting(read, isEmployer, mayRelax)
    for (const { scores: unwanted } of excluded) for (const index of unwanted.indexes) scores[index] = 0
    // Among the programmes of a place or a number none stands behind.
    const isForPeople = !isEmployer && read.some(({ meaning: { kind } }) => kind === 'word' || kind === 'age')
    const conditions = CATEGORIES.indexOf('conditions')
    const held = holding(required)
    const isWhole = (score: number, index: number): boolean => score !== 0 && held[index] === required.length
    const isAllAsked = !mayRelax || (partIsEnough === 'else' && scores.some(isWhole))
    const together = inOneMeasure(required)
    let length = 0
    let whole = 0
    for (let index = 0; index < size; index += 1) {
      const score = scores[index] ?? 0
      if (score === 0) continue
      if (isWhole(score, index)) whole += 1
      else if (isAllAsked) {
        scores[index] = 0
        continue
      }
      passed[length] = index
      length += 1
      const isBehind = isForPeople && columns.category[index] === conditions
      scores[index] = score + (together?.[index] ? TOGETHER : 0) - (isBehind ? FOR_EMPLOYERS : 0)
    }
    return {
      found: passed.slice(0, length),
      scores,
      parts: told.map(({ meaning, scores: { indexes } }) => ({ meaning, count: indexes.length })),
      whole,
      isRough: length > 0 && meant.some(({ meaning }) => isRough(meaning)),
    }
  }

  return (query, isLiteral = false) => {
    try {
      // Some systems write が as two signs: か, and its mark.
      const understood = understand(query.normalize('NFC'), isLiteral)
      return understood && answer(understood)
    } catch (thrown) {
      if (thrown instanceof Waiting) return answer({ meanings: [], partIsEnough: 'never' })
      throw thrown
    }
  }
}
