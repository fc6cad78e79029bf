import type { Piece, TextRow } from './rows.ts'
import { endsLikeName } from './name-like.ts'
import { beginsParagraph, unwrap } from './unwrap.ts'
import { width } from './width.ts'

/** The text cells of a row, still wrapped. */
export interface TextCells {
  theme: Piece[]
  name: Piece[]
  summary: Piece[]
}

/** Widths of a table's text columns in full-width characters, measured from the table itself; 0 where not known. */
export interface Columns {
  hasTheme: boolean
  theme: number
  name: number
  summary: number
}

// Shares of the summary's width. Names fill 0.4–0.5 of it and themes 0.2; the first line of a summary fills it.
const THEME_SHARE = 0.3
const NAME_SHARE = 0.7
// A line of a summary that goes on is at least this full.
const FULL_SHARE = 0.88
// A table of few, short summaries is measured too narrow; no sheet's summaries are narrower than this.
const LEAST_SUMMARY = 30
// A wrapped line may end this much before the edge of its cell.
const SLACK = 2

/**
 * Measures the columns of a table.
 * @param loose text between the rows, which may be of merged cells
 * @param hasTheme whether the table has the theme column of the model programmes
 */
export function measureColumns(rows: readonly TextRow[], loose: readonly Piece[], hasTheme: boolean): Columns {
  // A line with a space in it may hold two cells.
  const lines = [...rows.flatMap(({ text }) => text), ...loose].filter(({ text }) => !/\S\s\S/u.test(text))
  const summary = Math.max(LEAST_SUMMARY, ...lines.map(({ text }) => width(text)))
  const heads = rows.map(({ head }) => width(head.rest)).filter((wide) => wide <= summary * THEME_SHARE)
  const rough: Columns = { hasTheme, theme: hasTheme ? Math.max(0, ...heads) : 0, name: 0, summary }
  const names = rows.flatMap((row) => splitCells(row.text, rough, row.line).name)
  return { ...rough, name: Math.max(0, ...names.map(({ text }) => width(text))) }
}

/**
 * Cuts the text of a row into theme, name and summary, by blank lines first and by widths where they do not tell.
 * What the row does not show is empty.
 * @param line the row's number line: text on it is of the first cell
 */
export function splitCells(text: readonly Piece[], columns: Columns, line: number): TextCells {
  const theme = columns.hasTheme ? takeTheme(text, columns) : []
  const rest = splitJoined(text.slice(theme.length), columns, line, theme.length > 0)
  const name = takeName(rest, columns, line, theme.length > 0)
  return { theme, name, summary: rest.slice(name.length) }
}

/** Cuts text that stands between rows into name and summary. */
export function splitLoose(pieces: readonly Piece[], columns: Columns): TextCells {
  const [first, ...rest] = pieces
  if (first === undefined) return { theme: [], name: [], summary: [] }
  return splitCells([{ ...first, gap: false }, ...rest], { ...columns, hasTheme: false }, -1)
}

const beginsSummary = ({ text }: Piece, { summary }: Columns): boolean =>
  width(text) > summary * NAME_SHARE || text.includes('。') || beginsParagraph(text)

/** The lines of a theme: the narrow groups before the name. The last narrow group is the name if no other line can be. */
function takeTheme(text: readonly Piece[], columns: Columns): Piece[] {
  // A little wider than the widest first line, but never as wide as a name's first line.
  const limit = Math.max(columns.theme + 1, Math.min(columns.theme + 3, columns.summary * THEME_SHARE))
  const isNarrow = (piece: Piece): boolean => width(piece.text) <= limit && !beginsSummary(piece, columns)
  const wide = text.findIndex((piece) => !isNarrow(piece))
  const end = wide < 0 ? text.length : wide
  const next = text[end]
  const lastGroup = text.findLastIndex((piece, index) => index > 0 && index < end && piece.gap && !continues(piece))
  // The next line is of the name, and of one group with the narrow lines before it.
  const joinsName = next !== undefined && !next.gap && !beginsSummary(next, columns)
  const hasNoName =
    next === undefined || (beginsSummary(next, columns) && splitJoined([next], columns, -1, true).length < 2)
  return lastGroup > 0 && (joinsName || hasNoName) ? text.slice(0, lastGroup) : text.slice(0, end)
}

