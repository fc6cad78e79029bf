import type { Numbers } from '../numbers/numbers.ts'
import type { Meant } from '../numbers/recognize.ts'
import { LONGEST_WORD, type Known, type Lexicon } from '../words/lexicon.ts'
import { toHiragana } from '../words/normalize.ts'
import { findRomaji } from './guessed-words.ts'

/** A part of a query, from which to which character. */
export interface Piece {
  text: string
  /** `grammar` is what stands between words: particles, endings, marks. `unknown` is in no list of ours. */
  kind: 'word' | 'place' | 'number' | 'grammar' | 'unknown'
  known: Known[]
  codes: string[]
  meant: Meant | null
}

interface Arc {
  from: number
  piece: Piece
}

// Kanji that stand behind a word without changing whom or what a programme is about: 介護 + 士.
const AFFIX = /^[可者員職手師士業系用向的会所化性中後前時型版類等達層面力店先区市町村駅内間部課室係人家民料費屋工]$/
const PARTICLE = /^[のはがをでにともやへか、。・\s]$/
/** So a place goes on whose name is read at the beginning: かわさきしで. */
const NAMED = /^(?:[しふ]|けん)?(?:[でにのへ]|$)/
/** Behind a short name: ちばけんで. */
const PREFECTURE = /^(?:けん|ふ)(?:[でにのへ]|$)/
/** Hiragana before a particle. */
const NOUN = /^([ぁ-ゖー]{4,})([のでにをがは])$/
const RUN = /[ァ-ヶー]+|[a-z]+|\d+/y
// How long, how often, how many: nothing that a programme is found by.
const QUANTITY =
  /\d+(?:[億万千]円?|年[間中]?|[かヶケヵ]月|月|時間|日[間中]?|週間?|回|人|名|つ|歳|級|円|%)?|[一二三四五六七八九十数半]+(?:[歳才]|年[間中]?|[かヶケヵ]月|時間|日[間中]?|週間|回目?|人|件|社|度|つ|番)/y
const KANA = /^[ぁ-ゖ]$/
const KANJI = /^[\p{Script=Han}々]$/u
/** No word begins so: 休暇 is not in きゅうかんちょう. */
const NEVER_FIRST = /[んーゃゅょ]/
export const KANJI_ONLY = /^\p{Script=Han}+$/u
const SHORT = 4
const KANA_ONLY = /^[ぁ-ゖァ-ヶー]+$/
/** So many kana tell a municipality and a word behind it: みたか, かいご. */
const SHORTEST = 3

/** Makes a piece; what is not said of it is that nothing is known. */
export const piece = (text: string, kind: Piece['kind'], rest: Partial<Piece> = {}): Piece => ({
  text,
  kind,
  known: [],
  codes: [],
  meant: null,
  ...rest,
})

/**
 * Cuts a normalised query without spaces into words: the way that needs the fewest, with the least left over.
 * Katakana, latin letters and digits are cut only where both sides are words.
 * @param placesOf codes of the municipalities that a word names
 */
export function segment(
  text: string,
  lexicon: Lexicon,
  placesOf: (word: string) => string[],
  { recognizeWithin }: Numbers,
): Piece[] {
  const key = toHiragana(text)
  const split = placeAndWord(text, lexicon, placesOf)
  if (split !== null) return split
  // To each character that can be reached, the last step of the way that costs least, and what that way costs.
  const best: Arc[] = []
  const costs = [0]
  const offer = (from: number, length: number, cost: number, made: Piece): void => {
    const total = (costs[from] ?? Infinity) + cost
    if (total >= (costs[from + length] ?? Infinity)) return
    costs[from + length] = total
    best[from + length] = { from, piece: made }
  }

  for (let at = 0; at < text.length; at += 1) {
    if (costs[at] === undefined) continue
    const meant = recognizeWithin(text, at)
    if (meant !== null) offer(at, meant.length, 0.5, piece(text.slice(at, at + meant.length), 'number', { meant }))
    // 家にいる in 10年家にいる is no end of a word: a number and its unit stand before it.
    const isCut = isCutFromKanji(text, at) && !/^\d/.test(best[at]?.piece.text ?? '')
    for (let length = Math.min(LONGEST_WORD, text.length - at); length > 0; length -= 1) {
      const part = text.slice(at, at + length)
      const known = isCut ? [] : lexicon.find(key.slice(at, at + length))
      const usable = known.filter(({ word, group: { role } }) =>
        role === 'stop'
          ? // ママで is not ままで.
            (word === part || !/[ァ-ヶ]/.test(part)) && !isWithinKanji(text, at, length)
          : !/^[ぁ-ゖー]+$/.test(part) ||
            (role === 'place' || role === 'outside'
              ? at === 0 && (length > 2 ? NAMED : PREFECTURE).test(text.slice(length))
              : stands(text, at, length) && !(KANJI_ONLY.test(word) && NEVER_FIRST.test(text.charAt(at + length)))),
      )
      if (usable.length > 0) offer(at, length, 1 - 0.03 * length, piece(part, 'word', { known: usable }))
      // 中央線 is a railway.
      const isRailway = text.charAt(at + length) === '線'
      const codes =
        length > 1 && !isRailway && (!KANA.test(part.charAt(0)) || stands(text, at, length)) ? placesOf(part) : []
      if (codes.length > 0) offer(at, length, 0.95 - 0.03 * length, piece(part, 'place', { codes }))
    }
    for (const { length, cost, made } of leftOver(text, at, best[at]?.piece.kind, lexicon))
      offer(at, length, cost, made)
  }
  return nounFirst(trace(best, text.length))
}

