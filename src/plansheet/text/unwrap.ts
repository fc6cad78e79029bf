import { beginsPhone } from './patterns.ts'
import type { Piece } from './rows.ts'
import { width } from './width.ts'

// A wrapped line may end up to this many characters before the cell's edge: 、。）ー may not begin a line.
const SLACK = 2

const INDENT = /^\s*\u3000/u
// ① 【 ■ （１） １． ア 〈; not ・, with which a wrapped line may begin.
const MARK =
  /^\s*(?:[①-⑳㉑-㉟【■□◆◇●○〇◎※＜〈《]|[（(][\d０-９一二三四五六七八九十]{1,2}[）)]|[\d０-９]{1,2}[．.）)、\s]|[ア-オ]\s)/u
// A heading that its own brackets close.
const HEADING = /^\s*【[^【】]*】\s*$/u
const SENTENCE_END = /[。．.！？!?】」』)）]\s*$/u

/** True where printed text shows by its first character that something new begins: an indent, ①, 【, a bullet. */
export const beginsParagraph = (text: string): boolean => INDENT.test(text) || MARK.test(text)

/** What a wrap took away between two pieces: a space, or nothing. */
export type Between = (line: Piece, next: Piece) => string

/** Joins the pieces of a wrapped cell. Nothing stands between them: Japanese text and addresses break anywhere. */
export const unwrap = (pieces: readonly Piece[], between: Between = () => ''): string =>
  pieces
    .map((piece, index) => {
      const next = pieces[index + 1]
      return piece.text.trim() + (next === undefined ? '' : between(piece, next))
    })
    .join('')

/**
 * Joins the lines of a summary into its printed paragraphs. A paragraph ends where a line ends early, and says so:
 * with a sentence's end, before an indent or a mark (①, 【), or as a marked heading. A line that merely ends early does
 * not end a paragraph, so that the joined words never depend on the width of the cell.
 * @param room what is known of the room behind a line; where a text shows no cells, the longest line tells
 */
export function paragraphs(pieces: readonly Piece[], room = roomAmong(pieces), between?: Between): string[] {
  const edge = widest(pieces)
  const result: Piece[][] = []
  let before: Piece | null = null
  for (const piece of pieces) {
    if (before === null || endsParagraph(before, piece, edge, room(before, piece))) result.push([piece])
    else result.at(-1)?.push(piece)
    before = piece
  }
  return result.map((part) => unwrap(part, between))
}

/**
 * Whether a line was wrapped for sure; ended where it had to; where it need not have; or where it could have gone on for
 * several characters.
 */
export type Room = 'wrapped' | 'full' | 'early' | 'broken'

const widest = (pieces: readonly Piece[]): number => Math.max(0, ...pieces.map(({ text }) => width(text)))

const roomAmong =
  (pieces: readonly Piece[]): ((line: Piece, next: Piece) => Room) =>
  ({ text }) =>
    width(text) < widest(pieces) - SLACK ? 'early' : 'full'

function endsParagraph(before: Piece, next: Piece, edge: number, room: Room): boolean {
  if (room === 'wrapped') return false
  const early = room !== 'full'
  const sentence = SENTENCE_END.test(before.text)
  if (room === 'broken' || INDENT.test(next.text) || HEADING.test(before.text)) return true
  if (MARK.test(next.text) && (early || sentence)) return true
  if (MARK.test(before.text) && early && width(before.text) < edge / 2) return true
  return sentence && (early || next.gap)
}

// What the name of an office ends with. A line that ends otherwise goes on in the next one.
const OFFICE_END =
  /(?:[部局課室係班署館所会]|担当|センター|事務局|グループ|チーム|本部|委員会|機構|公社|財団|協会)\s*$/u

/**
 * A department on one line, and on the next the phone with what stands behind it.
 * @param between what stands between two lines where the first ends with the name of an office
 */
export function joinContact(pieces: readonly Piece[], between: Between = () => ' '): string {
  const at = pieces.findIndex(({ text }) => beginsPhone(text))
  const offices = at < 0 ? pieces : pieces.slice(0, at)
  const department = joinDepartment(offices, between)
  return at < 0 ? department : `${department}\n${unwrap(pieces.slice(at))}`
}

/** Joins the lines of a department. Offices that stand on lines of their own are kept apart. */
function joinDepartment(lines: readonly Piece[], between: Between): string {
  let joined = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before !== undefined && OFFICE_END.test(joined)) joined += between(before, line)
    joined += line.text.trim()
  }
  return joined
}
