import { compact } from '../compact.ts'
import { emptySheet, type SheetCells } from '../cells.ts'
import { isFurniture, isTitle } from '../furniture.ts'
import type { Block } from '../grid/grid.ts'
import { readBlocks } from '../grid/index.ts'
import type { Issue } from '../issue.ts'
import { drawPage, type DrawnPage, type LoosePiece } from './draw.ts'
import { cutText, hiddenText, noRules, noText, officesApart, unmapped, withinTable } from './faults.ts'
import { joinPrinted } from './join.ts'
import type { PdfPage } from './page.ts'
import { withoutLookalikes } from './lookalikes.ts'

/**
 * Reads the cells of a plan sheet from the pages of a PDF: characters and ruled lines → tables → grids → rows → cells.
 * Lines are printed lines, counted over the pages.
 * @param file name of the file, for issues only
 */
export function readPdf(pages: readonly PdfPage[], file: string): SheetCells {
  const sheet: SheetCells = { ...emptySheet(''), places: [] }
  const faults = pages.flatMap((page) => faultOf(page, pages, file) ?? [])
  if (faults.length > 0) return { ...sheet, issues: faults }

  const drawn = pages.map((page) => drawPage(page, sheet, file))
  if (drawn.every(({ grids }) => grids.length === 0)) return { ...sheet, issues: [noRules(file, 1)] }
  // What a page break cuts off, some programs draw again on the next page.
  const visible = pages.some(({ hidden, cut }) => hidden.length + cut.length > 0) ? compact(sheet.visible) : ''
  const unseen = (texts: readonly string[]): string =>
    texts
      .map(withoutLookalikes)
      .filter((text) => !visible.includes(compact(text)))
      .join('')
  for (const { number, hidden, cut } of pages) {
    if (unseen(hidden) !== '') sheet.issues.push(hiddenText(file, number, unseen(hidden)))
    if (unseen(cut) !== '') sheet.issues.push(cutText(file, number, unseen(cut)))
  }
  const running = runningLines(drawn)
  const blocks = drawn.flatMap((page) => {
    const placed: { top: number; block: Block }[] = page.grids.map(({ top, grid }) => ({ top, block: grid }))
    for (const piece of page.loose) {
      const cell = { text: piece.text.trim(), lines: [piece.line] }
      if (isPageNumber(piece) || (running.has(keyOf(piece)) && !isKnown(piece))) sheet.furniture.push(cell)
      else if (piece.isBeside) {
        sheet.stray.push(cell)
        sheet.issues.push(withinTable(file, cell))
      } else placed.push({ top: piece.baseline, block: piece })
    }
    return placed.sort((a, b) => a.top - b.top).map(({ block }) => block)
  })
  // A cell that stands in several rows is joined for each of them.
  const guessed = new Set<number>()
  return readBlocks(blocks, sheet, file, (pieces, column) =>
    joinPrinted(pieces, column, ({ line, text }) => {
      if (!guessed.has(line)) sheet.issues.push(officesApart(file, line, text.trim()))
      guessed.add(line)
    }),
  )
}

/** Why a page cannot be read at all; null where it can. */
function faultOf(
  { number, glyphs, imageShare, rules, isUnmapped }: PdfPage,
  pages: readonly PdfPage[],
  file: string,
): Issue | null {
  if (isUnmapped) return unmapped(file, number)
  const isPicture = imageShare > 0.5 && rules.length === 0
  if (isPicture || (glyphs.length === 0 && (imageShare > 0 || pages.every((page) => page.glyphs.length === 0))))
    return noText(file, number)
  return null
}

/** True for the number of a page, above or below its tables: 3, - 3 -, 3/12, 3ページ, Page 3. */
function isPageNumber({ text, isBeside }: LoosePiece): boolean {
  const [, found] =
    /^(?:page|p\.?)?[-‐–—―−(]*(\d{1,4})(?:(?:\/|of)\d{1,4})?[-‐–—―−)]*(?:ページ|頁)?$|^ページ(\d{1,4})$/i.exec(
      text.normalize('NFKC').replace(/\s/g, '').replace(/ー/g, '-'),
    ) ?? []
  return !isBeside && found !== undefined
}

/** What stands at the same place of every page: a header or a footer. */
function runningLines(pages: readonly DrawnPage[]): Set<string> {
  if (pages.length < 2) return new Set()
  const [first, ...others] = pages.map(({ loose }) => new Set(loose.filter(({ isBeside }) => !isBeside).map(keyOf)))
  return new Set([...(first ?? [])].filter((key) => others.every((keys) => keys.has(key))))
}

/** A title or unit may stand on each page too: it is more than a header. */
const isKnown = ({ text }: LoosePiece): boolean => isTitle(text) || isFurniture(text)

const keyOf = ({ text, baseline, left }: LoosePiece): string =>
  `${Math.round(baseline)} ${Math.round(left)} ${text.trim()}`
