/** One physical line of a file: its 1-based number and its text as it stands. */
export interface Line {
  number: number
  text: string
}

/** Splits a file's text into physical lines. Any line end counts; a byte order mark does not. */
export function splitLines(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line }))
}

export const isBlank = ({ text }: Line): boolean => text.trim() === ''
