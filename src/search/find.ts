import { fitOf, type AgeRange } from './ages.ts'
import { CATEGORIES, type Columns } from './columns.ts'
import type { Role } from './lexicon.ts'
import type { KnownByTexts, Meaning, Understand, Understood } from './meaning.ts'
import type { AmountAsked } from './read-amount.ts'
import { added, alike, gathered, NONE, spread, type Scores } from './scores.ts'
import type { Texts } from './texts.ts'

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
  /** True where no programme holds all parts of a sentence, and those that hold some are shown. */
  isRelaxed: boolean
  /** True where a few of those found may not hold the words: count and sums are then not exact. */
  isRough: boolean
}

/** True where nothing was found for a word that nothing is known of: while it is being written, it may become any. */
export const isUnfinished = ({ found, parts }: Answer): boolean =>
  found.length === 0 && parts.some(({ meaning, count }) => meaning.kind === 'unknown' && count === 0)

/** What the finder needs to know. */
export interface FinderParts {
  texts: Texts
  columns: Columns
  /** The amounts of all programmes, in thousand yen; 0 while they are being fetched (see `isWaiting`). */
  allAmounts: () => Uint32Array
  /** The known word that a misspelt one most resembles. */
  repair: (word: string) => string | null
  /** True while something that was asked for is still being fetched. */
  isWaiting: () => boolean
  makeUnderstanding: (known: KnownByTexts) => Understand
}

/** What stops the understanding of a query that cannot go on without what is being fetched. */
class Waiting extends Error {}

const STRENGTH: Record<Role, number> = {
  topic: 1,
  industry: 1,
  soft: 0.5,
  employer: 0.4,
  weak: 0.12,
  stop: 0,
  outside: 1,
  place: 1,
}
// What the word as typed counts above those that mean the same.
const TYPED = 1.5
const IN_AGE = 4
const PARTS = 0.05
// A programme that holds this part of what a sentence asks for is shown. Who tells his story says much that is no wish.
const COVERED = 0.35
const COVERED_OF_STORY = 0.2
const STORY = 2.5
const HELD = 3
const MOST = 8
// A word that is in no list and no text counts as asked for, and not held.
const UNKNOWN = 0.7
// One character left over of a sentence is hardly what is asked for.
const UNKNOWN_SIGN = 0.2
// From an employer it is most often his trade.
const UNKNOWN_TRADE = 0.3
// A programme for employers stands a little behind one for people, unless an employer asks.
const FOR_EMPLOYERS = 0.3
// A thousand yen counts more than all words of a query together.
const ABOVE_WORDS = 1000
const LATIN = /^[a-z]/
const MONTH = /^on:.*-/
const YEAR = /^(?:fy|on):\d+$/

interface Read {
  meaning: Meaning
  scores: Scores
}

/**
 * Makes the function that answers queries. Every word must be found, in any field: as a number that means something, as
 * a municipality, as a word of the lexicon or of the texts, or as one that it most resembles. Of a sentence, or of three
 * words and more, a part is enough (see COVERED). The answer is null for what is not understood.
 */
