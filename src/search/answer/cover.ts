import type { Scores } from '../programmes/scores.ts'
import type { Meaning } from '../query/meaning.ts'
import type { Role } from '../words/lexicon.ts'

/** A part of a query, and how strongly programmes hold it. */
export interface Read {
  meaning: Meaning
  scores: Scores
}

/**
 * The programmes that hold enough of what is asked: a score for each of the catalogue, 0 where one does not. An employer
 * is not asked to find his own trade.
 */
export type Cover = (read: readonly Read[], isEmployer?: boolean) => Float32Array

/** How much a word counts, by its role. */
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
// A programme that holds this part of what a sentence asks for is shown. Who tells his story says much that is no wish.
const COVERED = 0.35
const COVERED_OF_STORY = 0.2
const STORY = 2.5
const HELD = 3
const MOST = 11
/** Who names a trade asks for that first: his age counts so much less. */
const BESIDE_TRADE = 0.6
/** What an age counts that fits. */
export const IN_AGE = 4
/** What a word counts that all programmes hold, and how much more one that none holds: the rarer, the more it says. */
const COMMON = 0.8
const RARE = 0.5
// A word that is in no list and no text counts as asked for, and not held.
const UNKNOWN = 0.7
// One character left over of a sentence is hardly what is asked for.
const UNKNOWN_SIGN = 0.2
// From an employer it is most often his trade.
const UNKNOWN_TRADE = 0.3

/** Places and numbers must be held. */
const isFixed = ({ meaning: { kind } }: Read): boolean => kind === 'place' || kind === 'value' || kind === 'outside'

/**
 * How much of what is asked a part is. Help for any business serves an employer too, behind that for his own; who names
 * a trade is not served by what is offered for any (農業 研修 相談).
 */
function shareOf({ kind, role, typed }: Meaning, isEmployer: boolean, hasTrade: boolean): number {
  if (role === 'weak' || (role === 'soft' && hasTrade && !isEmployer)) return 0
  if (kind === 'unknown' && typed.length === 1) return UNKNOWN_SIGN
  if (kind === 'unknown') return isEmployer ? UNKNOWN_TRADE : UNKNOWN
  return STRENGTH[isEmployer && role === 'industry' ? 'employer' : role]
}

/**
 * Makes what weighs the parts of queries against one another.
 * @param size how many programmes there are
 */
export function makeCover(size: number): Cover {
  // One place for each programme, made once: to make them with every key keeps the browser busy with clearing up.
  const shareHeld = new Float64Array(size)
  const counted = new Uint8Array(size)

  return (read, isEmployer = false) => {
    const fixed = read.filter(isFixed)
    const free = read.filter((part) => !isFixed(part))
    const hasTrade = free.some(({ meaning: { role } }) => role === 'industry')
    const shares = free.map(({ meaning }) => shareOf(meaning, isEmployer, hasTrade))
    const asked = shares.reduce((sum, share) => sum + share, 0)
    const needed = asked > UNKNOWN_SIGN ? asked * (asked > STORY ? COVERED_OF_STORY : COVERED) : 0
    // Part by part over the programmes that hold it: most of tens of thousands hold none.
    const held = shareHeld.fill(0)
    const covered = new Float32Array(size)
    free.forEach(({ meaning: { role, age }, scores: { indexes, values } }, part) => {
      // How well an age fits counts beside any words.
      const most = age === null ? MOST : MOST + IN_AGE
      const share = shares[part] ?? 0
      const rarity = 1 - Math.log(indexes.length + 1) / Math.log(size + 1)
      const strength = STRENGTH[role] * (age !== null && hasTrade ? BESIDE_TRADE : 1) * (COMMON + RARE * rarity)
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
}
