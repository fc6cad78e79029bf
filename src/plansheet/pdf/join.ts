import type { TableColumn } from '../table/headings.ts'
import type { Piece } from '../text/rows.ts'
import { joinContact, paragraphs, unwrap, type Room } from '../text/unwrap.ts'

/** A line of a cell with the room that it takes, that its first unit takes, and that it has, in heights of its font. */
export interface PdfPiece extends Piece {
  width: number
  unit: number
  room: number
}

/** What no line begins with: it goes with the character before it, even over the edge of a cell. */
export const NO_START =
  /^[、。，．・：；？！ー〜～）」』】〉》〕］｝’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々゛゜ゝゞヽヾ,.:;?!)\]}%％]/u
// What no line ends with.
const NO_END = /[（「『【〈《〔［｛‘“([{]$/u

/** What would have to stand on the line before: the first character of a line, with what cannot be parted from it. */
export function firstUnit(text: string): string {
  const characters = [...text.trim()]
  let unit = characters.shift() ?? ''
  for (const character of characters) {
    const isWord = /[\u0021-\u007E]$/.test(unit) && /^[\u0021-\u007E]/.test(character)
    if (!isWord && !NO_START.test(character) && !NO_END.test(unit)) break
    unit += character
  }
  return unit
}

// So much more room, in heights of the font, is no chance: fonts on screen and on paper differ by less.
const CERTAIN = 3
const TOLERANCE = 0.3

// ① behind a sentence within a line: there it begins no paragraph, nor where it happens to begin a line.
const INLINE_MARK = /。\s*[①-⑳]/u

/** Whether the beginning of the next line would have had room on a line. */
const roomIn =
  (pieces: readonly Piece[]) =>
  (line: Piece, next: Piece): Room => {
    if (!isMeasured(line) || !isMeasured(next)) return 'full'
    const left = line.room - line.width - next.unit
    if (left > TOLERANCE) return left > CERTAIN ? 'broken' : 'early'
    const isInline = /^[①-⑳]/u.test(next.text) && pieces.some(({ text }) => INLINE_MARK.test(text))
    return isInline ? 'wrapped' : 'full'
  }

// No letter or digit of a Latin word is wider.
const LETTER = 1

/**
 * The space between two lines: the one that is drawn at the end of the first. Some programs draw none where they wrap:
 * between Latin words there was one where the next word's first letter would have had room.
 */
const spaceBetween = (line: Piece, next: Piece): string => {
  const drawn = /\S(\s)\s*$/u.exec(line.text)?.[1]
  if (drawn !== undefined) return drawn
  const areWords = /[a-z\d]$/i.test(line.text) && /^[a-z\d]/i.test(next.text)
  return areWords && isMeasured(line) && line.room - line.width >= LETTER ? ' ' : ''
}

// An office directly behind another one: where lines are parted there, no space was.
const OFFICES = /[部局課室][^部局課室\s]+[部局課室係]\s*$/u

/** The space between two offices, and whether that is a guess: a line that is full may have ended anywhere. */
function spaceOfOffices(line: Piece, next: Piece): { space: string; isGuess: boolean } {
  const isFull = isMeasured(line) && roomIn([])(line, next) === 'full' && !/\s$/u.test(line.text)
  if (isFull && OFFICES.test(line.text)) return { space: '', isGuess: false }
  return { space: ' ', isGuess: isFull }
}

const isMeasured = (piece: Piece): piece is PdfPiece => 'room' in piece

/**
 * Joins the printed lines of a column's cell as its text is joined.
 * @param onGuess is told of a line behind which a space was put that may not have been there
 */
export function joinPrinted(
  pieces: readonly Piece[],
  column: TableColumn | null,
  onGuess: (line: Piece) => void = () => undefined,
): string {
  if (column === 'summary') return paragraphs(pieces, roomIn(pieces), spaceBetween).join('\n')
  if (column === 'contact') {
    return joinContact(pieces, (line, next) => {
      const { space, isGuess } = spaceOfOffices(line, next)
      if (isGuess) onGuess(line)
      return space
    })
  }
  return column === 'name' || column === 'theme' ? unwrap(pieces, spaceBetween) : unwrap(pieces)
}
