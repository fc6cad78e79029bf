import iconv from 'iconv-lite'

/** What Windows calls Shift_JIS, with the characters of its makers (①, ㈱, 髙). */
const CHARSET = 'cp932'

/** Stands for a character that cannot be written: the geta mark of Japanese printers. */
export const GETA = '〓'

/** Characters of other standards, and those that Windows has in their place: they look the same. */
const ALIKE: Record<string, string> = {
  '\u301C': '\uFF5E',
  '\u2016': '\u2225',
  '\u2212': '\uFF0D',
  '\u2014': '\u2015',
  '\u00A2': '\uFFE0',
  '\u00A3': '\uFFE1',
  '\u00AC': '\uFFE2',
  '\u00A5': '\uFFE5',
  '\u203E': '\uFFE3',
}

/** How a character is written in Shift_JIS; the character itself where it can be. */
export const inShiftJis = (character: string): string => {
  const alike = ALIKE[character] ?? character
  return iconv.decode(iconv.encode(alike, CHARSET), CHARSET) === alike ? alike : GETA
}

/** A text as Shift_JIS, and the characters of it that had to be written otherwise, each once. */
export function toShiftJis(text: string): { bytes: Uint8Array<ArrayBuffer>; replaced: { from: string; to: string }[] } {
  const replaced = [...new Set(text)]
    .map((from) => ({ from, to: inShiftJis(from) }))
    .filter(({ from, to }) => from !== to)
  const written = new Map(replaced.map(({ from, to }) => [from, to]))
  const safe = written.size === 0 ? text : [...text].map((character) => written.get(character) ?? character).join('')
  return { bytes: Uint8Array.from(iconv.encode(safe, CHARSET)), replaced }
}
