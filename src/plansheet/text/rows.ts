import { isHeading } from '../furniture.ts'
import { isBlank, type Line } from './lines.ts'
import {
  beginsAddress,
  beginsPhone,
  continuesAddress,
  isBrokenFigures,
  readFigures,
  readMonthLine,
  readNumbered,
  readNumberLine,
  type FiguresLine,
  type NumberLine,
} from './patterns.ts'

/** A printed piece of a cell: one line of it, and whether a blank line stands before it. */
export interface Piece {
  line: number
  text: string
  gap: boolean
}

/** The lines of one row, sorted by what they hold, still wrapped. */
export interface TextRow {
  /** Page of the table, from 1. */
  page: number
  line: number
  head: NumberLine
  /** Theme, name and summary: all between the municipality and the category. */
  text: Piece[]
  figures: FiguresLine | null
  figuresLine: number | null
  /** A line that was meant to be the figures line and cannot be read as one. */
  brokenFigures: Line | null
  month: Piece | null
  address: Piece[]
  contact: Piece[]
}

/** Text between two rows that belongs to neither. At the end of a page it is what is left of a merged cell. */
export interface Leftover {
  page: number
  pieces: Piece[]
  atPageEnd: boolean
}

/**
 * Sorts the lines of one table into rows. A row runs from its number line to its phone number (and a note in brackets
 * behind it). A number line that begins with a space is the first of a page.
 */
export function cutRows(lines: readonly Line[]): { rows: TextRow[]; leftovers: Leftover[]; headings: Line[] } {
  const rows: TextRow[] = []
  const leftovers: Leftover[] = []
  const headings: Line[] = []
  let page = 1
  let row: TextRow | null = null
  let left: Leftover | null = null
  let state: 'text' | 'contact' | 'note' | 'done' = 'done'
  let gap = false

  for (const line of lines) {
    if (isBlank(line)) {
      gap = true
      continue
    }
    const { number, text } = line
    const piece: Piece = { line: number, text, gap }
    gap = false

    const head = readHead(text, state, row)
    if (head !== null) {
      if (row !== null && /^\s/.test(text)) {
        page += 1
        if (left !== null) left.atPageEnd = true
      }
      left = null
      row = startRow(page, number, head)
      rows.push(row)
      state = head.rest === '' ? 'text' : takeText(row, { line: number, text: head.rest, gap: false }, line)
    } else if (row !== null && state === 'text') {
      state = takeText(row, piece, line)
    } else if (row !== null && state === 'contact') {
      state = takeContact(row, piece)
    } else if (row !== null && state === 'note' && continuesContact(row, text)) {
      row.contact.push(piece)
    } else if (isHeading(text)) {
      headings.push(line)
    } else {
      state = 'done'
      if (left === null) leftovers.push((left = { page, pieces: [], atPageEnd: false }))
      left.pieces.push(piece)
    }
  }
  if (left !== null) left.atPageEnd = true
  return { rows, leftovers, headings }
}

const startRow = (page: number, line: number, head: NumberLine): TextRow => ({
  page,
  line,
  head,
  text: [],
  figures: null,
  figuresLine: null,
  brokenFigures: null,
  month: null,
  address: [],
  contact: [],
})

function takeText(row: TextRow, piece: Piece, line: Line): 'text' | 'contact' {
  const figures = readFigures(piece.text)
  if (figures !== null) {
    row.figures = figures
    row.figuresLine = piece.line
    if (figures.before !== '') row.text.push({ ...piece, text: figures.before })
    if (figures.month !== null) row.month = { ...piece, text: figures.month }
    return 'contact'
  }
  if (isBrokenFigures(piece.text)) {
    row.brokenFigures = line
    return 'contact'
  }
  row.text.push(piece)
  return 'text'
}

function takeContact(row: TextRow, piece: Piece): 'contact' | 'note' {
  const month = row.month === null && row.contact.length === 0 ? readMonthLine(piece.text) : null
  if (month !== null) {
    row.month = { ...piece, text: month }
  } else if (beginsPhone(piece.text)) {
    row.contact.push(piece)
    return 'note'
  } else if (row.contact.length === 0 && (row.address.length === 0 ? beginsAddress : continuesAddress)(piece.text)) {
    row.address.push(piece)
  } else {
    row.contact.push(piece)
  }
  return 'contact'
}

/**
 * Reads the number line of the next row. Behind a phone number, that is a number with a kind of place, or the next number
 * with anything. Before it, a summary may hold such words: there it is the next number, or the row's own line once more.
 */
function readHead(text: string, state: 'text' | 'contact' | 'note' | 'done', row: TextRow | null): NumberLine | null {
  const line = readNumbered(text)
  if (line === null) return null
  const isNext = Number(line.number.normalize('NFKC')) === Number(row?.head.number.normalize('NFKC') ?? 0) + 1
  const isPlace = readNumberLine(text) !== null
  const isComplete = state === 'done' || state === 'note'
  const isOwn = line.number === row?.head.number && line.municipality === row.head.municipality
  if (isComplete) return isNext || isPlace ? line : null
  return isPlace && (isNext || isOwn || state === 'contact') ? line : null
}

/** True for what may stand behind a phone number: 「（直通）」「（内線」, or the rest of a bracket that is still open. */
const continuesContact = (row: TextRow, text: string): boolean =>
  /[（(][^）)]*$/.test(row.contact.at(-1)?.text ?? '') ||
  /^\s*(?:[（(](?:直通|代表|ダイヤルイン|内線|担当|平日|受付|専用)[^（(）)]{0,16}[）)]?|[（(](?:内|直|代)?|内線.{1,8})\s*$/.test(
    text,
  )