export function makeFinder({
  texts,
  columns,
  allAmounts,
  repair,
  isWaiting,
  makeUnderstanding,
}: FinderParts): (query: string, isLiteral?: boolean) => Answer | null {
  const { size } = columns
  // One place for each programme, made once: to make them with every key keeps the browser busy with clearing up.
  const shareHeld = new Float64Array(size)
  const counted = new Uint8Array(size)
  const passed = new Uint32Array(size)
  const every = passed.map((_, index) => index)
  const knownPlaces = new Map<string, Scores>()
  const understand = makeUnderstanding({
    isInTexts: (text, where) => text.length > 1 && known(texts.scores({ text, group: null }, where).indexes.length > 0),
    repair: (word) => known(repair(word)),
  })
  /** What is said without something that is being fetched would send the query the wrong way. */
  const known = <T>(answer: T): T => {
    if (isWaiting()) throw new Waiting()
    return answer
  }

  const isRough = ({ forms, parts }: Meaning): boolean =>
    forms.some(({ text }) => texts.isRough(text)) || parts.some(isRough)

  // A word means the same with every key that is struck behind it.
  const knownScores = new WeakMap<Meaning, Scores>()
  const scoresOf = (meaning: Meaning): Scores => {
    const scores = knownScores.get(meaning) ?? addUp(meaning)
    if (!isWaiting()) knownScores.set(meaning, scores)
    return scores
  }
  const addUp = (meaning: Meaning): Scores => {
    if (meaning.kind === 'outside') return NONE
    if (meaning.kind === 'place') return meaning.isUnsure ? NONE : ofPlaces(meaning.codes)
    if (meaning.amount !== null) return ofAmounts(meaning.amount)
    const scores = meaning.kind === 'value' ? scoresOfValue(meaning) : scoresOfWord(meaning)
    if (meaning.age !== null) return withAges(scores, meaning.age)
    if (meaning.parts.length === 0) return scores
    const parts = meaning.parts.map((part) => ({ meaning: part, scores: scoresOf(part) }))
    return added(scores, gathered(cover(parts)), 0, PARTS)
  }

  const ofPlaces = (asked: readonly string[]): Scores => {
    const name = asked.join()
    const isAsked = columns.codes.map((code) => asked.includes(code))
    const scores = knownPlaces.get(name) ?? alike(every.filter((index) => isAsked[columns.place[index] ?? 0]))
    knownPlaces.set(name, scores)
    return scores
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
  const scoresOfWord = ({ forms, age }: Meaning): Scores => {
    // An English word is in no text: the first word of its group stands for it.
    const [first, main] = forms
    const isAbsent = first !== undefined && LATIN.test(first.text) && texts.scores(first, 'all').indexes.length === 0
    const typed = isAbsent ? main : first
    const groups = [...new Set(forms.flatMap(({ group }) => group ?? []))]
    // 49歳以下 is said in words for four decades, and each of them counts less.
    const share = age === null ? 1 : 1 / groups.length
    return groups.reduce(
      (sum, group) => added(sum, texts.ofGroup(group), 0, share),
      typed === undefined ? NONE : added(NONE, texts.scores(typed, 'all'), TYPED),
    )
  }

  /** The first key is what is meant most likely. */
  const scoresOfValue = ({ forms }: Meaning): Scores =>
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

  /** The programmes that hold enough of what is asked. Places and numbers must be held. */
  const cover = (read: readonly Read[], isEmployer = false): Float32Array => {
    const isFixed = ({ meaning: { kind } }: Read): boolean => kind === 'place' || kind === 'value' || kind === 'outside'
    const fixed = read.filter(isFixed)
    const free = read.filter((part) => !isFixed(part))
    // An employer says what his business is; help for any business serves him too, behind that for his own.
    const shareOf = ({ kind, role, typed }: Meaning): number => {
      if (role === 'weak') return 0
      if (kind === 'unknown' && typed.length === 1) return UNKNOWN_SIGN
      if (kind === 'unknown') return isEmployer ? UNKNOWN_TRADE : UNKNOWN
      return STRENGTH[isEmployer && role === 'industry' ? 'employer' : role]
    }
    const shares = free.map(({ meaning }) => shareOf(meaning))
    const asked = shares.reduce((sum, share) => sum + share, 0)
    const needed = asked * (asked > STORY ? COVERED_OF_STORY : COVERED)
    // Part by part over the programmes that hold it: most of tens of thousands hold none.
    const held = shareHeld.fill(0)
    const covered = new Float32Array(size)
    free.forEach(({ meaning: { role, age }, scores: { indexes, values } }, part) => {
      // How well an age fits counts beside any words.
      const most = age === null ? MOST : MOST + IN_AGE
      const share = shares[part] ?? 0
      const strength = STRENGTH[role]
      for (let at = 0; at < indexes.length; at += 1) {
        const index = indexes[at] ?? 0
        held[index] = (held[index] ?? 0) + share
        covered[index] = (covered[index] ?? 0) + strength * (HELD + Math.min(values[at] ?? 0, most))
      }
    })
    const met = counted.fill(0)
    for (const { scores } of fixed)
      for (let at = 0; at < scores.indexes.length; at += 1) {
        const index = scores.indexes[at] ?? 0
        met[index] = (met[index] ?? 0) + 1
        covered[index] = (covered[index] ?? 0) + (scores.values[at] ?? 0)
      }
    for (let index = 0; index < size; index += 1)
      if ((held[index] ?? 0) < needed || met[index] !== fixed.length) covered[index] = 0
    return covered
  }

  return (query, isLiteral = false) => {
    try {
      // Some systems write が as two signs: か, and its mark.
      const understood = understand(query.normalize('NFC'), isLiteral)
      return understood && answer(understood)
    } catch (thrown) {
      if (thrown instanceof Waiting)
        return { found: NONE.indexes, scores: new Float32Array(size), parts: [], isRelaxed: false, isRough: false }
      throw thrown
    }
  }

  function answer({ meanings, isSentence }: Understood): Answer {
    const meant = meanings
      .filter(({ role, kind }) => role !== 'stop' || kind !== 'word')
      // What is said twice is asked for once.
      .filter(
        ({ forms: [form] }, place, all) =>
          form?.group == null || all.findIndex(({ forms: [other] }) => other?.group === form.group) === place,
      )
      .map((meaning) => ({ meaning, scores: scoresOf(meaning) }))
    const excluded = meant.filter(({ meaning: { isExcluded } }) => isExcluded)
    const wanted = meant.filter(({ meaning: { isExcluded } }) => !isExcluded)
    // What is not wanted says nothing of who asks.
    const isEmployer = wanted.some(({ meaning: { role } }) => role === 'employer')
    const named = wanted.filter(({ meaning: { kind } }) => kind === 'place')
    const [months, years] = [MONTH, YEAR].map((key) =>
      wanted.filter(({ meaning: { kind, forms } }) => kind === 'value' && key.test(forms[0]?.text ?? '')),
    )
    // A programme has one municipality and one year, and begins once: of several that are named any will do.
    const read = [named, months ?? [], years ?? []].reduce((parts, alternatives) => {
      const ofAny = alternatives.reduce((sum, { scores }) => added(sum, scores), NONE)
      return parts.map((part) => (alternatives.includes(part) ? { ...part, scores: ofAny } : part))
    }, wanted)
    const needed = read.filter(({ meaning: { role } }) => role !== 'weak')
    const required = needed.length > 0 ? needed : read
    const mayRelax = isSentence && needed.length > 0
    let scores = read.length === 0 && excluded.length > 0 ? new Float32Array(size).fill(1) : cover(read, isEmployer)
    // Who names a place, and besides only what is asked for anywhere, gets the programmes of the place.
    if (mayRelax && named.length > 0 && scores.every((score) => score === 0))
      scores = cover(
        read.filter(({ meaning: { role } }) => role !== 'soft'),
        isEmployer,
      )
    // Whom a programme excludes by the ages that it prints, it is not for, whatever else it holds.
    for (const age of read.flatMap(({ meaning }) => meaning.age ?? []))
      for (const { ranges, indexes } of texts.ages())
        if (fitOf(ranges, age) === 0) for (const index of indexes) scores[index] = 0
    for (const { scores: unwanted } of excluded) for (const index of unwanted.indexes) scores[index] = 0
    // Among the programmes of a place or a number none stands behind.
    const isForPeople = !isEmployer && read.some(({ meaning: { kind } }) => kind === 'word' || kind === 'age')
    const conditions = CATEGORIES.indexOf('conditions')
    let isStrict = false
    const held = counted.fill(0)
    for (const {
      scores: { indexes },
    } of required)
      for (let at = 0; at < indexes.length; at += 1) held[indexes[at] ?? 0] = (held[indexes[at] ?? 0] ?? 0) + 1
    let length = 0
    for (let index = 0; index < size; index += 1) {
      const score = scores[index] ?? 0
      if (score === 0) continue
      const holdsAll = held[index] === required.length
      isStrict ||= holdsAll
      if (!holdsAll && !mayRelax) {
        scores[index] = 0
        continue
      }
      passed[length] = index
      length += 1
      if (isForPeople && columns.category[index] === conditions) scores[index] = score - FOR_EMPLOYERS
    }
    const found = passed.slice(0, length)
    return {
      found,
      scores,
      parts: meant.map((part) => ({ meaning: part.meaning, count: part.scores.indexes.length })),
      isRelaxed: length > 0 && !isStrict,
      isRough: length > 0 && meant.some(({ meaning }) => isRough(meaning)),
    }
  }
}
