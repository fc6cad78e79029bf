import type { Cell, SheetCells } from '../cells.ts'
import type { Grid, GridCell } from '../grid/grid.ts'
import { crossing, lookalikes, ragged, struckThrough } from './faults.ts'
import { firstUnit, NO_START, type PdfPiece } from './join.ts'
import { readingOrder, toLines, toLooseLines, type TextLine } from './lines.ts'
import type { Glyph, PdfPage, Rule } from './page.ts'
import { withoutLookalikes } from './lookalikes.ts'
import { gatherLines, withoutWordLines } from './rules.ts'
import { findTables, type RuledCell, type RuledTable } from './tables.ts'

/** A line that stands in no cell. */
export interface LoosePiece extends PdfPiece {
  baseline: number
  left: number
  /** True where it stands beside a table, and not above or below. */
  isBeside: boolean
}

/** What stands on a page. */
export interface DrawnPage {
  number: number
  /** Its tables, each with where it begins from the top. */
  grids: { top: number; grid: Grid }[]
  loose: LoosePiece[]
}

/** Puts the characters of a page into the cells of its tables, and tells the sheet what it saw. */
export function drawPage(page: PdfPage, sheet: SheetCells, file: string): DrawnPage {
  const glyphs = repair(readingOrder(page.glyphs), page, sheet, file)
  sheet.visible += glyphs.map(({ text }) => text).join('')

  const { rules, struck } = withoutWordLines(page.rules, glyphs)
  const dark = tablesOf(rules.filter(({ isWhite }) => !isWhite))
  // White rules part cells only where the cells are shaded.
  const tables = dark.length > 0 ? dark : tablesOf(rules)
  const { inCells, outside } = divide(glyphs, tables)
  const lines = new Map([...inCells].map(([cell, own]) => [cell, toLines(own)]))
  const loose = toLooseLines(outside)
  const numberOf = numberLines([...lines.values(), loose].flat(), page.number, sheet)
  const padding = paddingOf(lines)

  const gridCell = (cell: RuledCell): GridCell => {
    const own = lines.get(cell) ?? []
    return {
      top: cell.first,
      bottom: cell.last,
      left: cell.left,
      right: cell.right,
      pieces: toPieces(own, numberOf, (size) => (cell.right - cell.left - padding * 2) / size),
      openTop: cell.openTop,
      openBottom: cell.openBottom,
      links: [],
    }
  }
  const grids = tables.map((table) => {
    const cells = new Map(table.cells.map((cell) => [cell, gridCell(cell)]))
    for (const { url, left, right, top, bottom } of page.links) {
      const cell = table.cellAt((left + right) / 2, (top + bottom) / 2)
      if (cell !== null) cells.get(cell)?.links.push(url)
    }
    for (const [cell, { pieces }] of cells) {
      const seen: Cell = { text: pieces.map(({ text }) => text).join(''), lines: pieces.map(({ line }) => line) }
      if (cell.isRagged && seen.text.trim() !== '') sheet.issues.push(ragged(file, seen))
      if (inCells.get(cell)?.some((glyph) => crosses(glyph, cell)) === true) sheet.issues.push(crossing(file, seen))
      if (inCells.get(cell)?.some((glyph) => struck.includes(glyph)) === true)
        sheet.issues.push(struckThrough(file, seen))
    }
    return { top: table.top, grid: { rows: table.rows, cells: [...cells.values()] } }
  })
  return {
    number: page.number,
    grids,
    loose: loose.map((line) => ({
      ...(toPieces([line], numberOf, () => 0)[0] as PdfPiece),
      baseline: line.baseline,
      left: line.left,
      isBeside: tables.some(({ top, bottom }) => line.baseline > top + line.size / 2 && line.baseline < bottom),
    })),
  }
}

const tablesOf = (rules: readonly Rule[]): RuledTable[] =>
  findTables(gatherLines(rules, true), gatherLines(rules, false))

