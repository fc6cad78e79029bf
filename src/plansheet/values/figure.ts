import { toAscii } from './ascii.ts'

/**
 * Reads a printed figure: 「7,725」「７７２５」 → 7725, 「-」 → null (not stated), 「0」 → 0.
 * @returns undefined where it is no figure
 */
export function readFigure(text: string): number | null | undefined {
  const figure = toAscii(text).trim()
  if (/^[-ー]$/.test(figure)) return null
  // Twelve digits are more than any budget; a longer figure is a fault of the file.
  return /^(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12})$/.test(figure) ? Number(figure.replaceAll(',', '')) : undefined
}
