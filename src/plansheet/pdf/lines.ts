import type { Glyph } from './page.ts'

/** A line of characters that belong together. */
export interface TextLine {
  text: string
  /** Where it begins, with its indent. */
  start: number
  left: number
  right: number
  baseline: number
  size: number
  /** Where each character of the text ends. */
  ends: number[]
}

/** Characters in the order in which they are read; once where one is drawn twice, to look bold. */
export const readingOrder = (glyphs: readonly Glyph[]): Glyph[] =>
  rowsOf(glyphs).flatMap((row) => {
    const kept: Glyph[] = []
    for (const glyph of row) {
      const isAgain = kept
        .slice(-3)
        .some(({ text, left }) => text === glyph.text && glyph.left - left < glyph.size * 0.15)
      if (!isAgain || glyph.text.trim() === '') kept.push(glyph)
    }
    return kept
  })

/** Puts characters into the lines in which they are read, from top to bottom. */
export const toLines = (glyphs: readonly Glyph[]): TextLine[] => rowsOf(glyphs).flatMap((row) => toLine(row) ?? [])

// A gap of so many characters parts what does not belong together, as a title and a unit.
const APART = 3

/** The same where no cell holds the characters together: a wide gap parts a line in two. */
export const toLooseLines = (glyphs: readonly Glyph[]): TextLine[] =>
  rowsOf(glyphs).flatMap((row) => {
    const parts: Glyph[][] = []
    for (const glyph of row) {
      const before = parts.at(-1)?.at(-1)
      if (before !== undefined && glyph.left - before.right < glyph.size * APART) parts.at(-1)?.push(glyph)
      else parts.push([glyph])
    }
    return parts.flatMap((part) => toLine(part) ?? [])
  })

/** The characters of each line, from left to right. */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = []
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (first !== undefined && glyph.baseline - first.baseline <= Math.max(first.size, glyph.size) * 0.4)
      row?.push(glyph)
    else rows.push([glyph])
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left)
  return rows
}

/** Joins the characters of one line, with a space where more room is left than between the others. */
function toLine(glyphs: readonly Glyph[]): TextLine | null {
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '')
  if (ink.length === 0) return null
  const gaps = glyphs.slice(1).map((glyph, index) => (glyph.left - (glyphs[index]?.right ?? 0)) / glyph.size)
  // Characters may be spread over the width of their cell.
  const usual = Math.max(0, gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0)
  let text = ''
  const ends: number[] = []
  for (const [index, glyph] of glyphs.entries()) {
    const gap = (gaps[index - 1] ?? 0) - usual
    const isWord = /[\u0021-\u007E]$/.test(text) && /^[\u0021-\u007E]/.test(glyph.text)
    if (gap > (isWord ? 0.2 : 0.5) && !/\s$/.test(text) && !/^\s/.test(glyph.text)) {
      text += ' '
      ends.push(glyph.left)
    }
    text += glyph.text
    for (let at = 0; at < glyph.text.length; at += 1) ends.push(glyph.right)
  }
  return {
    text,
    start: glyphs[0]?.left ?? 0,
    left: Math.min(...ink.map(({ left }) => left)),
    right: Math.max(...ink.map(({ right }) => right)),
    baseline: Math.max(...ink.map(({ baseline }) => baseline)),
    size: Math.max(...ink.map(({ size }) => size)),
    ends,
  }
}
