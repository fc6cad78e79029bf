import { OLDEST, type AgeRange } from '../numbers/ages.ts'
import type { SearchEntry } from './entry.ts'
import { fieldsOf, wholeOf } from './texts.ts'

/** 概ね60歳以上 lets in somebody of 58. */
const ABOUT = 3
const AGE = '(概ね|おおむね|約)?満?(?<!\\d)(\\d{2})歳?'
/** 35歳~44歳, 15歳から概ね34歳; 18歳以上65歳未満; 60歳以上. */
const RANGES = new RegExp(
  `${AGE}(?:(?:[~〜-]|から)${AGE}(?<=歳)(未満)?(?!以上)|(?<=歳)以上(?:で|かつ|[、(~〜])?${AGE}(?<=歳)(以下|未満|まで)|(?<=歳)(以上|以下|未満|まで))`,
  'g',
)

/** A programme with the ages that its texts print. */
export const withAges = (entry: Omit<SearchEntry, 'ages'>): SearchEntry => ({
  ...entry,
  ages: readAges(wholeOf(fieldsOf(entry))),
})

/**
 * The ranges of age that a normalised text prints: 60歳以上, 49歳以下, 35歳~44歳, 15歳以上40歳未満, wider where it says
 * 概ね. An age without a bound is none.
 */
export function readAges(text: string): AgeRange[] {
  return [...text.matchAll(RANGES)].map(
    ([, about, first, aboutLast, last, isUnder, aboutEnd, end, endBound, bound]) => {
      const lower = Number(first) - leeway(about)
      const upper = last ?? end
      if (upper !== undefined)
        return { from: lower, to: Number(upper) - under(isUnder ?? endBound) + leeway(about ?? aboutLast ?? aboutEnd) }
      if (bound === '以上') return { from: lower, to: OLDEST }
      return { from: 0, to: Number(first) - under(bound) + leeway(about) }
    },
  )
}
const leeway = (about: string | undefined): number => (about === undefined ? 0 : ABOUT)
const under = (bound: string | undefined): number => Number(bound === '未満')
