import { normalizeText, toHiragana } from './normalize.ts'

/** A municipality as the search knows it. */
export interface Place {
  code: string
  name: string
  kana: string
  romaji: string
}

export type Script = 'kanji' | 'kana'

/** The municipalities by their names. */
export interface PlaceNames {
  places: readonly Place[]
  /** The names in a script, each with the codes of those that are called so. */
  namesIn: (script: Script) => ReadonlyMap<string, string[]>
  /** The codes of those that a word names in kanji or kana. None where it names none. */
  exact: (word: string) => string[]
}

/** Makes the names of the 62 municipalities. */
export function makePlaceNames(places: readonly Place[]): PlaceNames {
  const known: Partial<Record<Script, Map<string, string[]>>> = {}
  const namesIn = (script: Script): ReadonlyMap<string, string[]> => (known[script] ??= namesOf(places, NAMES[script]))
  return {
    places,
    namesIn,
    exact: (word) => {
      const { script, text } = inScript(word)
      return namesIn(script).get(text) ?? []
    },
  }
}

const KINDS: Record<string, string> = { ku: 'く', shi: 'し', machi: 'まち', cho: 'ちょう', mura: 'むら', son: 'そん' }

/** 江戸川区 → えどがわ + く; the kind of a municipality is told by its romaji. */
export const stemOf = ({ kana, romaji }: Place): string =>
  kana.slice(0, kana.length - (KINDS[romaji.split('-')[1] ?? '']?.length ?? 0))

/** A municipality's names in a script, with its kind and without. */
const NAMES: Record<Script, (place: Place) => string[]> = {
  kanji: ({ name }) => [normalizeText(name), normalizeText(name).slice(0, -1)],
  kana: (place) => [place.kana, stemOf(place)],
}

/** The names of all municipalities, each with the codes of those that are called so. */
export function namesOf(places: readonly Place[], own: (place: Place) => string[]): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const place of places)
    for (const name of new Set(own(place))) names.set(name, [...(names.get(name) ?? []), place.code])
  return names
}

/** Hiragana alone. */
export const KANA = /^[ぁ-ゖー]+$/

/** A word as municipalities are called in its script, without what may stand around a name. */
export function inScript(word: string): { script: Script; text: string } {
  const kana = toHiragana(word)
  if (KANA.test(kana)) return { script: 'kana', text: kana.replace(/(?:やくしょ|やくば)$/, '') }
  return {
    script: 'kanji',
    text: word
      .replace(/^東京都?(?=.)/, '')
      .replace(/(?<=\p{Script=Han})が(?=\p{Script=Han})/u, '')
      .replace(/(?:役所|役場|庁)$/, ''),
  }
}
