const VARIANTS: Record<string, string> = {
  髙: '高',
  﨑: '崎',
  碍: '害',
  礙: '害',
  淸: '清',
  澤: '沢',
  嶋: '島',
  舘: '館',
}

const HALF_VOICED = /[\uFF66-\uFF9D][\uFF9E\uFF9F]/
const KANJI = /\p{Script=Han}/u

/** Text for comparing, and for each of its characters the place in the original that it came from. */
export interface Normalized {
  text: string
  /** `at[i]`: offset in the original of the character that gave `text[i]`; one more at the end. */
  at: number[]
}

/**
 * The one form in which texts and queries are compared: NFKC, lower case, variant kanji as the common ones, every dash
 * as -, no comma within a number, no ヶ between kanji, 障がい as 障害, and any white space as one space.
 */
export function normalize(original: string): Normalized {
  let text = ''
  const at: number[] = []
  for (let offset = 0; offset < original.length;) {
    // Most characters stand as they are printed.
    const plain = original.charCodeAt(offset)
    if (isPlain(plain) && !(plain in SPECIAL)) {
      text += original.charAt(offset)
      at.push(offset)
      offset += 1
      continue
    }
    const pair = original.slice(offset, offset + 2)
    const point = String.fromCodePoint(original.codePointAt(offset) ?? 0)
    const cluster = HALF_VOICED.test(pair) ? pair : point
    for (const character of normalizeCharacter(cluster, text, original.slice(offset + cluster.length))) {
      text += character
      at.push(offset)
    }
    offset += cluster.length
  }
  at.push(original.length)
  return { text, at }
}

/** Kana, kanji, digits and small latin letters. */
const isPlain = (code: number): boolean =>
  (code > 0x3040 && code < 0x3097) ||
  (code > 0x30a0 && code < 0x30ff) ||
  (code >= 0x4e00 && code < 0xa000) ||
  (code > 0x2f && code < 0x3a) ||
  (code > 0x60 && code < 0x7b)

/** Those among them that depend on their neighbours or have a commoner form. */
const SPECIAL: Record<number, true> = Object.fromEntries(
  [...'がいヶケ', ...Object.keys(VARIANTS)].map((character) => [character.charCodeAt(0), true as const]),
)

function normalizeCharacter(cluster: string, before: string, after: string): string {
  const character = cluster.normalize('NFKC').toLowerCase()
  if (/^\s$/.test(character)) return before === '' || before.endsWith(' ') ? '' : ' '
  if (/^[‐‑‒–—―−]$/.test(character)) return '-'
  if (character === ',' && /\d$/.test(before) && /^[\d０-９]/.test(after)) return ''
  if (/^[ヶケ]$/.test(character) && KANJI.test(before.at(-1) ?? '') && KANJI.test(after.at(0) ?? '')) return ''
  if (before.endsWith('障') && cluster === 'が' && after.startsWith('い')) return '害'
  if (before.endsWith('障害') && cluster === 'い') return ''
  return VARIANTS[character] ?? character
}

/** The normalised text alone. */
export const normalizeText = (text: string): string => normalize(text).text.trim()

/** Katakana as hiragana. For the keys of a vocabulary only: in running text it would find words that are not there. */
export const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60))
