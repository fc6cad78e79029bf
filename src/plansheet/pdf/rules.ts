import type { Glyph, Rule } from './page.ts'

/** Lines nearer than this are one: the two of a double line, the borders of two cells, one line drawn twice. */
export const NEAR = 2.5
// Dashes and dots nearer than this are one line.
const GAP = 3
// Shorter, it rules no cell.
const SHORTEST = 6

/** A line across a page, and the stretches in which it is drawn. */
export interface Line {
  at: number
  stretches: [from: number, to: number][]
}

/** Puts the ruled lines of a page together: what lies on one line is one line, with the stretches in which it is drawn. */
export function gatherLines(rules: readonly Rule[], isLevel: boolean): Line[] {
  const sorted = rules.filter((rule) => rule.isLevel === isLevel).sort((a, b) => a.at - b.at)
  const groups = groupNear(sorted.map((rule) => [rule]))
  // Where a group lies is known only now: two of them may lie near each other.
  return groupNear(groups).flatMap((group) => {
    const stretches: [from: number, to: number][] = []
    for (const { from, to } of group.sort((a, b) => a.from - b.from)) {
      const last = stretches.at(-1)
      if (last !== undefined && from <= last[1] + GAP) last[1] = Math.max(last[1], to)
      else stretches.push([from, to])
    }
    const long = stretches.filter(([from, to]) => to - from >= SHORTEST)
    return long.length === 0 ? [] : [{ at: placeOf(group), stretches: long }]
  })
}

/** Where rules lie together: the long ones tell more than the dots. */
function placeOf(group: readonly Rule[]): number {
  const weight = ({ from, to }: Rule): number => to - from + 0.01
  return (
    group.reduce((sum, rule) => sum + rule.at * weight(rule), 0) / group.reduce((sum, rule) => sum + weight(rule), 0)
  )
}

function groupNear(groups: readonly Rule[][]): Rule[][] {
  const near: { at: number; rules: Rule[] }[] = []
  for (const rules of groups) {
    const at = placeOf(rules)
    const last = near.at(-1)
    if (last !== undefined && at - last.at <= NEAR) last.rules.push(...rules)
    else near.push({ at, rules: [...rules] })
  }
  return near.map(({ rules }) => rules)
}

/** True where a line is drawn along most of the way. */
export function isDrawn({ stretches }: Line, from: number, to: number): boolean {
  const drawn = stretches.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(b, to) - Math.max(a, from)), 0)
  return drawn >= (to - from) * 0.5
}

/** The rules that are not the underlines of words, and the characters that a line strikes through. */
export function withoutWordLines(rules: readonly Rule[], glyphs: readonly Glyph[]): { rules: Rule[]; struck: Glyph[] } {
  const [lefts, rights] = [new Map<number, Glyph[]>(), new Map<number, Glyph[]>()]
  for (const glyph of glyphs) {
    for (const [ends, x] of [
      [lefts, glyph.left],
      [rights, glyph.right],
    ] as const) {
      const key = Math.round(x)
      const there = ends.get(key)
      if (there === undefined) ends.set(key, [glyph])
      else there.push(glyph)
    }
  }
  const glyphAt = ({ at }: Rule, ends: ReadonlyMap<number, Glyph[]>, x: number): Glyph | undefined =>
    [-1, 0, 1]
      .flatMap((off) => ends.get(Math.round(x) + off) ?? [])
      .find(({ left, right, baseline, size }) => {
        const near = Math.min(Math.abs(left - x), Math.abs(right - x)) <= 0.7
        return near && at >= baseline - size * 0.6 && at <= baseline + size * 0.3
      })
  const struck: Glyph[] = []
  const kept = rules.filter((rule) => {
    if (!rule.isLevel) return true
    const [first, last] = [glyphAt(rule, lefts, rule.from), glyphAt(rule, rights, rule.to)]
    if (first === undefined || last === undefined) return true
    if (rule.at < first.baseline - first.size * 0.15) struck.push(first)
    return false
  })
  return { rules: kept, struck }
}
