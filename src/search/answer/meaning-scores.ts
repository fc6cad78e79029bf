import { fitOf, type AgeRange } from '../numbers/ages.ts'
import type { AmountAsked } from '../numbers/read-amount.ts'
import type { Columns } from '../programmes/columns.ts'
import { added, alike, gathered, NONE, spread, type Scores } from '../programmes/scores.ts'
import type { Texts } from '../programmes/texts.ts'
import type { Meaning } from '../query/meaning.ts'
import { IN_AGE, type Cover } from './cover.ts'

/** What scores are made from. */
export interface Sources {
  texts: Texts
  columns: Columns
  /** The amounts of all programmes, in thousand yen; 0 while they are being fetched (see `isWaiting`). */
  allAmounts: () => Uint32Array
  /** True while something that was asked for is still being fetched. */
  isWaiting: () => boolean
}

// What the word as typed counts above those that mean the same, and the share that these count where it is printed.
const TYPED = 3
const BESIDE_TYPED = 0.6
const PARTS = 0.05
// A thousand yen counts more than all words of a query together.
const ABOVE_WORDS = 1000
const LATIN = /^[a-z]/

/** Makes the function that says how strongly programmes hold what a part of a query means. */
export function makeMeaningScores(
  { texts, columns, allAmounts, isWaiting }: Sources,
  cover: Cover,
): (meaning: Meaning) => Scores {
  const { size } = columns
  const every = new Uint32Array(size).map((_, index) => index)

  // A word means the same with every key that is struck behind it.
  const known = new WeakMap<Meaning, Scores>()
  const scoresOf = (meaning: Meaning): Scores => {
    const scores = known.get(meaning) ?? addUp(meaning)
    if (!isWaiting()) known.set(meaning, scores)
    return scores
  }
  const addUp = (meaning: Meaning): Scores => {
    if (meaning.kind === 'outside') return NONE
    if (meaning.kind === 'place') return meaning.isUnsure ? NONE : ofPlaces(meaning.codes)
    if (meaning.amount !== null) return ofAmounts(meaning.amount)
    const scores = meaning.kind === 'value' ? ofValue(meaning) : ofWord(meaning)
    if (meaning.age !== null) return withAges(scores, meaning.age)
    if (meaning.parts.length === 0) return scores
    const parts = meaning.parts.map((part) => ({ meaning: part, scores: scoresOf(part) }))
    return added(scores, gathered(cover(parts)), 0, PARTS)
  }

  const ofPlaces = (asked: readonly string[]): Scores => {
    const isAsked = columns.codes.map((code) => asked.includes(code))
    return alike(every.filter((index) => isAsked[columns.place[index] ?? 0]))
  }

  const ofAmounts = (asked: AmountAsked): Scores => {
    const amounts = allAmounts()
    if (typeof asked === 'string') {
      const largest = asked === 'most' ? 0 : amounts.reduce((most, amount) => Math.max(most, amount), 0)
      return { indexes: every, values: Float32Array.from(amounts, (own) => Math.abs(largest - own) * ABOVE_WORDS + 1) }
    }
    const { from, to } = asked
    return alike(every.filter((index) => from <= (amounts[index] ?? 0) && (amounts[index] ?? 0) <= to))
  }

  /** The word as typed counts most. */
  const ofWord = ({ forms, age }: Meaning): Scores => {
    // An English word is in no text: the first word of its group stands for it.
    const [first, main] = forms
    const isAbsent = first !== undefined && LATIN.test(first.text) && texts.scores(first, 'all').indexes.length === 0
    const typed = isAbsent ? main : first
    const groups = [...new Set(forms.flatMap(({ group }) => group ?? []))]
    const asTyped = typed === undefined ? NONE : texts.scores(typed, 'all')
    // 49歳以下 is said in words for four decades, and each of them counts less.
    const isPrinted = typed !== undefined && texts.scores(typed, 'text').indexes.length > 0
    const share = (age === null ? 1 : 1 / groups.length) * (isPrinted ? BESIDE_TYPED : 1)
    return groups.reduce((sum, group) => added(sum, texts.ofGroup(group), 0, share), added(NONE, asTyped, TYPED))
  }

  /** The first key is what is meant most likely. */
  const ofValue = ({ forms }: Meaning): Scores =>
    forms.reduce((sum, form, place) => added(sum, texts.scores(form, 'key'), place === 0 ? TYPED : 0), NONE)

  /** A programme that prints ages is for those ages alone. */
  const withAges = (scores: Scores, age: AgeRange): Scores => {
    const all = spread(scores, size)
    for (const { ranges, indexes } of texts.ages()) {
      const fit = fitOf(ranges, age)
      for (const index of indexes) all[index] = fit === 0 ? 0 : (all[index] ?? 0) + IN_AGE * fit
    }
    return gathered(all)
  }

  return scoresOf
}
