import { canonicalRomaji, kanaToRomaji } from '../words/romaji.ts'

const KANA =
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわんがぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽ'
/** Those that a small ゃ, ゅ or ょ may stand behind. */
const BEFORE_SMALL = 'きしちにひみりぎじびぴ'
const SYLLABLES = new Map([
  ['wo', 'を'],
  ...[...KANA, ...[...BEFORE_SMALL].flatMap((kana) => ['ゃ', 'ゅ', 'ょ'].map((small) => kana + small))].map(
    (kana): [string, string] => [kanaToRomaji(kana), kana],
  ),
])
const LONGEST = 3

/** A word in romaji as hiragana, without long vowels and っ: sagashitemasu is さがしてます. Null where it cannot be read so. */
export function kanaOf(romaji: string): string | null {
  const typed = canonicalRomaji(romaji)
  let kana = ''
  for (let at = 0; at < typed.length;) {
    const length = [LONGEST, 2, 1].find((own) => SYLLABLES.has(typed.slice(at, at + own)))
    if (length === undefined) return null
    kana += SYLLABLES.get(typed.slice(at, at + length)) ?? ''
    at += length
  }
  return kana
}
