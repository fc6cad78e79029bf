import type { Known, Lexicon } from '../words/lexicon.ts'
import { toHiragana } from '../words/normalize.ts'
import { kanaToRomaji } from '../words/romaji.ts'
import { isLeftBare, swapped } from '../words/slip.ts'
import { halfConverted } from './half-converted.ts'

// Few queries are in romaji: the readings are spelt in it for the first word that is.
const spelt = new WeakMap<Lexicon, Map<string, Known[]>>()

function romajiOf(lexicon: Lexicon): ReadonlyMap<string, Known[]> {
  const there = spelt.get(lexicon)
  if (there !== undefined) return there
  const made = new Map<string, Known[]>()
  for (const [key, known] of lexicon.keys()) {
    if (!/^[ぁ-ゖー]+$/.test(key)) continue
    const romaji = kanaToRomaji(key)
    made.set(romaji, [...(made.get(romaji) ?? []), ...known])
  }
  spelt.set(lexicon, made)
  return made
}

/** The words that are read so, in latin letters or in kana with some: kaigo, pあそこん. */
export const findRomaji = (lexicon: Lexicon, word: string): Known[] =>
  /^(?=.*[a-z])[a-zぁ-ゖー'-]{3,}$/.test(word) ? (romajiOf(lexicon).get(kanaToRomaji(word)) ?? []) : []

/** The words of which this is half converted from kana: 見がく, カイ護. */
export function findHalf({ keys }: Lexicon, word: string): Known[] {
  // One kana is the end of too many words.
  const key = toHiragana(word)
  const isIt = /[ぁ-ゖー]{2}/.test(key) ? halfConverted(key) : null
  if (isIt === null) return []
  return keys().flatMap(([key, known]) =>
    known.filter(({ word: own, group: { role } }) => role !== 'place' && role !== 'outside' && isIt(own, key)),
  )
}

/** The words in whose readings some kana were left bare: しようがいしや, ひょうかき, テシタル化. Short ones are other words. */
export function findBare({ keys }: Lexicon, word: string): Known[] {
  if (!/^(?:[ぁ-ゖー]{5,}|[ァ-ヶー]{4,}\p{Script=Han}?)$/u.test(word)) return []
  const typed = toHiragana(word)
  return keys().flatMap(([key, known]) =>
    isLeftBare(typed, key) ? known.filter(({ group: { role } }) => role !== 'stop') : [],
  )
}

/** The words in whose hiragana two neighbours have changed their places: かいしごょく. */
export const findSwapped = ({ find }: Lexicon, word: string): Known[] =>
  swapped(word)
    .flatMap(find)
    .filter(({ group: { role } }) => role === 'topic' || role === 'industry' || role === 'soft')

/** The words that begin so, in latin letters those that are read so. */
export function beginning(lexicon: Lexicon, key: string): Known[] {
  const begun = (all: ReadonlyMap<string, Known[]>, start: string): Known[] =>
    [...all].flatMap(([known, words]) => (known.startsWith(start) ? words : []))
  const written = begun(lexicon.keysFrom(key), key)
  // The letters of a kana that is being typed say little: kensetsug may become kensetsugyou.
  const [said] = /^[a-z]{5,}[aiueo]/.exec(key) ?? []
  return written.length === 0 && said !== undefined ? begun(romajiOf(lexicon), kanaToRomaji(said)) : written
}
