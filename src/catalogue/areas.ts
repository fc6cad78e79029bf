import type { Municipality } from '../plansheet/schema.ts'

/** The parts of Tokyo, as the codes group them: 131… the wards, 132… the cities, then towns and villages. */
export const AREAS = [
  { label: '23区', from: 131_000 },
  { label: '多摩の市', from: 132_000 },
  { label: '西多摩の町と村', from: 133_000 },
  { label: '島の町と村', from: 133_600 },
] as const

/** The part of Tokyo that a municipality is in. */
export const areaOf = ({ code }: Pick<Municipality, 'code'>): (typeof AREAS)[number] =>
  AREAS.findLast(({ from }) => Number(code) >= from) ?? AREAS[0]

/** True for the municipalities on islands, whose neighbours are those on the same ferry line. */
export const isIsland = (municipality: Pick<Municipality, 'code'>): boolean => areaOf(municipality) === AREAS[3]