/** ねりまかいご: a municipality's name and a word behind it, all in kana, where nothing else tells where the word begins. */
function placeAndWord(text: string, lexicon: Lexicon, placesOf: (word: string) => string[]): Piece[] | null {
  if (!KANA_ONLY.test(text)) return null
  for (let length = text.length - SHORTEST; length >= SHORTEST; length -= 1) {
    const [name, word] = [text.slice(0, length), text.slice(length)]
    const known = lexicon.find(toHiragana(word)).filter(({ group: { role } }) => role !== 'stop' && role !== 'place')
    const codes = known.length > 0 ? placesOf(name) : []
    if (codes.length > 0) return [piece(name, 'place', { codes }), piece(word, 'word', { known })]
  }
  return null
}

/** What stands before a particle where hiragana begin, and is so long, is a noun that no list of ours knows: けいびいんの仕事. */
function nounFirst(pieces: Piece[]): Piece[] {
  const [first, ...rest] = pieces
  const [, noun, particle = ''] = (first?.kind === 'grammar' && rest.length > 0 && NOUN.exec(first.text)) || []
  return noun === undefined ? pieces : [piece(noun, 'unknown'), piece(particle, 'grammar'), ...rest]
}

/** The last kanji of a run does not begin what goes on with a particle: 人が多い in 外国人が多い. */
const isCutFromKanji = (text: string, at: number): boolean =>
  KANJI.test(text.charAt(at)) && KANJI.test(text.charAt(at - 1)) && PARTICLE.test(text.charAt(at + 1))

/** One kanji of a compound is none of the words that are passed over: 目 in 目標. */
const isWithinKanji = (text: string, at: number, length: number): boolean =>
  length === 1 && KANJI.test(text.charAt(at)) && (KANJI.test(text.charAt(at - 1)) || KANJI.test(text.charAt(at + 1)))

/** Short kana are a word only where they stand alone: まま is not in そのまま. */
function stands(text: string, at: number, length: number): boolean {
  const isEdge = (character: string): boolean => !KANA.test(character) || PARTICLE.test(character)
  const before = at === 0 || isEdge(text.charAt(at - 1))
  const after = at + length === text.length || isEdge(text.charAt(at + length))
  return length >= SHORT ? before || after || length > SHORT : before && after
}

function leftOver(
  text: string,
  at: number,
  before: Piece['kind'] | undefined,
  lexicon: Lexicon,
): { length: number; cost: number; made: Piece }[] {
  const character = text.charAt(at)
  QUANTITY.lastIndex = at
  const quantity = at > 0 && /\d/.test(text.charAt(at - 1)) ? undefined : QUANTITY.exec(text)?.[0]
  if (quantity !== undefined) return [{ length: quantity.length, cost: 1, made: piece(quantity, 'grammar') }]
  RUN.lastIndex = at
  const run = RUN.exec(text)?.[0]
  if (run !== undefined) {
    if (sameRun(text.charAt(at - 1), character)) return []
    const known = findRomaji(lexicon, run)
    return [
      known.length > 0
        ? { length: run.length, cost: 1, made: piece(run, 'word', { known }) }
        : { length: run.length, cost: 3, made: piece(run, 'unknown') },
    ]
  }
  if (KANJI.test(character)) {
    const isAffix = AFFIX.test(character) && (before === 'word' || before === 'place')
    // One kanji between kana is the stem of a verb or an adjective.
    if (KANA.test(text.charAt(at + 1)) && (before === 'grammar' || !KANJI.test(text.charAt(at - 1))))
      return [{ length: 1, cost: 1.6, made: piece(character, 'grammar') }]
    return [{ length: 1, cost: isAffix ? 0.7 : 2.2, made: piece(character, isAffix ? 'grammar' : 'unknown') }]
  }
  // しまで is 島で, not し and まで; only お and ご stand before many words.
  const cost = !KANA.test(character) ? 0.1 : at === 0 && !/[おご]/.test(character) ? 0.9 : 0.6
  return [{ length: 1, cost, made: piece(character, 'grammar') }]
}

const sameRun = (a: string, b: string): boolean =>
  [/[ァ-ヶー]/, /[a-z]/, /\d/].some((kind) => kind.test(a) && kind.test(b))

/** The pieces of the best way, neighbours without meaning put together. */
function trace(best: readonly Arc[], end: number): Piece[] {
  const pieces: Piece[] = []
  for (let at = end; at > 0;) {
    const arc = best[at]
    if (arc === undefined) return [piece('', 'unknown')]
    const next = pieces[0]
    if (next !== undefined && isOne(arc.piece, next)) pieces[0] = { ...next, text: arc.piece.text + next.text }
    else pieces.unshift(arc.piece)
    at = arc.from
  }
  return pieces
}

/** Neighbours that are one piece: what stands between words, and kanji that no list of ours knows. */
const isOne = (a: Piece, b: Piece): boolean =>
  a.kind === b.kind &&
  (a.kind === 'grammar' || (a.kind === 'unknown' && KANJI.test(a.text.slice(-1)) && KANJI.test(b.text.charAt(0))))