/** The characters with kanji in place of radicals that look like them. */
function repair(glyphs: readonly Glyph[], page: PdfPage, sheet: SheetCells, file: string): Glyph[] {
  const whole = glyphs.map(({ text }) => text).join('')
  if (withoutLookalikes(whole) === whole) return [...glyphs]
  const found = new Set<string>()
  const repaired = glyphs.map((glyph) => {
    const text = withoutLookalikes(glyph.text)
    if (text === glyph.text) return glyph
    found.add(`${glyph.text}（${text}）`)
    return { ...glyph, text }
  })
  if (found.size > 0) sheet.issues.push(lookalikes(file, page.number, [...found].join('、')))
  return repaired
}

/** Gives each character to the cell that its middle lies in; one that may begin no line, to the cell of the one before it. */
function divide(
  glyphs: readonly Glyph[],
  tables: readonly RuledTable[],
): { inCells: Map<RuledCell, Glyph[]>; outside: Glyph[] } {
  const inCells = new Map<RuledCell, Glyph[]>()
  const outside: Glyph[] = []
  let before: Glyph | null = null
  let last: RuledCell | null = null
  for (const glyph of glyphs) {
    const [x, y] = [(glyph.left + glyph.right) / 2, glyph.baseline - glyph.size * 0.35]
    const hangs: boolean =
      before !== null &&
      NO_START.test(glyph.text) &&
      Math.abs(glyph.baseline - before.baseline) < glyph.size * 0.1 &&
      Math.abs(glyph.left - before.right) < glyph.size * 0.1
    let cell: RuledCell | null = hangs ? last : null
    for (const table of tables) cell ??= table.cellAt(x, y)
    before = glyph
    last = cell
    if (cell === null) outside.push(glyph)
    else {
      const own = inCells.get(cell)
      if (own === undefined) inCells.set(cell, [glyph])
      else own.push(glyph)
    }
  }
  return { inCells, outside }
}

/** True where a character lies over the edge of its cell; one that a page break leaves open has none there. */
const crosses = ({ text, left, right, baseline, size }: Glyph, cell: RuledCell): boolean =>
  text.trim() !== '' &&
  !NO_START.test(text) &&
  (left < cell.left - size * 0.25 ||
    right > cell.right + size * 0.25 ||
    (!cell.openBottom && baseline > cell.bottom + size * 0.15) ||
    (!cell.openTop && baseline - size * 0.75 < cell.top - size * 0.25))

/** Numbers the lines of a page from top to bottom, after those of the pages before, and says where each stands. */
function numberLines(lines: readonly TextLine[], page: number, sheet: SheetCells): (line: TextLine) => number {
  const numbers = new Map<TextLine, number>()
  const places = (sheet.places ??= [])
  let last = -Infinity
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline)) {
    if (line.baseline - last > 1) {
      places.push(`${page}ページの上から${Math.round((line.baseline / 72) * 25.4)}mm`)
      last = line.baseline
    }
    numbers.set(line, places.length)
  }
  return (line) => numbers.get(line) ?? 0
}

/** The room between the rule of a cell and its text, at the least, in points. */
function paddingOf(lines: ReadonlyMap<RuledCell, TextLine[]>): number {
  const gaps = [...lines].flatMap(([cell, own]) => (own.length > 1 ? own.map(({ left }) => left - cell.left) : []))
  return gaps.length === 0 ? 0 : Math.max(0, gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.05)] ?? 0)
}

function toPieces(
  lines: readonly TextLine[],
  numberOf: (line: TextLine) => number,
  roomFor: (size: number) => number,
): PdfPiece[] {
  const pitches = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0))
  const pitch = Math.min(...pitches)
  return lines.map((line, index) => ({
    line: numberOf(line),
    text: line.text,
    gap: index > 0 && (pitches[index - 1] ?? 0) > pitch * 1.6,
    width: (line.right - line.start) / line.size,
    unit: unitWidth(line),
    room: roomFor(line.size),
  }))
}

function unitWidth({ text, left, size, ends }: TextLine): number {
  const indent = text.length - text.trimStart().length
  return ((ends[indent + firstUnit(text).length - 1] ?? left) - left) / size
}
