import type { Piece } from './rows.ts'
import { width } from './width.ts'

// A wrapped line may end up to this many characters before the cell's edge: 、。）ー may not begin a line.
const SLACK = 2

const INDENT = /^\s*\u3000/u
// ① 【 ■ （１） １． ア 〈; not ・, with which a wrapped line may begin.
const MARK =
  /^\s*(?:[①-⑳㉑-㉟【■□◆◇●○〇◎※＜〈《]|[（(][\d０-９一二三四五六七八九十]{1,2}[）)]|[\d０-９]{1,2}[．.）)、\s]|[ア-オ]\s)/u
const SENTENCE_END = /[。．.！？!?】」』)）]\s*$/u

/** True where printed text shows by its first character that something new begins: an indent, ①, 【, a bullet. */
export const beginsParagraph = (text: string): boolean => INDENT.test(text) || MARK.test(text)

/** Joins the pieces of a wrapped cell. Nothing stands between them: Japanese text and addresses break anywhere. */
export const unwrap = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text.trim()).join('')

/**
 * Joins the lines of a summary into its printed paragraphs. A paragraph ends where a line ends early, and says so:
 * with a sentence's end, before an indent or a mark (①, 【), or as a marked heading. A line that merely ends early does
 * not end a paragraph, so that the joined words never depend on the width of the cell.
 */
export function paragraphs(pieces: readonly Piece[]): string[] {
  const edge = Math.max(0, ...pieces.map(({ text }) => width(text)))
  const result: Piece[][] = []
  let before: Piece | null = null
  for (const piece of pieces) {
    if (before === null || endsParagraph(before, piece, edge)) result.push([piece])
    else result.at(-1)?.push(piece)
    before = piece
  }
  return result.map(unwrap)
}

function endsParagraph(before: Piece, next: Piece, edge: number): boolean {
  const early = width(before.text) < edge - SLACK
  const sentence = SENTENCE_END.test(before.text)
  if (INDENT.test(next.text)) return true
  if (MARK.test(next.text) && (early || sentence)) return true
  if (MARK.test(before.text) && early && width(before.text) < edge / 2) return true
  return sentence && (early || next.gap)
}

// What the name of an office ends with. A line that ends otherwise goes on in the next one.
const OFFICE_END =
  /(?:[部局課室係班署館所会]|担当|センター|事務局|グループ|チーム|本部|委員会|機構|公社|財団|協会)\s*$/u

/** Joins the lines of a department. Offices that stand on lines of their own are kept apart by a space. */
export function joinDepartment(lines: readonly string[]): string {
  let joined = ''
  for (const line of lines) joined += (OFFICE_END.test(joined) ? ' ' : '') + line.trim()
  return joined
}
