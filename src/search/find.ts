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
// What the word as typed, and one that means the same, count above those that are near.
const TYPED = 3
const SAME = 1.5
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
    isInTexts: (text, where) =>
      text.length > 1 && known(texts.scores({ text, group: null }, where).some((score) => score > 0)),
    repair: (word) => known(repair(word)),
  })
  /** What is said without something that is being fetched would send the query the wrong way. */
  const known = <T>(answer: T): T => {
    if (isWaiting()) throw new Waiting()
    return answer
  }

  const scoresOf = (meaning: Meaning): Scores => {
    if (meaning.kind === 'place') {
      const asked = new Set(meaning.isUnsure ? [] : meaning.codes)
      return Float32Array.from(columns.place, (place) => (asked.has(columns.codes[place] ?? '') ? 1 : 0))
    }
    if (meaning.kind === 'outside') return new Float32Array(size)
    const scores = scoresOfForms(meaning)
    if (meaning.age !== null) addAges(scores, meaning.age)
    if (meaning.parts.length > 0) {
      const parts = meaning.parts.map((part) => ({ meaning: part, scores: scoresOf(part) }))
      const covered = cover(parts.filter(({ meaning: { kind, forms } }) => kind !== 'word' || forms.length > 1))
      for (let index = 0; index < size; index += 1) scores[index] = at(scores, index) + PARTS * at(covered, index)
    }
    return scores
  }

  /** The typed word counts most, then the best of those that mean the same, then what is near. */
  const scoresOfForms = ({ kind, forms }: Meaning): Scores => {
    const scores = new Float32Array(size)
    const same = new Float32Array(size)
    forms.forEach((form, place) => {
      // Synonyms are not looked for in the names of departments: 産業振興課 offers more than its name says.
      const found = texts.scores(form, kind === 'value' ? 'key' : place === 0 ? 'all' : 'text')
      const { weight, isNear } = form
      for (let index = 0; index < size; index += 1) {
        const score = at(found, index) * weight
        if (score === 0) continue
        if (place === 0) scores[index] = score + TYPED
        else if (isNear) scores[index] = at(scores, index) + score
        else same[index] = larger(at(same, index), score)
      }
    })
    for (let index = 0; index < size; index += 1) {
      const score = at(same, index)
      if (score > 0) scores[index] = at(scores, index) + score + (at(scores, index) < TYPED ? SAME : 0)
    }
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
    const covered = new Float32Array(size)
    for (let index = 0; index < size; index += 1) {
      let held = 0
      let score = 0
      for (let part = 0; part < free.length; part += 1) {
        const { meaning, scores } = free[part] as Read
        const found = at(scores, index)
        if (found === 0) continue
        held += shares[part] ?? 0
        score += STRENGTH[meaning.role] * (HELD + Math.min(found, MOST))
      }
      if (held < needed || (score === 0 && fixed.length === 0)) continue
      for (const { scores } of fixed) {
        const found = at(scores, index)
        score = found === 0 ? -Infinity : score + found
      }
      if (score > 0) covered[index] = score
    }
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
    for (let index = 0; index < size; index += 1) {
      if (at(scores, index) === 0) continue
      let holdsAll = true
      for (const part of required) holdsAll &&= at(part.scores, index) > 0
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

const isFor = (ranges: readonly AgeRange[], age: AgeRange | null): boolean =>
  age === null || ranges.some(({ from, to }) => from <= age.to && age.from <= to)

const at = (scores: Scores, index: number): number => scores[index] ?? 0

function countOf(scores: Scores): number {
  let count = 0
  for (const score of scores) if (score !== 0) count += 1
  return count
}

/** The larger of two scores, and a part of the other: words within one another are not counted twice. */
const larger = (a: number, b: number): number => Math.max(a, b) + 0.4 * Math.min(a, b)
