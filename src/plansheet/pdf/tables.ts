import type { Box } from './matrix.ts'
import { isDrawn, NEAR, type Line } from './rules.ts'

/** A cell between ruled lines. */
export interface RuledCell extends Box {
  /** First and last row of its table that it spans, from 0. */
  first: number
  last: number
  /** True where no rule closes it at the top or the bottom of its table. */
  openTop: boolean
  openBottom: boolean
  /** True where it is no rectangle: a rule inside of it ends in the middle. */
  isRagged: boolean
}

/** Ruled lines that meet, and the cells between them. */
export interface RuledTable extends Box {
  rows: number
  cells: RuledCell[]
  /** The cell at a point; null outside. */
  cellAt: (x: number, y: number) => RuledCell | null
}

// A page with more of them between its lines is a drawing.
const MOST_BOXES = 100_000

/**
 * Finds the tables that ruled lines make. Each is closed along its outer edges, whether or not a rule is drawn there:
 * a page break may leave it open.
 */
export function findTables(level: readonly Line[], upright: readonly Line[]): RuledTable[] {
  const tables: RuledTable[] = []
  for (const part of connected(level, upright)) {
    if (part.level.length + part.upright.length < 3 || part.level.length === 0 || part.upright.length === 0) continue
    const table = cutTable(part.level, part.upright)
    if (table !== null) tables.push(table)
  }
  return tables.sort((a, b) => a.top - b.top || a.left - b.left)
}

interface Part {
  level: Line[]
  upright: Line[]
}

/** Parts the lines into groups that touch. A line drawn in several stretches may belong to several groups. */
function connected(level: readonly Line[], upright: readonly Line[]): Part[] {
  const pieces = (lines: readonly Line[]): Line[] =>
    lines.flatMap(({ at, stretches }) => stretches.map((stretch): Line => ({ at, stretches: [stretch] })))
  const [levels, uprights] = [pieces(level), pieces(upright)]
  const groups = new Groups(levels.length + uprights.length)
  levels.forEach((a, i) => {
    uprights.forEach((b, j) => {
      if (meets(a, b) && meets(b, a)) groups.join(i, levels.length + j)
    })
  })
  // A cell over several pages has on those between neither a rule above nor below: it parts the table in two.
  uprights.forEach((a, i) => {
    uprights.slice(0, i).forEach((b, j) => {
      if (isAsHigh(a, b)) groups.join(levels.length + i, levels.length + j)
    })
  })
  const parts = new Map<number, Part>()
  const partOf = (index: number): Part => {
    const key = groups.of(index)
    const part = parts.get(key) ?? { level: [], upright: [] }
    parts.set(key, part)
    return part
  }
  levels.forEach((line, index) => {
    addLine(partOf(index).level, line)
  })
  uprights.forEach((line, index) => {
    addLine(partOf(levels.length + index).upright, line)
  })
  return [...parts.values()]
}

const meets = ({ stretches }: Line, { at }: Line): boolean =>
  stretches.some(([from, to]) => at >= from - NEAR && at <= to + NEAR)

const isAsHigh = ({ stretches: [a] }: Line, { stretches: [b] }: Line): boolean =>
  a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) <= NEAR && Math.abs(a[1] - b[1]) <= NEAR

/** Adds a stretch to the line of its part that lies where it lies. */
function addLine(lines: Line[], { at, stretches }: Line): void {
  const same = lines.find((line) => line.at === at)
  if (same === undefined) lines.push({ at, stretches: [...stretches] })
  else same.stretches.push(...stretches)
}

/** Numbers that are joined into groups. */
class Groups {
  readonly #parent: number[]
  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, index) => index)
  }
  of(index: number): number {
    let root = index
    for (let up = this.#parent[root]; up !== undefined && up !== root; up = this.#parent[root]) root = up
    this.#parent[index] = root
    return root
  }
  join(a: number, b: number): void {
    this.#parent[this.of(a)] = this.of(b)
  }
}

function cutTable(level: readonly Line[], upright: readonly Line[]): RuledTable | null {
  const ys = places(level, upright)
  const xs = places(upright, level)
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  if (rows < 1 || columns < 1 || rows * columns > MOST_BOXES) return null
  const levelAt = new Map(level.map((line) => [line.at, line]))
  const uprightAt = new Map(upright.map((line) => [line.at, line]))
  const y = (index: number): number => ys[index] ?? 0
  const x = (index: number): number => xs[index] ?? 0
  const isRuled = (line: Line | undefined, from: number, to: number): boolean =>
    line !== undefined && isDrawn(line, from, to)

  const groups = new Groups(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const box = row * columns + column
      if (column > 0 && !isRuled(uprightAt.get(x(column)), y(row), y(row + 1))) groups.join(box - 1, box)
      if (row > 0 && !isRuled(levelAt.get(y(row)), x(column), x(column + 1))) groups.join(box - columns, box)
    }
  }

  const cells = new Map<number, RuledCell & { boxes: number; firstColumn: number; lastColumn: number }>()
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const key = groups.of(row * columns + column)
      const cell = cells.get(key) ?? {
        boxes: 0,
        first: row,
        last: row,
        firstColumn: column,
        lastColumn: column,
        ...{ left: 0, right: 0, top: 0, bottom: 0, openTop: false, openBottom: false, isRagged: false },
      }
      cell.boxes += 1
      cell.last = Math.max(cell.last, row)
      cell.firstColumn = Math.min(cell.firstColumn, column)
      cell.lastColumn = Math.max(cell.lastColumn, column)
      cells.set(key, cell)
    }
  }
  for (const cell of cells.values()) {
    const { first, last, firstColumn, lastColumn, boxes } = cell
    Object.assign(cell, { left: x(firstColumn), right: x(lastColumn + 1), top: y(first), bottom: y(last + 1) })
    cell.openTop = first === 0 && !isRuled(levelAt.get(y(0)), cell.left, cell.right)
    cell.openBottom = last === rows - 1 && !isRuled(levelAt.get(y(rows)), cell.left, cell.right)
    cell.isRagged = boxes !== (last - first + 1) * (lastColumn - firstColumn + 1)
  }
  const bounds = { left: x(0), right: x(columns), top: y(0), bottom: y(rows) }
  return {
    ...bounds,
    rows,
    cells: [...cells.values()],
    cellAt: (px, py) => {
      if (px < bounds.left || px > bounds.right || py < bounds.top || py > bounds.bottom) return null
      const column = Math.max(
        0,
        xs.findLastIndex((at) => at <= px),
      )
      const row = Math.max(
        0,
        ys.findLastIndex((at) => at <= py),
      )
      return cells.get(groups.of(Math.min(row, rows - 1) * columns + Math.min(column, columns - 1))) ?? null
    },
  }
}

/** Where the lines of one direction lie, and where those of the other one end beyond them. */
function places(lines: readonly Line[], others: readonly Line[]): number[] {
  const at = lines.map((line) => line.at).sort((a, b) => a - b)
  const ends = others.flatMap(({ stretches }) => stretches.flat())
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  return [
    ...((at[0] ?? first) - first > NEAR * 2 ? [first] : []),
    ...at,
    ...(last - (at.at(-1) ?? last) > NEAR * 2 ? [last] : []),
  ]
}
