import type { AgeRange } from './ages.ts'

/** The word for an age in the lexicon: its decade, with its half in the thirties. */
export const decadesOf = ({ from, to }: AgeRange): string[] => {
  const first = Math.floor(from / 10)
  const last = Math.min(Math.floor(to / 10), 8)
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) =>
    index === 0 && first === 3 && from % 10 >= 5 ? '30代後半' : `${(first + index) * 10}代`,
  )
}
