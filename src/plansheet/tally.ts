import type { Cell, SheetCells } from './cells.ts'

/** Where the visible characters of a sheet went; counts of characters, white space apart. */
export interface Tally {
  /** All that the reader saw: of a text sheet every character, of a spreadsheet those of its cells. */
  read: number
  records: number
  headings: number
  totals: number
  furniture: number
  /** Those that an issue speaks of. */
  stray: number
  /** Characters of the file that are nowhere, and characters that are somewhere but not in the file. */
  left: string
}

/** Counts a sheet's characters, and holds those of the file against those of the cells, sign by sign. */
export function tallyOf(sheet: SheetCells): Tally {
  const { title, tables, hyperlinks, headings, furniture, stray, visible } = sheet
  const texts = {
    records: join(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells)))),
    headings: join([title, ...headings]),
    totals: join(tables.flatMap(({ total }) => Object.values(total ?? {}))),
    furniture: join([...furniture, ...hyperlinks]),
    stray: join(stray),
  }
  return {
    read: lengthOf(visible),
    records: lengthOf(texts.records),
    headings: lengthOf(texts.headings),
    totals: lengthOf(texts.totals),
    furniture: lengthOf(texts.furniture),
    stray: lengthOf(texts.stray),
    left: difference(visible, Object.values(texts).join('')),
  }
}

const visibleIn = (text: string): string => text.replace(/\s/g, '')

/** Of characters, not of their halves. */
const lengthOf = (text: string): number => visibleIn(text).replace(/[\uD800-\uDBFF](?=[\uDC00-\uDFFF])/g, '').length

/** The text of cells; of a cell that spans several rows once. */
function join(cells: readonly (Cell | null)[]): string {
  const seen = new Set<string>()
  return cells
    .flatMap((cell) => {
      if (cell === null) return []
      const key = `${cell.lines.join()} ${cell.text}`
      if (cell.shared === true && seen.has(key)) return []
      seen.add(key)
      return [cell.text]
    })
    .join('')
}

/** The characters that one text has more often than the other, either way. */
function difference(a: string, b: string): string {
  const counts = new Map<string, number>()
  for (const character of visibleIn(a)) counts.set(character, (counts.get(character) ?? 0) + 1)
  for (const character of visibleIn(b)) counts.set(character, (counts.get(character) ?? 0) - 1)
  return [...counts].flatMap(([character, count]) => Array<string>(Math.abs(count)).fill(character)).join('')
}