/** True for a line that cannot begin a cell. */
const continues = ({ text }: Piece): boolean => /^\s*[／/、，」）)]/u.test(text)

/** The lines of a name. `follows`: the name stands behind a theme, so that a blank line before it is no sign. */
function takeName(rest: readonly Piece[], columns: Columns, line: number, follows: boolean): Piece[] {
  const [first] = rest
  if (first === undefined) return []

  if (first.line === line && !follows) {
    // Beside the number: the whole name, but where it fills its cell and the next line goes straight on.
    const end = rest.findIndex((piece, index) => index > 0 && !goesOn(rest[index - 1], piece, columns))
    return rest.slice(0, end < 0 ? rest.length : end)
  }
  // In a narrow table a name may be wider than its share; a group without a sentence, parted by blank lines, shows it.
  const lines = firstGroup(rest, columns)
  const group = first.gap && !follows && !endsLikeName(unwrap(rest.slice(0, lines))) ? 0 : lines
  const at = rest.findIndex((piece, index) => index >= group && beginsSummary(piece, columns))
  const end = at < 0 ? rest.length : at
  const next = rest[end]
  if (next === undefined || next.gap) return rest.slice(0, end)
  const gap = rest.findLastIndex((piece, index) => index > 0 && index < end && piece.gap)
  // A full line does not end a name: the blank line stands within it.
  if (gap > 0) return isFull(rest[gap - 1], columns) ? rest.slice(0, end) : rest.slice(0, gap)
  // A group that hangs on a summary, with a blank line before it, is the summary's own heading, unless it ends as names do.
  const name = rest.slice(0, end)
  return first.gap && !follows && !endsLikeName(unwrap(name)) ? [] : name
}

/** How many lines stand before the first blank line, where none of them can be the first of a summary that goes on. */
function firstGroup(rest: readonly Piece[], { summary }: Columns): number {
  const end = rest.findIndex((piece, index) => index > 0 && piece.gap)
  const isName = rest
    .slice(0, Math.max(0, end))
    .every(({ text }) => !text.includes('。') && !beginsParagraph(text) && width(text) <= summary * FULL_SHARE)
  return isName ? Math.max(0, end) : 0
}

const goesOn = (before: Piece | undefined, next: Piece, columns: Columns): boolean =>
  isFull(before, columns) && !next.gap && !beginsSummary(next, columns)

const isFull = (piece: Piece | undefined, columns: Columns): boolean =>
  piece !== undefined && columns.name > 0 && width(piece.text) >= columns.name - SLACK

/**
 * Parts a name from the summary that begins on its line: such a line is wider than the summary's cell, or stands where
 * only a name can and has a sentence in it, or goes on as a summary does.
 */
function splitJoined(pieces: readonly Piece[], columns: Columns, line: number, follows: boolean): readonly Piece[] {
  const [first, ...rest] = pieces
  const [, name, begin] = /^\s*(\S+)\s+(\S.*)$/u.exec(first?.text ?? '') ?? []
  if (first === undefined || name === undefined || begin === undefined) return pieces
  const isNamePlace = first.line === line || follows
  const [next] = rest
  const runsOn = next !== undefined && !next.gap && beginsSummary(next, columns) && beginsSummary(first, columns)
  const isJoined = width(first.text) > columns.summary + SLACK || (isNamePlace && (begin.includes('。') || runsOn))
  if (!isJoined || beginsSummary({ ...first, text: name }, columns)) return pieces
  return [{ ...first, text: name }, { ...first, text: begin, gap: true }, ...rest]
}
