import { normalizeText, toHiragana } from './normalize.ts'
import { canonicalRomaji, kanaToRomaji } from './romaji.ts'
import { slipsBetween } from './slip.ts'

/** A municipality as the search knows it. */
export interface Place {
  code: string
  name: string
  kana: string
  romaji: string
}

interface Key {
  code: string
  kanji: string[]
  kana: string[]
  romaji: string[]
}

const OFFICE = /(?:役所|役場|庁)$/
const LATIN_KIND = /[-\s]?(?:city|ward|town|village)$/

/** Reads words as municipalities: their codes, none where a word names none. */
export interface PlaceReader {
  exact: (word: string) => string[]
  /** A name that is still being typed. */
  typing: (word: string) => string[]
  /** A misspelt name: those that it most resembles. */
  slip: (word: string) => string[]
  /** Codes of the municipality that a part of a longer run of characters names. */
  named: (part: string) => string[]
}

/** Makes a reader of places from the 62 municipalities. */
export function makePlaceReader(places: readonly Place[]): PlaceReader {
  const keys = places.map(toKey)
  // A stem of one kanji or two kana is in too many words: 北, きた.
  const named = new Map<string, string[]>()
  for (const { code, kanji, kana, romaji } of keys) {
    const parts = [...kanji.filter(({ length }) => length > 1), ...kana.filter(({ length }) => length > 2), ...romaji]
    for (const part of parts) named.set(part, [...new Set([...(named.get(part) ?? []), code])])
  }
  const find = (word: string, test: (key: string, typed: string) => boolean): string[] => {
    const typed = toTyped(word)
    return keys.filter((key) => key[typed.script].some((known) => test(known, typed.text))).map(({ code }) => code)
  }
  return {
    exact: (word) => find(word, (known, typed) => known === typed),
    typing: (word) => {
      const { script, text } = toTyped(word)
      const least = script === 'romaji' ? 4 : 2
      return text.length < least ? [] : find(word, (known, typed) => known.startsWith(typed))
    },
    slip: (word) => {
      const { script, text } = toTyped(word)
      const least = { kanji: 3, kana: 4, romaji: 6 }[script]
      return text.length < least
        ? []
        : find(word, (known, typed) => known.length >= least - 1 && slipsBetween(known, typed, 1) < 2)
    },
    named: (part) => named.get(part) ?? [],
  }
}

function toKey({ code, name, kana, romaji }: Place): Key {
  const kanji = normalizeText(name)
  // 江戸川区 → えどがわ + く; the reading of the kind is as long as its romaji has syllables.
  const [stem = '', kind = ''] = romaji.split('-')
  const kindKana = { ku: 'く', shi: 'し', machi: 'まち', cho: 'ちょう', mura: 'むら', son: 'そん' }[kind] ?? ''
  const stemKana = kana.slice(0, kana.length - kindKana.length)
  return {
    code,
    kanji: [kanji, kanji.slice(0, -1)],
    kana: [kana, stemKana],
    romaji: [kanaToRomaji(stemKana), canonicalRomaji(stem + kind), kanaToRomaji(kana)],
  }
}

function toTyped(word: string): { script: 'kanji' | 'kana' | 'romaji'; text: string } {
  if (/^[a-z'’\u00C0-\u017F\s-]+$/.test(word))
    return { script: 'romaji', text: canonicalRomaji(word.replace(LATIN_KIND, '')) }
  // While a kana is being typed, its first latin letters stand behind the others: せたｇ.
  const kana = toHiragana(word).replace(/(?<=[ぁ-ゖ])[a-z]{1,2}$/, '')
  if (/^[ぁ-ゖー]+$/.test(kana)) return { script: 'kana', text: kana.replace(/(?:やくしょ|やくば)$/, '') }
  return {
    script: 'kanji',
    text: word
      .replace(/^東京都?(?=.)/, '')
      .replace(/(?<=\p{Script=Han})が(?=\p{Script=Han})/u, '')
      .replace(OFFICE, ''),
  }
}
