import type { AgeRange } from './ages.ts'
import { CATEGORIES, type Columns } from './columns.ts'
import type { Lexicon, Role } from './lexicon.ts'
import { makePlaceReader, type Place } from './places.ts'
import type { Scores, Texts } from './texts.ts'
import { makeUnderstanding, type Meaning, type Understood } from './understand.ts'

/** What came of one part of a query. */
export interface PartAnswer {
  meaning: Meaning
  /** How many programmes it finds by itself. */
  count: number
}

/** The answer to a query. */
export interface Answer {
  /** How well each programme fits, by its place in the catalogue; 0 where it is not found. */
  scores: Scores
  /** How many are found. */
  count: number
  parts: PartAnswer[]
  /** True where no programme holds all parts of a sentence, and those that hold some are shown. */
  isRelaxed: boolean
  /** True where a few of those found may not hold the words: count and sums are then not exact. */
  isRough: boolean
}

/** What the finder needs to know. */
export interface Known {
  texts: Texts
  columns: Columns
  places: readonly Place[]
  lexicon: Lexicon
  /** The known word that a misspelt one most resembles. */
  repair: (word: string) => string | null
  /** True while something that was asked for is still being fetched. */
  isWaiting: () => boolean
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
const IN_AGE = 3
const PARTS = 0.05
// A programme that holds this part of what a sentence asks for is shown.
const COVERED = 0.45
const HELD = 3
const MOST = 8
// A word that is in no list and no text counts as asked for, and not held.
const UNKNOWN = 0.7
// From an employer it is most often his trade.
const UNKNOWN_TRADE = 0.3
// A programme for employers stands a little behind one for people, unless an employer asks.
const FOR_EMPLOYERS = 0.3

interface Read {
  meaning: Meaning
  scores: Scores
}

/**
 * Makes the function that answers queries. Every word must be found, in any field: as a number that means something, as
 * a municipality, as a word of the lexicon or of the texts, or as one that it most resembles. Of a sentence the greater
 * part must be found.
 */
export function makeFinder({
  texts,
  columns,
  places,
  lexicon,
  repair,
  isWaiting,
}: Known): (query: string, isLiteral?: boolean) => Answer {
  const { size } = columns
  const understand = makeUnderstanding({
    lexicon,
    places: makePlaceReader(places),
    isInTexts: (text, where) => text.length > 1 && known(countOf(texts.scores({ text, group: null }, where)) > 0),
    repair: (word) => known(repair(word)),
  })
  /** What is said without something that is being fetched would send the query the wrong way. */
  const known = <T>(answer: T): T => {
    if (isWaiting()) throw new Waiting()
    return answer
  }

  const scoresOf = (meaning: Meaning): Scores => {
    if (meaning.kind === 'place') {
      const isAsked = columns.codes.map((code) => (!meaning.isUnsure && meaning.codes.includes(code) ? 1 : 0))
      const scores = new Float32Array(size)
      for (let index = 0; index < size; index += 1) scores[index] = isAsked[columns.place[index] ?? 0] ?? 0
      return scores
    }
    if (meaning.kind === 'outside') return new Float32Array(size)
    const scores = meaning.kind === 'value' ? scoresOfValue(meaning) : scoresOfWord(meaning)
    if (meaning.age !== null) addAges(scores, meaning.age)
    if (meaning.parts.length > 0) {
      const parts = meaning.parts.map((part) => ({ meaning: part, scores: scoresOf(part) }))
      const covered = cover(parts.filter(({ meaning: { kind, forms } }) => kind !== 'word' || forms.length > 1))
      for (let index = 0; index < size; index += 1) scores[index] = at(scores, index) + PARTS * at(covered, index)
    }
    return scores
  }

  /** The word as typed counts most. */
  const scoresOfWord = ({ forms }: Meaning): Scores => {
    const scores = new Float32Array(size)
    const [typed] = forms
    if (typed !== undefined) add(scores, texts.scores(typed, 'all'), TYPED)
    for (const group of new Set(forms.map((form) => form.group))) if (group !== null) add(scores, texts.ofGroup(group))
    return scores
  }

  /** The first key is what is meant most likely. */
  const scoresOfValue = ({ forms }: Meaning): Scores => {
    const scores = new Float32Array(size)
    forms.forEach((form, place) => {
      add(scores, texts.scores(form, 'key'), place === 0 ? TYPED : 0)
    })
    return scores
  }

  /** A programme that prints ages is for those ages alone. */
  const addAges = (scores: Scores, age: AgeRange): void => {
    for (const { ranges, indexes } of texts.ages()) {
      for (const index of indexes) scores[index] = isFor(ranges, age) ? at(scores, index) + IN_AGE : 0
    }
  }

  /** The programmes that hold the greater part of what is asked. Places and numbers must be held. */
  const cover = (read: readonly Read[], isEmployer = false): Scores => {
    const isFixed = ({ meaning: { kind } }: Read): boolean => kind === 'place' || kind === 'value' || kind === 'outside'
    const fixed = read.filter(isFixed)
    const free = read.filter((part) => !isFixed(part))
    const shares = free.map(({ meaning: { kind, role } }) =>
      kind === 'unknown' ? (isEmployer ? UNKNOWN_TRADE : UNKNOWN) : role === 'weak' ? 0 : STRENGTH[role],
    )
    const needed = COVERED * shares.reduce((sum, share) => sum + share, 0)
    // Part by part over all programmes: with tens of thousands the other way round is several times slower.
    const held = new Float64Array(size)
    const covered = new Float32Array(size)
    free.forEach(({ meaning: { role }, scores }, part) => {
      const share = shares[part] ?? 0
      const strength = STRENGTH[role]
      for (let index = 0; index < size; index += 1) {
        const found = at(scores, index)
        if (found === 0) continue
        held[index] = (held[index] ?? 0) + share
        covered[index] = at(covered, index) + strength * (HELD + Math.min(found, MOST))
      }
    })
    for (let index = 0; index < size; index += 1) if ((held[index] ?? 0) < needed) covered[index] = -Infinity
    for (const { scores } of fixed)
      for (let index = 0; index < size; index += 1) {
        const found = at(scores, index)
        covered[index] = found === 0 ? -Infinity : at(covered, index) + found
      }
    for (let index = 0; index < size; index += 1) covered[index] = Math.max(0, at(covered, index))
    return covered
  }

  return (query, isLiteral = false) => {
    try {
      return answer(understand(query, isLiteral))
    } catch (thrown) {
      if (thrown instanceof Waiting)
        return { scores: new Float32Array(size), count: 0, parts: [], isRelaxed: false, isRough: false }
      throw thrown
    }
  }

  function answer({ meanings, isSentence }: Understood): Answer {
    const isEmployer = meanings.some(({ role }) => role === 'employer')
    const read = meanings
      .filter(({ role, kind }) => role !== 'stop' || kind !== 'word')
      // What is said twice is asked for once.
      .filter(
        ({ forms: [form] }, place, all) =>
          form?.group == null || all.findIndex(({ forms: [other] }) => other?.group === form.group) === place,
      )
      // An employer says what his business is; help for any business serves him too.
      .map((meaning): Meaning =>
        isEmployer && meaning.role === 'industry' ? { ...meaning, role: 'employer' } : meaning,
      )
      .map((meaning) => ({ meaning, scores: scoresOf(meaning) }))
    const needed = read.filter(({ meaning: { role } }) => role !== 'weak')
    const required = needed.length > 0 ? needed : read
    const scores = read.length === 0 ? new Float32Array(size) : cover(read, isEmployer)
    // Whom a programme excludes by the ages that it prints, it is not for, whatever else it holds.
    for (const { meaning } of read) {
      for (const { ranges, indexes } of meaning.age === null ? [] : texts.ages())
        if (!isFor(ranges, meaning.age)) for (const index of indexes) scores[index] = 0
    }
    // Among the programmes of a place or a number none stands behind.
    const isForPeople = !isEmployer && read.some(({ meaning: { kind } }) => kind === 'word' || kind === 'age')
    const mayRelax = isSentence && needed.length > 0
    const conditions = CATEGORIES.indexOf('conditions')
    let isStrict = false
    const held = new Uint8Array(size)
    for (const part of required)
      for (let index = 0; index < size; index += 1) if (at(part.scores, index) > 0) held[index] = (held[index] ?? 0) + 1
    for (let index = 0; index < size; index += 1) {
      if (at(scores, index) === 0) continue
      const holdsAll = held[index] === required.length
      isStrict ||= holdsAll
      if (!holdsAll && !mayRelax) scores[index] = 0
      else if (isForPeople && columns.category[index] === conditions) scores[index] = at(scores, index) - FOR_EMPLOYERS
    }
    const count = countOf(scores)
    return {
      scores,
      count,
      parts: read.map((part) => ({ meaning: part.meaning, count: countOf(part.scores) })),
      isRelaxed: count > 0 && !isStrict,
      isRough: count > 0 && read.some(({ meaning }) => meaning.forms.some(({ text }) => texts.isRough(text))),
    }
  }
}

/** Adds what was found, and for each programme found a bonus. */
function add(scores: Scores, found: Scores, bonus = 0): void {
  for (let index = 0; index < scores.length; index += 1) {
    const score = at(found, index)
    if (score > 0) scores[index] = at(scores, index) + score + bonus
  }
}

const isFor = (ranges: readonly AgeRange[], age: AgeRange | null): boolean =>
  age === null || ranges.some(({ from, to }) => from <= age.to && age.from <= to)

const at = (scores: Scores, index: number): number => scores[index] ?? 0

function countOf(scores: Scores): number {
  let count = 0
  for (let index = 0; index < scores.length; index += 1) if (scores[index] !== 0) count += 1
  return count
}
