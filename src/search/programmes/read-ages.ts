import { OLDEST, type AgeRange } from '../numbers/ages.ts'

/** 概ね60歳以上 lets in somebody of 58. */
const ABOUT = 3
const AGE = '(?:(概ね|おおむね|約) ?)?満?(?<!\\d)(\\d{2})歳?'
/**
 * 35歳~44歳, 15歳から概ね34歳; 18歳以上65歳未満, 18歳以上(65歳未満); 60歳以上, 65歳超. Not who is left out, who is only
 * counted (約4割が55歳以上, 60歳以上が半数), nor 70歳までの就業機会.
 */
const RANGES = new RegExp(
  `(?<!(?:[割%]|半数)[がは])${AGE}(?:(?:[~〜-]|から)${AGE}(?<=歳)(未満)?(?!以上)|(?<=歳)以上(?:で|かつ|[、(~〜 ])?${AGE}(?<=歳)(以下|未満|まで)(?:(?<=\\([^)]*)\\))?|(?<=歳)(以上|超(?!え)|以下|未満|まで(?!の(?:雇用|就業))))(?!を?除|が[^、。]{0,9}(?:割|%|半数))`,
  'g',
)

/** A range of age as a text prints it. */
export interface PrintedAges extends AgeRange {
  /** Where it stands in the normalised text, and behind what. */
  start: number
  end: number
}

/**
 * The ranges of age that a normalised text prints: 60歳以上, 49歳以下, 35歳~44歳, 15歳以上40歳未満, wider where it says
 * 概ね. An age without a bound is none.
 */
export const readAges = (text: string): PrintedAges[] =>
  [...text.matchAll(RANGES)].map((match) => ({
    ...rangeOf(match),
    start: match.index,
    end: match.index + match[0].length,
  }))

function rangeOf([
  ,
  about,
  first,
  aboutLast,
  last,
  isUnder,
  aboutEnd,
  end,
  endBound,
  bound,
]: RegExpExecArray): AgeRange {
  const lower = Number(first) - leeway(about)
  const upper = last ?? end
  if (upper !== undefined)
    return { from: lower, to: Number(upper) - under(isUnder ?? endBound) + leeway(about ?? aboutLast ?? aboutEnd) }
  if (bound !== undefined && /上|超/.test(bound)) return { from: lower, to: OLDEST }
  return { from: 0, to: Number(first) - under(bound) + leeway(about) }
}
const leeway = (about: string | undefined): number => (about === undefined ? 0 : ABOUT)
const under = (bound: string | undefined): number => Number(bound === '未満')
