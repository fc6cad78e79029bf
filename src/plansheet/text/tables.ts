import { isFurniture, isTitle, isUnit } from '../furniture.ts'
import { isBlank, type Line } from './lines.ts'
import { beginsAddress, isBareTotal, readNumberLine, readTotalLine } from './patterns.ts'

/** One table of a sheet: its lines from the first number line up to the 合計 line. */
export interface TextTable {
  lines: Line[]
  /** The 合計 line; null where the table ends without one. */
  total: Line | null
  /** Text after the 合計 that is no heading: it may be of a merged cell on the table's last page. */
  after: Line[]
  /** True where the unit （単位：千円、人） is printed above the table. */
  hasUnit: boolean
}

/** The parts of a sheet. Every line that is not blank is in exactly one of them. */
export interface Parts {
  title: Line | null
  tables: TextTable[]
  /** Addresses printed after the last table: the sheet's hyperlinks, unwrapped. */
  hyperlinks: Line[]
  headings: Line[]
  /** Text before the first table that is no heading. */
  stray: Line[]
  /** A unit line that no table follows. It is among the headings too. */
  bareUnit: Line | null
}

/** Cuts a sheet into its tables and the headings around them. */
export function cutTables(lines: readonly Line[]): Parts {
  const parts: Parts = { title: null, tables: [], hyperlinks: [], headings: [], stray: [], bareUnit: null }
  let open: TextTable | null = null
  let last: TextTable | null = null
  let unit: Line | null = null

  for (const line of lines) {
    if (open !== null && isUnit(line.text)) open = null // a second table begins, and the first had no total
    if (open !== null) {
      if (isTitle(line.text)) {
        open = null // the headings begin: the table was cut off before its total
      } else if (readTotalLine(line.text) !== null || isBareTotal(line.text)) {
        open.total = line
        open = null
        continue
      } else {
        open.lines.push(line)
        continue
      }
    }
    if (isBlank(line)) continue
    if (unit !== null && readTotalLine(line.text) !== null) {
      // A table without rows: nothing was planned.
      parts.tables.push((last = { lines: [], total: line, after: [], hasUnit: true }))
      unit = null
      continue
    }
    if (readNumberLine(line.text) !== null) {
      last = open = { lines: [line], total: null, after: [], hasUnit: unit !== null }
      parts.tables.push(open)
      unit = null
    } else if (isTitle(line.text)) {
      if (parts.title === null) parts.title = line
      else parts.stray.push(line)
    } else if (isFurniture(line.text)) {
      if (isUnit(line.text)) unit = line
      parts.headings.push(line)
    } else if (beginsAddress(line.text)) {
      parts.hyperlinks.push(line)
    } else {
      ;(last?.after ?? parts.stray).push(line)
    }
  }
  return { ...parts, bareUnit: unit }
}
