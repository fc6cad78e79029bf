/** Ages that a text names, in years, both ends included. */
export interface AgeRange {
  from: number
  to: number
}

/** Where an age has no other bound. */
export const OLDEST = 99
export const YOUNGEST = 15
const yearsOf = ({ from, to }: AgeRange): number => to - from + 1
// 概ね60歳以上 begins at 57: so few years, and so small a part, only touch 60歳未満. 49歳以下 and 40歳以上 share a decade.
const FEW = 4
const TOUCHED = 0.25

/** What part of the years that are asked for printed ranges hold; 0 where they are for others. */
export function fitOf(ranges: readonly AgeRange[], asked: AgeRange): number {
  const fits = ranges.map((range) => {
    const shared = Math.min(range.to, asked.to) - Math.max(range.from, asked.from) + 1
    const isTouched = shared <= FEW && shared < TOUCHED * Math.min(yearsOf(range), yearsOf(asked))
    return shared <= 0 || isTouched ? 0 : shared / yearsOf(asked)
  })
  return Math.max(0, ...fits)
}
