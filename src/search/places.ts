import { halfConverted } from './half-converted.ts'
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

type Script = 'kanji' | 'kana' | 'romaji'

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
  // Few queries are in romaji: the names in a script are made for the first word in it.
  const known: Partial<Record<Script, Map<string, string[]>>> = {}
  const namesIn = (script: Script): ReadonlyMap<string, string[]> => (known[script] ??= namesOf(places, script))
  const find = (script: Script, test: (name: string) => boolean): string[] => [
    ...new Set([...namesIn(script)].flatMap(([name, codes]) => (test(name) ? codes : []))),
  ]
  /** A part of Tokyo goes by its whole name alone: nothing of it is guessed. */
  const partOf = (text: string): string[] => {
    const [codes] = PARTS.find(([, names]) => names.test(text)) ?? []
    return codes === undefined ? [] : places.flatMap(({ code }) => (codes.test(code) ? code : []))
  }
  return {
    exact: (word) => {
      const { script, text } = toTyped(word)
      return namesIn(script).get(text) ?? partOf(text)
    },
    typing: (word) => {
      const { script, text } = toTyped(word)
      const least = script === 'romaji' ? 4 : 2
      if (text.length < least) return []
      // One kana behind a name is most often a particle: 港の, 中に.
      const isHalf = /(?<![ぁ-ゖ])[のだやはがをにへともで]$/.test(text) ? null : halfConverted(text)
      if (isHalf === null) return find(script, (name) => name.startsWith(text))
      const isMeant = (place: Place): boolean =>
        // 福し is no 福生市.
        (/[ぁ-ゖ]{2}/.test(text) && isHalf(place.name, place.kana)) ||
        isHalf(place.name, stemOf(place)) ||
        isHalf(place.name.slice(0, -1), stemOf(place))
      return places.filter(isMeant).map(({ code }) => code)
    },
    slip: (word) => {
      const { script, text } = toTyped(word)
      const least = { kanji: 3, kana: 4, romaji: 6 }[script]
      return text.length < least
        ? []
        : find(script, (name) => name.length >= least - 1 && slipsBetween(name, text, 1) < 2)
    },
    named: (part) => {
      const script = scriptOf(part)
      return part.length < NAMED[script] ? [] : (namesIn(script).get(part) ?? partOf(part))
    },
  }
}

// A stem of one kanji or two kana is in too many words: 北, きた.
const NAMED: Record<Script, number> = { kanji: 2, kana: 3, romaji: 1 }
const KINDS: Record<string, string> = { ku: 'く', shi: 'し', machi: 'まち', cho: 'ちょう', mura: 'むら', son: 'そん' }

/** 江戸川区 → えどがわ + く; the kind of a municipality is told by its romaji. */
const stemOf = ({ kana, romaji }: Place): string =>
  kana.slice(0, kana.length - (KINDS[romaji.split('-')[1] ?? '']?.length ?? 0))

/** A municipality's names in a script, with its kind and without. */
const NAMES: Record<Script, (place: Place) => string[]> = {
  kanji: ({ name }) => [normalizeText(name), normalizeText(name).slice(0, -1)],
  kana: (place) => [place.kana, stemOf(place)],
  romaji: (place) => [kanaToRomaji(stemOf(place)), canonicalRomaji(place.romaji), kanaToRomaji(place.kana)],
}

/** Parts of Tokyo by the beginnings of their municipalities' codes: 131 wards, 132 cities, 1330 Nishitama. */
const PARTS: [codes: RegExp, names: RegExp][] = [
  [/^131/, /^(?:23区|二十三区|にじゅうさんく|特別区|都?区部)(?:内)?$/],
  [/^132/, /^市部(?:内)?$/],
  [/^13(?:2|30)/, /^(?:多摩(?:地域|地区|エリア)|三多摩|たまちいき|たまちく)(?:内)?$/],
  [/^1330/, /^西多摩(?:郡|地域|地区)?$/],
]

/** The names of all municipalities in a script, each with the codes of those that are called so. */
function namesOf(places: readonly Place[], script: Script): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const place of places)
    for (const name of new Set(NAMES[script](place))) names.set(name, [...(names.get(name) ?? []), place.code])
  return names
}

const scriptOf = (word: string): Script =>
  /^[a-z'’\u00C0-\u017F\s-]+$/.test(word) ? 'romaji' : /^[ぁ-ゖー]+$/.test(word) ? 'kana' : 'kanji'

function toTyped(word: string): { script: Script; text: string } {
  if (scriptOf(word) === 'romaji') return { script: 'romaji', text: canonicalRomaji(word.replace(LATIN_KIND, '')) }
  // While a kana is being typed, its first latin letters stand behind the others: せたｇ.
  const kana = toHiragana(word).replace(/(?<=[ぁ-ゖ])[a-z]{1,2}$/, '')
  if (scriptOf(kana) === 'kana') return { script: 'kana', text: kana.replace(/(?:やくしょ|やくば)$/, '') }
  return {
    script: 'kanji',
    text: word
      .replace(/^東京都?(?=.)/, '')
      .replace(/(?<=\p{Script=Han})が(?=\p{Script=Han})/u, '')
      .replace(OFFICE, ''),
  }
}
