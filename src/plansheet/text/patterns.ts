import { compact } from '../compact.ts'

/** A number line: 「12 世田谷区 …」. `rest` is what the line holds of the cells that follow. */
export interface NumberLine {
  number: string
  municipality: string
  rest: string
}

/** A figures line: 「労働力確保事業 7,725 15 - - 令和３年４月」. `before` is text of an earlier cell on the same line. */
export interface FiguresLine {
  before: string
  category: string
  amount: string
  workers: string
  recruiting: string
  supported: string
  /** null where the month stands on a line of its own. */
  month: string | null
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

const NUMBER_LINE = /^\s*([0-9０-９]{1,4})\s+(\S+)(?:\s+(.*?))?\s*$/u
const MUNICIPALITY = /^[^\s。、，,.\d]{1,7}[区市町村]$/u

/** Reads the line that begins a row: a number, then the name of a municipality. */
export function readNumberLine(text: string): NumberLine | null {
  const line = readNumbered(text)
  return line !== null && MUNICIPALITY.test(line.municipality) ? line : null
}

/** The same, but whatever word follows the number. Only safe where a row may begin: after the contact of the row before. */
export function readNumbered(text: string): NumberLine | null {
  const [, number, municipality, rest] = NUMBER_LINE.exec(text) ?? []
  if (number === undefined || municipality === undefined) return null
  return { number, municipality, rest: rest ?? '' }
}

const isFigure = (word: string): boolean => /^(?:[\d,]+|[-‐‑‒–—―−ー])$/.test(word.normalize('NFKC'))
const isMonth = (word: string): boolean => /^\D{1,2}(?:\d{1,2}|元)年+\d{1,2}月$/.test(word.normalize('NFKC'))
const looksLikeCategory = (word: string): boolean => /^\D*事業$/.test(word)

/**
 * Reads the line that holds the category and the figures, by its shape alone: one word, then four figures, then
 * perhaps a month. One of the four may be unreadable, so that a damaged figure is reported as what it is.
 */
export function readFigures(text: string): FiguresLine | null {
  const line = words(text.replace(/年\s+(?=[\d０-９]{1,2}月)/u, '年'))
  const month = line.length > 0 && isMonth(line.at(-1) ?? '') ? (line.pop() ?? null) : null
  const [category, amount, workers, recruiting, supported] = line.splice(-5)
  if (category === undefined || amount === undefined || workers === undefined) return null
  if (recruiting === undefined || supported === undefined) return null
  const readable = [amount, workers, recruiting, supported].filter(isFigure).length
  if (isFigure(category) || readable < 3) return null
  return { before: line.join(' '), category, amount, workers, recruiting, supported, month }
}

/** True for a line that has a category and figures behind it, but not the five cells that belong there. */
export function isBrokenFigures(text: string): boolean {
  const line = words(text)
  const at = line.findIndex(looksLikeCategory)
  return at >= 0 && line.slice(at + 1, at + 6).filter(isFigure).length >= 2
}

/** Reads a month that stands on a line of its own; null where the line is something else. */
export const readMonthLine = (text: string): string | null => (/年.*月$/.test(text.trim()) ? text.trim() : null)

/** Reads the 合計 line, whose label may stand before or behind its figures. Null where the line is something else. */
export function readTotalLine(text: string): string[] | null {
  const label = /合\s*計/u
  if (!label.test(text)) return null
  const rest = words(text.replace(label, ' '))
  return rest.length > 0 && rest.every(isFigure) ? rest : null
}

/** True for a line of nothing but 合計, whose figures have been lost. */
export const isBareTotal = (text: string): boolean => compact(text) === '合計'

/** True where an address begins; any scheme, so that a dangerous one is refused and not overlooked. */
export const beginsAddress = (text: string): boolean => /^\s*[a-z][a-z0-9+.-]*:\S/i.test(text)

/** True for a line that can continue a wrapped address: printable ASCII without spaces. */
export const continuesAddress = (text: string): boolean => /^[\u0021-\u007E]+$/.test(text.trim())

// A piece of an address may look like a phone number; only brackets or 内線 may stand behind one.
const PHONE = /^0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?:$|[(（内])/

/** True where a phone number begins, in half- or full-width digits. */
export const beginsPhone = (text: string): boolean => PHONE.test(compact(text).replace(/[‐‑‒–—―−ー]/g, '-'))
