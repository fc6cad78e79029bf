import { toHiragana } from './normalize.ts'

// One syllable of each row; the five vowels in the order a i u e o.
const ROWS: Record<string, string> = {
  '': 'あいうえお',
  k: 'かきくけこ',
  s: 'さしすせそ',
  t: 'たちつてと',
  n: 'なにぬねの',
  h: 'はひふへほ',
  m: 'まみむめも',
  r: 'らりるれろ',
  g: 'がぎぐげご',
  z: 'ざじずぜぞ',
  d: 'だぢづでど',
  b: 'ばびぶべぼ',
  p: 'ぱぴぷぺぽ',
}
const SYLLABLES = new Map<string, string>(
  Object.entries(ROWS).flatMap(([row, kana]) => [...kana].map((sign, index) => [sign, row + 'aiueo'.charAt(index)])),
)
for (const [sign, latin] of Object.entries({
  や: 'ya',
  ゆ: 'yu',
  よ: 'yo',
  わ: 'wa',
  を: 'o',
  ん: 'n',
  ー: '',
  っ: '',
})) {
  SYLLABLES.set(sign, latin)
}
const SMALL = new Map([
  ['ゃ', 'ya'],
  ['ゅ', 'yu'],
  ['ょ', 'yo'],
])
const SMALL_VOWELS = 'ぁぃぅぇぉ'

/** ティ ti, フェ fe, チェ tye, ウェ we. */
const withSmallVowel = (romaji: string, vowel: string): string =>
  romaji
    .replace(/(?<=[szt])i$/, 'y')
    .replace(/(?<![^aiueo])u$/, 'w')
    .replace(/[aiueo]$/, '') + vowel

/** Kana as canonical romaji: ちゅうおう → tyuo, せたがや → setagaya. For comparing only. */
export function kanaToRomaji(kana: string): string {
  let romaji = ''
  for (const sign of toHiragana(kana)) {
    const small = SMALL.get(sign)
    const vowel = 'aiueo'.charAt(SMALL_VOWELS.indexOf(sign))
    if (small !== undefined) romaji = romaji.replace(/i$/, '') + small
    else if (vowel !== '') romaji = withSmallVowel(romaji, vowel)
    else romaji += SYLLABLES.get(sign) ?? sign
  }
  return canonicalRomaji(romaji)
}

/**
 * Romaji in one spelling, whichever it was typed in: Hepburn or Kunrei, long vowels written, doubled, marked or left out.
 * shinjyuku, shinjuku, sinzyuku → sinzyuku; Ōta, oota, ohta → ota.
 */
export function canonicalRomaji(typed: string): string {
  return typed
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’-]/g, '')
    .replace(/oh(?=[^aiueoy]|$)/g, 'o')
    .replace(/([^aiueon])\1/g, '$1')
    .replace(/tch|ch/g, 'ty')
    .replace(/sh/g, 'sy')
    .replace(/jy?/g, 'zy')
    .replace(/cy/g, 'ty')
    .replace(/ts/g, 't')
    .replace(/f/g, 'h')
    .replace(/dz?(?=[iu])/g, 'z')
    .replace(/([sztdn])y(?=i)/g, '$1')
    .replace(/m(?=[bpm])/g, 'n')
    .replace(/ou|oo/g, 'o')
    .replace(/uu/g, 'u')
    .replace(/ii/g, 'i')
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/nn/g, 'n')
}
