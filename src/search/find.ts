import type { AgeRange } from './ages.ts'
import { CATEGORIES, type Columns } from './columns.ts'
import type { Lexicon, Role } from './lexicon.ts'
import { makePlaceReader, type Place } from './places.ts'
import type { Scores, Texts } from './texts.ts'
import { makeUnderstanding, type Meaning } from './understand.ts'

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
}

/** What the finder needs to know. */
export interface Known {
  texts: Texts
  columns: Columns
  places: readonly Place[]
  lexicon: Lexicon
  /** The known word that a misspelt one most resembles. */
  repair: (word: string) => string | null
}

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
}: Known): (query: string, isLiteral?: boolean) => Answer {
  const { size } = columns
  const understand = makeUnderstanding({
    lexicon,
    places: makePlaceReader(places),
    isInTexts: (text, where) => text.length > 1 && countOf(texts.scores({ text, group: null }, where)) > 0,
    repair,
  })

  const scoresOf = (meaning: Meaning): Scores => {
    if (meaning.kind === 'place') {
      const asked = new Set(meaning.isUnsure ? [] : meaning.codes)
      return Float32Array.from(columns.place, (place) => (asked.has(columns.codes[place] ?? '') ? 1 : 0))
    }
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
      for (let index = 0; index < size; index += 1) {
        const score = at(found, index) * form.weight
        if (score === 0) continue
        if (place === 0) scores[index] = score + TYPED
        else if (form.isNear) scores[index] = at(scores, index) + score
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
      const isFor = ranges.some(({ from, to }) => from <= age.to && age.from <= to)
      for (const index of indexes) scores[index] = isFor ? at(scores, index) + IN_AGE : 0
    }
  }

  /** The programmes that hold the greater part of what is asked. Places and numbers must be held. */
  const cover = (read: readonly Read[]): Scores => {
    const isFixed = ({ meaning: { kind } }: Read): boolean => kind === 'place' || kind === 'value' || kind === 'outside'
    const fixed = read.filter(isFixed)
    const free = read.filter((part) => !isFixed(part))
    const shares = free.map(({ meaning: { kind, role } }) =>
      kind === 'unknown' ? UNKNOWN : role === 'weak' ? 0 : STRENGTH[role],
    )
    const needed = COVERED * shares.reduce((sum, share) => sum + share, 0)
    const covered = new Float32Array(size)
    for (let index = 0; index < size; index += 1) {
      if (fixed.some(({ scores }) => at(scores, index) === 0)) continue
      let held = 0
      let score = 0
      free.forEach(({ meaning, scores }, place) => {
        const found = at(scores, index)
        if (found === 0) return
        held += shares[place] ?? 0
        score += STRENGTH[meaning.role] * (HELD + Math.min(found, MOST))
      })
      for (const { scores } of fixed) score += at(scores, index)
      if (held >= needed) covered[index] = score
    }
    return covered
  }

  return (query, isLiteral = false) => {
    const { meanings, isSentence } = understand(query, isLiteral)
    const isEmployer = meanings.some(({ role }) => role === 'employer')
    const read = meanings
      .filter(({ role, kind }) => role !== 'stop' || kind !== 'word')
      // An employer says what his business is; help for any business serves him too.
      .map((meaning): Meaning =>
        isEmployer && meaning.role === 'industry' ? { ...meaning, role: 'employer' } : meaning,
      )
      .map((meaning) => ({ meaning, scores: scoresOf(meaning) }))
    const needed = read.filter(({ meaning: { role } }) => role !== 'weak')
    const required = needed.length > 0 ? needed : read
    const scores = read.length === 0 ? new Float32Array(size) : cover(read)
    // Among the programmes of a place or a number none stands behind.
    const isForPeople = !isEmployer && read.some(({ meaning: { kind } }) => kind === 'word' || kind === 'age')
    let isStrict = false
    for (let index = 0; index < size; index += 1) {
      const holdsAll = required.every((part) => at(part.scores, index) > 0)
      isStrict ||= holdsAll
      if (!holdsAll && !(isSentence && needed.length > 0)) scores[index] = 0
      else if (isForPeople && columns.category[index] === CATEGORIES.indexOf('conditions') && at(scores, index) > 0)
        scores[index] = at(scores, index) - FOR_EMPLOYERS
    }
    const count = countOf(scores)
    return {
      scores,
      count,
      parts: read.map((part) => ({ meaning: part.meaning, count: countOf(part.scores) })),
      isRelaxed: count > 0 && !isStrict,
    }
  }
}

const at = (scores: Scores, index: number): number => scores[index] ?? 0

function countOf(scores: Scores): number {
  let count = 0
  for (const score of scores) if (score !== 0) count += 1
  return count
}

/** The larger of two scores, and a part of the other: words within one another are not counted twice. */
const larger = (a: number, b: number): number => Math.max(a, b) + 0.4 * Math.min(a, b)
