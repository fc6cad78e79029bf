// What spreadsheets run begins so, also behind white space and characters that cannot be seen.
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^\p{Cc}/u

/** A text as a cell for people: one that a spreadsheet would run as a formula gets an apostrophe in front. */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
