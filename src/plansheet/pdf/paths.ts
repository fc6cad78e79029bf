import { apply, boxOf, type Matrix } from './matrix.ts'
import type { Rule } from './page.ts'

// Thicker than this, a filled shape is a background and no line.
const THICKEST = 3
// A line that is not quite straight, in points across its length.
const SLOPE = 0.5

type Point = readonly [x: number, y: number]

/** One unbroken part of a path, on the page. */
export interface SubPath {
  points: Point[]
  isClosed: boolean
}

/**
 * Reads a path's data as PDF.js lays it out: 0 x y (move), 1 x y (line), 2 with three points (curve), 3 with two points
 * (curve), 4 (close). A curve counts as the points that it goes through.
 */
export function readPath(data: ArrayLike<number>, matrix: Matrix): SubPath[] {
  const paths: SubPath[] = []
  for (let at = 0; at < data.length;) {
    const kind = data[at] ?? 4
    const length = [2, 2, 6, 4, 0][kind] ?? 0
    const point = apply(matrix, data[at + length - 1] ?? 0, data[at + length] ?? 0)
    if (kind === 0) paths.push({ points: [point], isClosed: false })
    else if (kind === 4) paths.splice(-1, 1, { points: paths.at(-1)?.points ?? [], isClosed: true })
    else paths.at(-1)?.points.push(point)
    at += length + 1
  }
  return paths
}

const level = (y: number, x1: number, x2: number): Rule => ({ isLevel: true, isWhite: false, at: y, from: x1, to: x2 })
const upright = (x: number, y1: number, y2: number): Rule => ({
  isLevel: false,
  isWhite: false,
  at: x,
  from: y1,
  to: y2,
})

/** The straight lines that drawing along a path gives. */
export function stroked({ points, isClosed }: SubPath): Rule[] {
  const [first] = points
  const ends = isClosed && first !== undefined ? [...points, first] : points
  return ends.slice(1).flatMap(([x2, y2], index) => {
    const [x1, y1] = ends[index] ?? [x2, y2]
    if (Math.abs(y1 - y2) <= SLOPE) return [level((y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2))]
    if (Math.abs(x1 - x2) <= SLOPE) return [upright((x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2))]
    return []
  })
}

/** The lines that filled shapes look like: a thin shape is one; the room between two nested frames is four. */
export function filledRules(paths: readonly SubPath[]): Rule[] {
  const boxes = paths.flatMap(({ points }) => (points.length > 1 ? [boxOf(points)] : []))
  return boxes.flatMap((box, index) => {
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    const centre = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const
    // A dot may be of a line in either direction.
    if (height <= THICKEST && width <= THICKEST) {
      return [level(centre[1], box.left, box.right), upright(centre[0], box.top, box.bottom)]
    }
    if (height <= THICKEST) return [level(centre[1], box.left, box.right)]
    if (width <= THICKEST) return [upright(centre[0], box.top, box.bottom)]
    const inner = boxes[index + 1]
    if (inner === undefined) return []
    const gaps = [inner.left - box.left, box.right - inner.right, inner.top - box.top, box.bottom - inner.bottom]
    if (gaps.some((gap) => gap < 0 || gap > THICKEST)) return []
    return [
      upright((box.left + inner.left) / 2, box.top, box.bottom),
      upright((box.right + inner.right) / 2, box.top, box.bottom),
      level((box.top + inner.top) / 2, box.left, box.right),
      level((box.bottom + inner.bottom) / 2, box.left, box.right),
    ]
  })
}
