const VARIANTS: Record<string, string> = {
  髙: '高',
  﨑: '崎',
  碍: '害',
  礙: '害',
  奧: '奥',
  淸: '清',
  澤: '沢',
  嶋: '島',
  舘: '館',
}

/** Kanji that are taken for the katakana among which they stand, and those katakana: シ二ア, テレワ一ク. */
const LOOKALIKES = '一二三八千口力工夕卜'
const LOOKED_FOR = 'ーニミハチロカエタト'

/** 03,3647,9167 is no amount. */
const PHONE_BEGUN = /(?<!\d)0\d+$/

const KANJI = /\p{Script=Han}/u

/** Text for comparing, and for each of its characters the place in the original that it came from. */
export interface Normalized {
  text: string
  /** `at[i]`: offset in the original of the character that gave `text[i]`; one more at the end. */
  at: number[]
}

/** A number that counts what follows is none of them: フォーラム三カ所, セミナー二コース. */
const BETWEEN_KATAKANA = `[${LOOKALIKES}](?<=[ァ-ヴー].)(?=[ァ-ヴー])(?<![一二三八千](?=[カコ][一-龠]|[ァ-ヴー]{3}))`

/** A long vowel mark where a dash is meant: ０３ー３６４７. */
const BETWEEN_DIGITS = 'ー(?<=[\\d０-９歳代円月]ー)(?=[\\d０-９])'

/**
 * What is not compared as it is printed: all but kana, common kanji, digits, small latin letters and the commonest marks;
 * and those among them that have a commoner form. Everything between is taken over in one piece.
 */
const ODD = new RegExp(
  `(?<=障)がい|[\uFF66-\uFF9D][\uFF9E\uFF9F]|${BETWEEN_KATAKANA}|${BETWEEN_DIGITS}|[ヶケ${Object.keys(VARIANTS).join('')}]|[^\\u3001-\\u3003\\u3008-\\u3011ぁ-ゖァ-ヾ\\u4e00-\\u9fff0-9a-z]`,
  'gu',
)

/**
 * The one form in which texts and queries are compared: NFKC, lower case, variant kanji as the common ones, every dash
 * as -, no comma within a number, no ヶ between kanji (but in 三ヶ月), シ二ア as シニア, 障がい as 障害, any white space as one
 * space, and nothing that is not seen.
 */
export function normalize(original: string): Normalized {
  const at: number[] = []
  return { text: normalizeInto(original, at), at }
}

/** @param at takes the offsets, where they are wanted */
function normalizeInto(original: string, at: number[] | null): string {
  let text = ''
  let done = 0
  const takeOver = (end: number): void => {
    text += original.slice(done, end)
    if (at !== null) for (let offset = done; offset < end; offset += 1) at.push(offset)
    done = end
  }
  for (const { 0: cluster, index } of original.matchAll(ODD)) {
    takeOver(index)
    const end = index + cluster.length
    const normal = normalizeCharacter(cluster, text, original.slice(end))
    text += normal
    if (at !== null) for (let sign = 0; sign < normal.length; sign += 1) at.push(done)
    done = end
  }
  takeOver(original.length)
  at?.push(original.length)
  return text
}

function normalizeCharacter(cluster: string, before: string, after: string): string {
  const character = cluster.normalize('NFKC').toLowerCase()
  if (/^\s$/.test(character)) return before === '' || before.endsWith(' ') ? '' : ' '
  // Such as what chooses a kanji's shape: 葛󠄀.
  if (/^\p{Default_Ignorable_Code_Point}$/u.test(character)) return ''
  if (/^[‐‑‒–—―−]$/.test(character) || (character === 'ー' && /[\d歳代円月]$/.test(before))) return '-'
  if (character === ',' && /\d$/.test(before) && !PHONE_BEGUN.test(before) && /^[\d０-９]{3}(?![\d０-９])/.test(after))
    return ''
  if (/^[ヶケ]$/.test(character) && KANJI.test(before.at(-1) ?? '') && /^(?!月)\p{Script=Han}/u.test(after)) return ''
  return cluster === 'がい' ? '害' : (VARIANTS[character] ?? LOOKED_FOR[LOOKALIKES.indexOf(cluster)] ?? character)
}

/** The normalised text alone. */
export const normalizeText = (text: string): string => normalizeInto(text, null).trim()

/** The code of a katakana's hiragana; any other code as it is. */
export const hiraganaCode = (code: number): number => (code >= 0x30a1 && code <= 0x30f6 ? code - 0x60 : code)

/** Katakana as hiragana. For the keys of a vocabulary only: in running text it would find words that are not there. */
export const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (character) => String.fromCharCode(hiraganaCode(character.charCodeAt(0))))
