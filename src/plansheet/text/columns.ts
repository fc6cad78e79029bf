import type { Piece, TextRow } from './rows.ts'
import { beginsParagraph } from './unwrap.ts'
import { width } from './width.ts'

/** The text cells of a row, still wrapped. */
export interface TextCells {
  theme: Piece[]
  name: Piece[]
  summary: Piece[]
}

/** Widths of a table's text columns in full-width characters, measured from the table itself. */
export interface Columns {
  hasTheme: boolean
  theme: number
  name: number
  summary: number
}

// Shares of the summary's width. Names fill 0.4–0.5 of it and themes 0.2; the first line of a summary fills it.
const THEME_SHARE = 0.3
const NAME_SHARE = 0.7
// A table of few, short summaries is measured too narrow; no sheet's summaries are narrower than this.
const LEAST_SUMMARY = 30
// A wrapped line may end this much before the edge of its cell.
const SLACK = 2

/** Measures the columns of a table. `hasTheme`: whether the table has the theme column of the model programmes. */
export function measureColumns(rows: readonly TextRow[], hasTheme: boolean): Columns {
  const widths = rows.flatMap(({ text }) => text.map((piece) => width(piece.text))).sort((a, b) => a - b)
  const summary = Math.max(LEAST_SUMMARY, widths[Math.floor(widths.length * 0.8)] ?? 0)
  const rough: Columns = { hasTheme, theme: 0, name: 0, summary }
  const cells = rows.map(({ text }) => splitCells(text, rough))
  const widest = (pieces: Piece[]): number => Math.max(0, ...pieces.map((piece) => width(piece.text)))
  return {
    ...rough,
    theme: Math.max(0, ...cells.map(({ theme }) => widest(theme))),
    name: Math.max(0, ...cells.map(({ name }) => widest(name))),
  }
}

/** Cuts the text of a row into theme, name and summary. What the row does not show is empty. */
export function splitCells(text: readonly Piece[], columns: Columns): TextCells {
  const theme = columns.hasTheme ? takeCell(text, columns.theme, columns.summary * THEME_SHARE) : []
  const rest = splitJoined(text.slice(theme.length), columns.summary)
  const name = takeCell(rest, columns.name, columns.summary * NAME_SHARE)
  return { theme, name, summary: rest.slice(name.length) }
}

/** Takes the lines at the beginning that belong to a narrow cell `edge` wide; none may be wider than `limit`. */
function takeCell(pieces: readonly Piece[], edge: number, limit: number): Piece[] {
  const cell: Piece[] = []
  for (const piece of pieces) {
    const before = cell.at(-1)
    if (width(piece.text) > limit || beginsParagraph(piece.text) || piece.text.includes('。')) break
    if (before !== undefined && piece.gap && !goesOn(before, piece, edge)) break
    cell.push(piece)
  }
  return cell
}

/** True where a cell goes on behind a blank line: its line was full, or the next one cannot begin a cell. */
const goesOn = (before: Piece, next: Piece, edge: number): boolean =>
  (edge > 0 && width(before.text) >= edge - SLACK) || /^\s*[／/、，」）)]/u.test(next.text)

/** Parts a name from the summary that begins on its line: such a line is wider than the summary's cell. */
function splitJoined(pieces: readonly Piece[], summary: number): readonly Piece[] {
  const [first, ...rest] = pieces
  if (first === undefined || width(first.text) <= summary + SLACK) return pieces
  const [, name, begin] = /^\s*(\S+)\s+(\S.*)$/u.exec(first.text) ?? []
  if (name === undefined || begin === undefined) return pieces
  if (width(name) > summary * NAME_SHARE || width(begin) <= summary * NAME_SHARE) return pieces
  return [{ ...first, text: name }, { ...first, text: begin, gap: true }, ...rest]
}
