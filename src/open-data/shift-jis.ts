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

/**
 * True where another computer may show a character otherwise, or not at all: it is no visible character of ASCII or
 * JIS X 0208, or it is one of the two wavy lines that are taken for one another.
 */
export function isDependent(character: string): boolean {
  if (/^[\x20-\x7E]$/.test(character)) return false
  if (/[～〜]/.test(character) || inShiftJis(character) !== character) return true
  const [lead = 0] = iconv.encode(character, CHARSET)
  // Rows that makers of computers have added, and katakana of half width, which takes one byte.
  return lead < 0x81 || lead === 0x87 || (lead > 0x9f && lead < 0xe0) || lead > 0xea
}

/** The characters of a text, each once. (Numbers are gathered in a fraction of the time that texts take.) */
function charactersOf(text: string): string[] {
  const codes = new Set<number>()
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0
    codes.add(code)
    // Such a character takes the place of two.
    if (code > 0xffff) at += 1
  }
  return [...codes].map((code) => String.fromCodePoint(code))
}

/** A text as Shift_JIS, and the characters of it that had to be written otherwise, each once. */
export function toShiftJis(text: string): { bytes: Uint8Array<ArrayBuffer>; replaced: { from: string; to: string }[] } {
  const replaced = charactersOf(text)
    .map((from) => ({ from, to: inShiftJis(from) }))
    .filter(({ from, to }) => from !== to)
  const safe = replaced.reduce((written, { from, to }) => written.replaceAll(from, to), text)
  return { bytes: new Uint8Array(iconv.encode(safe, CHARSET)), replaced }
}
