import { toHiragana } from '../words/normalize.ts'
import { inScript, KANA, namesOf, stemOf, type Place, type PlaceNames } from '../words/places.ts'
import { canonicalRomaji, kanaToRomaji } from '../words/romaji.ts'
import { isLeftBare, slipsBetween } from '../words/slip.ts'
import { halfConverted } from './half-converted.ts'
import { partOf } from './tokyo-parts.ts'

/** Reads words as municipalities, also in romaji, or as a part of Tokyo: their codes, none where a word names none. */
export interface PlaceReader {
  exact: (word: string) => string[]
  /** A name that is still being typed. */
  typing: (word: string) => string[]
  /** A misspelt name: those that it most resembles. It is sure where there is but one. */
  slip: (word: string) => { codes: string[]; isSure: boolean }
  /** Codes of the municipality that a part of a longer run of characters names. */
  named: (part: string) => string[]
}

const LATIN = /^[a-z'’\u00C0-\u017F\s-]+$/
const KIND_BEHIND_KANA = /(?<=^[ぁ-ゖァ-ヶー]{3,})[区市町村]$/
const LATIN_KIND = /[-\s]?(city|ward|town|village|islands?)$/
/** As municipalities of each kind call themselves in English. */
const ENGLISH: Record<string, string> = { city: '区市', ward: '区', town: '町', village: '村' }

/** Makes the reader of places. */
export function makePlaceReader({ places, namesIn, exact }: PlaceNames): PlaceReader {
  // Few queries are in romaji: the names in it are made for the first word.
  let inRomaji: Map<string, string[]> | null = null
  const romajiNames = (): ReadonlyMap<string, string[]> =>
    (inRomaji ??= namesOf(places, (place) => [
      kanaToRomaji(stemOf(place)),
      canonicalRomaji(place.romaji),
      // A letter that is missing changes others: setaaya.
      place.romaji.replace('-', ''),
      place.romaji.replace(/-.*/, ''),
    ]))
  const readable = (
    word: string,
  ): { script: keyof typeof LEAST; text: string; names: ReadonlyMap<string, string[]> } => {
    if (LATIN.test(word))
      return { script: 'romaji', text: canonicalRomaji(word.replace(LATIN_KIND, '')), names: romajiNames() }
    const { script, text } = inScript(word)
    return { script, text, names: namesIn(script) }
  }
  const find = (names: ReadonlyMap<string, string[]>, test: (name: string) => boolean): string[] => [
    ...new Set([...names].flatMap(([name, codes]) => (test(name) ? codes : []))),
  ]
  return {
    exact: (word) => {
      if (!LATIN.test(word)) {
        const codes = exact(word)
        return codes.length > 0 ? codes : partOf(inScript(word).text, places)
      }
      const { text, names } = readable(word)
      const codes = names.get(text) ?? partOf(word, places)
      const kinds = ENGLISH[LATIN_KIND.exec(word)?.[1] ?? '']
      return kinds === undefined
        ? codes
        : places.flatMap(({ code, name }) => (codes.includes(code) && kinds.includes(name.slice(-1)) ? code : []))
    },
    typing: (word) => {
      const { script, text, names } = readable(word)
      if (text.length < LEAST[script].typed) return []
      // One kana behind a name is most often a particle: 港の, 中に.
      const isHalf = /(?<![ぁ-ゖ])[のだやはがをにへともで]$/.test(text) ? null : halfConverted(text)
      if (isHalf === null) return find(names, (name) => name.startsWith(text) || name.startsWith(word))
      const isMeant = (place: Place): boolean =>
        // 福し is no 福生市.
        (/[ぁ-ゖ]{2}/.test(text) && isHalf(place.name, place.kana)) ||
        isHalf(place.name, stemOf(place)) ||
        isHalf(place.name.slice(0, -1), stemOf(place))
      return places.filter(isMeant).map(({ code }) => code)
    },
    slip: (word) => {
      // せたがよ区 is misspelt in its kana: the kind behind them is left to itself.
      const { script, text, names } = readable(word.replace(KIND_BEHIND_KANA, ''))
      const least = LEAST[script].misspelt
      const codes = find(
        names,
        (name) =>
          (Math.min(name.length + 1, text.length) >= least &&
            Math.min(slipsBetween(name, text, 1), slipsBetween(name, word, 1)) < 2) ||
          (text.length >= LEAST_BARE && isLeftBare(text, name)),
      )
      return { codes, isSure: codes.length === 1 && find(names, (name) => isWithin(name, text)).length === 0 }
    },
    named: (part) => {
      if (LATIN.test(part)) return romajiNames().get(part) ?? []
      const name = /^[ァ-ヶー]+$/.test(part) ? toHiragana(part) : part
      const script = KANA.test(name) ? 'kana' : 'kanji'
      return part.length < LEAST[script].within ? [] : (namesIn(script).get(name) ?? partOf(name, places))
    },
  }
}

/** True for a name of one kanji within a longer one: 港区 and 港南区, 北区 and 江北区. That may be another place. */
const isWithin = (name: string, text: string): boolean =>
  /^\p{Script=Han}[区市町村]$/u.test(name) &&
  text.length === 3 &&
  text.endsWith(name.charAt(1)) &&
  text.includes(name.charAt(0))

/** In kana of which marks were left out: あたち. */
const LEAST_BARE = 3
/** So long a name must be. A stem of one kanji or two kana is in too many words: 北, きた. */
const LEAST = {
  kanji: { typed: 2, misspelt: 3, within: 2 },
  kana: { typed: 2, misspelt: 4, within: 3 },
  romaji: { typed: 4, misspelt: 6 },
}
