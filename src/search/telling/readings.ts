import type { PartAnswer } from '../answer/find.ts'
import type { Meaning } from '../query/meaning.ts'
import type { Place } from '../words/places.ts'
import type { Printed } from './as-printed.ts'
import { typedIn } from './as-typed.ts'
import { wordsHeld } from './marks.ts'

const ORDERS = { most: '多い', least: '少ない' }
/** What the keys of programmes say (see programmes/keys.ts). */
const KEYS: Record<string, string> = {
  fy: '年度',
  on: '始まる時期',
  from: '始まる時期',
  to: '目標の数',
  no: '番号',
  yen: '事業額',
  man: '事業額',
  tel: '電話番号',
}
const SHOWN = 4
/** More municipalities than a name being typed may mean: those of a part of Tokyo. */
const FEW = 8

/** How what a query names is called in sentences about it. */
export interface Names {
  /** A part of the query, as it was typed, in quotation marks. */
  quoted: (meaning: Meaning) => string
  /** Municipalities by their codes. */
  placeNames: (codes: readonly string[]) => string
  asTyped: (word: string) => string
}

export function namesFor(query: string, placeOf: (code: string) => Place | undefined): Names {
  const asTyped = typedIn(query)
  return {
    asTyped,
    // One character that is left out is a word, not what was left over of one.
    quoted: ({ typed, isExcluded }) => `「${isExcluded && typed.length === 1 ? typed : asTyped(typed)}」`,
    placeNames: (codes) => codes.map((code) => placeOf(code)?.name ?? code).join('・'),
  }
}

const quote = (words: readonly string[]): string => words.map((word) => `「${word}」`).join('')

/**
 * How a part of a query that was not left out was understood; null where that needs no word: what was typed, what was
 * found nowhere, a place that is not sure or one of many, a phone number.
 * @param seen the texts of the programmes that are shown: of other words those that stand there are named
 * @param isAlone true where nothing is asked for but words that nearly all programmes hold: then they are named, too
 */
export function readingOf(part: PartAnswer, seen: readonly Printed[], names: Names, isAlone: boolean): string | null {
  const { meaning, count } = part
  const { kind, readAs, amount } = meaning
  const quoted = names.quoted(meaning)
  if (kind === 'place') return placeReading(meaning, names)
  if (count === 0 && readAs === null) return null
  if (amount !== null) {
    const read = typeof amount === 'string' ? `事業額の${ORDERS[amount]}順` : '事業額'
    return `${quoted}を、${read}として読みました。`
  }
  if (kind === 'value') return valueReading(meaning, quoted)
  const words = [...new Set([...(readAs === null ? [] : [readAs]), ...wordsHeld(part, seen, isAlone)])]
  if (words.length === 0) return null
  const called = quote(words.slice(0, SHOWN)) + (words.length > SHOWN ? 'など' : '')
  return readAs === null ? `${quoted}は${called}でも探しました。` : `${quoted}を${called}として検索しました。`
}

function placeReading(meaning: Meaning, { asTyped, placeNames, quoted }: Names): string | null {
  const { codes, isUnsure, typed } = meaning
  const name = placeNames(codes)
  return isUnsure || name === asTyped(typed) || codes.length > FEW
    ? null
    : `${quoted(meaning)}を「${name}」として検索しました。`
}

function valueReading({ forms }: Meaning, quoted: string): string | null {
  const keys = new Set(forms.flatMap(({ text }) => KEYS[text.split(':')[0] ?? ''] ?? []))
  return forms[0]?.text.startsWith('tel:') === true || keys.size === 0
    ? null
    : `${quoted}を、${[...keys].join('・')}として読みました。`
}
