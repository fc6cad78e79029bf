/** Ages that a text names, in years, both ends included. */
export interface AgeRange {
  from: number
  to: number
}

/** Where an age that is asked for has no other bound. */
export const OLDEST = 99
export const YOUNGEST = 15
/** 概ね60歳以上 lets in somebody of 58. */
const ABOUT = 3

const RANGES =
  /(概ね|おおむね|約)?満?(?<!\d)(\d{2})(?:歳?(?:[~〜-]|から)|歳以上)[、の]?(?:概ね|おおむね|約)?満?(\d{2})歳(未満)?|(概ね|おおむね|約)?満?(?<!\d)(\d{2})歳(以上|以下|未満|まで)/g

/**
 * The ranges of age that a normalised text prints: 60歳以上, 49歳以下, 35歳~44歳, 15歳以上40歳未満, wider where it says
 * 概ね. An age without a bound is none.
 */
export function readAges(text: string): AgeRange[] {
  return [...text.matchAll(RANGES)].map(([, aboutFirst, first, last, isUnder, about, bound, kind]) => {
    const more = (aboutFirst ?? about) === undefined ? 0 : ABOUT
    const years = Number(first ?? bound)
    if (last !== undefined) return { from: years - more, to: Number(last) - (isUnder === undefined ? 0 : 1) + more }
    if (kind === '以上') return { from: years - more, to: OLDEST }
    return { from: 0, to: (kind === '未満' ? years - 1 : years) + more }
  })
}

/** The word for an age in the lexicon: its decade, with its half in the thirties. */
export const decadesOf = ({ from, to }: AgeRange): string[] => {
  const first = Math.floor(from / 10)
  const last = Math.min(Math.floor(to / 10), 8)
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) =>
    index === 0 && first === 3 && from % 10 >= 5 ? '30代後半' : `${(first + index) * 10}代`,
  )
}

const yearsOf = ({ from, to }: AgeRange): number => to - from + 1
// 概ね60歳以上 begins at 57: that touches 60歳未満, but is for others.
const TOUCHED = 0.25

/** What part of the years that are asked for printed ranges hold; 0 where they are for others. */
export function fitOf(ranges: readonly AgeRange[], asked: AgeRange): number {
  const fits = ranges.map((range) => {
    const shared = Math.min(range.to, asked.to) - Math.max(range.from, asked.from) + 1
    const isTouched = shared < TOUCHED * Math.min(yearsOf(range), yearsOf(asked))
    return isTouched ? 0 : shared / yearsOf(asked)
  })
  return Math.max(0, ...fits)
}
