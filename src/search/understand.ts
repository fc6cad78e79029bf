import { decadesOf, type AgeRange } from './ages.ts'
import { plainForm, type Form, type Known, type Lexicon, type Role } from './lexicon.ts'
import { normalizeText, toHiragana, toKatakana } from './normalize.ts'
import type { PlaceReader } from './places.ts'
import type { AmountAsked } from './read-amount.ts'
import type { Numbers } from './numbers.ts'
import type { Meant } from './recognize.ts'
import type { Where } from './texts.ts'
import { segment, type Piece } from './segment.ts'
import { joinUnwanted, readUnwanted, spellMinus } from './unwanted.ts'

/** What a part of a query was understood as. */
export interface Meaning {
  /** The part as typed, normalised. */
  typed: string
  kind: 'place' | 'value' | 'age' | 'word' | 'unknown' | 'outside'
  role: Role
  /** Words to look for in the texts; for a value the keys of programmes. */
  forms: Form[]
  /** Codes of the municipalities that it names. */
  codes: string[]
  age: AgeRange | null
  /** What a value asks of the amount, where that is no key. */
  amount: AmountAsked | null
  /** What it was read as, where that is not what was typed: a word mended, or one still being typed. */
  readAs: string | null
  /** True where several municipalities are as likely, so that none can be taken for meant. */
  isUnsure: boolean
  /** True for what is not wanted: 介護以外. */
  isExcluded: boolean
  /** Meanings of its parts, where a programme may also hold these apart. */
  parts: Meaning[]
}

/** A query as it was understood. */
export interface Understood {
  meanings: Meaning[]
  /** True for a sentence or a row of many words: then not every word can be asked for. */
  isSentence: boolean
}

/** What understanding needs to know. */
export interface Knowledge {
  lexicon: Lexicon
  places: PlaceReader
  numbers: Numbers
  /** True where some text holds the word. */
  isInTexts: (word: string, where: Where) => boolean
  /** The known word that a misspelt one most resembles. */
  repair: (word: string) => string | null
}

// Every programme is in Tokyo; the others stand behind a place's name in English.
const EVERYWHERE = /^(?:city|ward|town|village|ku|shi|machi|cho|mura|son|tokyo|東京都?|都内)$/
/** Beside other words it is an age. */
const AGE = /^[2-8]\d$/
/** A query, or a part of one, that holds neither letters nor digits. */
export const NO_WORD = /^[^\p{L}\p{N}]*$/u
const JOINTS = /^[のとや・、。,/?!\s-]*$/
const MARKS = /[\s、。,?!「」『』()"'“”|^=$]+|(?<!no|[rh]\d)\.(?![\da-z])/
// Brackets and spaces within a phone number are no joints between words.
const PHONE = /(?<!\d)(0\d{1,4})[-() ]+(\d{1,4})[-() ]+(\d{3,4})(?!\d)/g
// The sheet prints one number to call; which one somebody has is as good as any.
const FAX = /(?<![a-z])fax[\s:]*(?=\(?0\d)/g
/** The address of a site is known by its host: https://example.jp/, www.example.jp/work/ */
const ADDRESS = /(?:https?:\/\/|(?=www\.))([^/\s]+)\S*/g
/** In 2、3日 the comma is no joint, and the second number says enough. */
const ABOUT = /\d[、,・](?=\d+(?:日|時間|人|年|回|件))/g
const SPACED = /(?<!\S)[^\s\d](?: [^\s\d])+(?!\S)/g
const BEGUN = /(?<=[ぁ-ゖァ-ヶー\p{Script=Han}々])[a-z]{1,2}$/u
const STEM = /[\p{Script=Han}ァ-ヶー].*[ぁ-ゖ]$/u
const COUNTED = /\d|[一二三四五六七八九十](?:日|時間|回)/
const SENTENCE = 7
const LIST = /[・と]|や/
// Words that are being typed are asked for again and again.
const REMEMBERED = 200

const meaning = (typed: string, kind: Meaning['kind'], rest: Partial<Meaning> = {}): Meaning => ({
  typed,
  kind,
  role: 'topic',
  forms: [],
  codes: [],
  age: null,
  amount: null,
  readAs: null,
  isUnsure: false,
  isExcluded: false,
  parts: [],
  ...rest,
})

/** Makes the function that understands queries. */
export function makeUnderstanding(knowledge: Knowledge): (query: string, isLiteral: boolean) => Understood {
  const { lexicon, places, numbers, isInTexts, repair } = knowledge

  const ofWords = (typed: string, known: readonly Known[], readAs: string | null = null): Meaning => {
    const { role = 'topic', name = '' } = known[0]?.group ?? {}
    if (role === 'place') return meaning(typed, 'place', { codes: places.exact(name), readAs: name })
    const forms = known.flatMap((word) => lexicon.forms(word))
    return meaning(typed, role === 'outside' ? 'outside' : 'word', { role, forms, readAs })
  }
  const ofText = (typed: string, readAs: string | null = null): Meaning =>
    meaning(typed, 'word', { forms: [plainForm(readAs ?? typed)], readAs })
  const ofNumber = (typed: string, meant: Meant): Meaning => {
    if (meant.kind === 'value') return meaning(typed, 'value', { forms: meant.keys })
    if (meant.kind === 'amount') return meaning(typed, 'value', { amount: meant.asked })
    const known = decadesOf(meant).flatMap((decade) => lexicon.find(toHiragana(decade)).slice(0, 1))
    const forms = [plainForm(typed), ...known.flatMap((word) => lexicon.forms(word))]
    return meaning(typed, 'age', { age: meant, forms })
  }
  /** Words still being typed: those that begin so, of a few groups at most. */
  const ofBeginning = (word: string): Known[] => {
    const key = toHiragana(word)
    if (key.length < (/[a-z]/.test(key) ? 4 : 3) || !/^[ぁ-ゖーァ-ヶ\p{Script=Han}々a-z]+$/u.test(word)) return []
    // A stem like スマホばかり is what somebody says, not a word that somebody is typing.
    const known = lexicon
      .beginning(key)
      .filter(({ word: own, group: { role } }) => role !== 'stop' && role !== 'weak' && !STEM.test(own))
    return new Set(known.map(({ group }) => group)).size > 3 ? [] : known
  }
  const ofPiece = (piece: Piece): Meaning => {
    const { text } = piece
    if (piece.meant !== null) return ofNumber(text, piece.meant)
    if (piece.kind === 'place') return meaning(text, 'place', { codes: piece.codes })
    if (piece.kind === 'word') return ofWords(text, piece.known)
    if (text.length > 1 && isInTexts(text, 'all')) return { ...ofText(text), role: 'soft' }
    const mended = text.length > 2 ? repair(text) : null
    return mended === null ? meaning(text, 'unknown') : mendedAs(text, mended)
  }
  /** A word of the texts is read like any other, so that what it is put together from is found apart, too. */
  const mendedAs = (typed: string, mended: string): Meaning => {
    const known = lexicon.find(toHiragana(mended))
    if (known.length > 0) return ofWords(typed, known, known[0]?.word ?? mended)
    const [read, ...more] = understandWord(mended)
    return read?.kind === 'word' && more.length === 0 ? { ...read, typed, readAs: mended } : ofText(typed, mended)
  }

  const piecesOf = remembering((word) => segment(word, lexicon, places.named, numbers))
  const understandWord = remembering((word) => readWord(word))
  const readWord = (typed: string): Meaning[] => {
    // While a kana is being typed, its first latin letters stand behind the others: かいｇ, 介護sy. 業務dx is a word.
    const word = typed.replace(BEGUN, (begun) =>
      lexicon.find(begun).some(({ group: { role } }) => role !== 'stop') ? begun : '',
    )
    const meant = numbers.recognize(word)
    if (meant !== null) return [ofNumber(word, meant)]
    const exact = places.exact(word)
    if (exact.length > 0) return [meaning(word, 'place', { codes: exact })]
    const known = [...lexicon.find(toHiragana(word)), ...lexicon.findRomaji(word)]
    if (known.length > 0) return [ofWords(word, known)]

    const literal = isInTexts(word, 'all')
    // Kana that begin a place's reading mean the place, also where some text holds them; latin letters may be a word.
    const typing = !literal || /^[ぁ-ゖァ-ヶー]+$/.test(word) ? places.typing(word) : []
    if (typing.length > 0) return [meaning(word, 'place', { codes: typing })]

    // もんごる: texts print it in katakana.
    const katakana = toKatakana(word)
    if (!literal && /^[ぁ-ゖー]{4,}$/.test(word) && isInTexts(katakana, 'text')) return [ofText(word, katakana)]

    const content = piecesOf(word).filter(({ kind }) => kind !== 'grammar')
    const isWhole =
      content.length > 0 &&
      content.every(
        ({ kind, text }) => kind !== 'unknown' || (content.length > 1 && text.length > 1 && isInTexts(text, 'all')),
      )
    const [only] = content
    // 面接会 is 面接 with an ending: it means what that means.
    if (only?.kind === 'word' && content.length === 1 && isInTexts(word, 'text')) {
      const { role, forms } = ofPiece(only)
      return [{ ...ofText(word), role, forms: [plainForm(word), ...forms] }]
    }
    if (literal) {
      // A department is known by its name alone.
      const parts = content.length > 1 && isInTexts(word, 'text') ? content.map(ofPiece) : []
      return [{ ...ofText(word), parts: parts.filter(({ role }) => role !== 'stop' && role !== 'weak') }]
    }
    // わか者 is 若者, not 者.
    const isTold = content.some(({ known }) => known.some(({ group: { role } }) => role !== 'weak' && role !== 'stop'))
    const half = isWhole && isTold ? [] : lexicon.findHalf(word)
    if (half.length > 0) return [ofWords(word, half, half[0]?.word)]
    if (isWhole) return content.map(ofPiece)
    const beginning = ofBeginning(word)
    if (beginning.length > 0) return [ofWords(word, beginning, beginning[0]?.word ?? null)]
    const slip = places.slip(word)
    if (slip.length > 0) return [meaning(word, 'place', { codes: slip, isUnsure: slip.length > 1 })]
    const mended = repair(word)
    if (mended !== null) return [mendedAs(word, mended)]
    const parts = content.map(ofPiece)
    return parts.some(({ kind }) => kind !== 'unknown') ? parts : [meaning(word, 'unknown')]
  }

  /** What says something of a word or a list of them. */
  const toldBy = (list: string): Meaning[] =>
    list
      .split('・')
      .filter((one) => !NO_WORD.test(one))
      .flatMap((one) => understandWord(one).filter(({ role }) => role !== 'weak' && role !== 'stop'))
  const understandExcluding = remembering((word: string): Meaning[] => {
    const read = readUnwanted(word)
    // おもてなし is a word.
    if (read === null || lexicon.find(toHiragana(word)).length > 0) return understandWord(word)
    const { whole, before, unwanted, rest, said } = read
    const last = toldBy(unwanted)
    const isApart = before !== '' && last.length > 0 && last.every(({ kind }) => kind !== 'unknown')
    const told = isApart || before === '' ? last : toldBy(whole)
    const isOfWho = ({ kind }: Meaning): boolean => kind === 'place' || kind === 'age'
    // 世田谷区介護以外 is asked of 世田谷区; a list is left out as a whole.
    const named = told.every(isOfWho) || LIST.test(unwanted) ? [] : told.filter(isOfWho)
    const left = told.filter((one) => !named.includes(one))
    const isSure = left.every(({ kind, role, readAs }) =>
      said === 'kana'
        ? kind !== 'unknown' && readAs === null
        : said === 'except' || role === 'industry' || kind === 'place',
    )
    if (!isSure || (left.length === 0 && said !== 'except')) return understandWord(word)
    return [
      ...(isApart ? understandWord(before) : []),
      ...named,
      ...left.map((one) => ({ ...one, isExcluded: true })),
      ...(rest === '' ? [] : understandExcluding(rest)),
    ]
  })

  return (query, isLiteral) => {
    const text = normalizeText(query)
    if (isLiteral) return { meanings: splitQuery(text).map((word) => ofText(word)), isSentence: false }
    const asked = splitQuery(spellMinus(text)).filter((word) => !EVERYWHERE.test(word))
    const isProfile = asked.length > 1
    const meanings = asked.flatMap((word) =>
      // わか者 is cut into what seems to say nothing.
      isProfile && saysNothing(piecesOf(word)) && lexicon.findHalf(word).length === 0
        ? []
        : isProfile && AGE.test(word)
          ? [ofNumber(word, { kind: 'age', length: 2, from: Number(word), to: Number(word) })]
          : understandExcluding(word),
    )
    const wanted = meanings.filter(({ isExcluded }) => !isExcluded)
    const isSentence =
      asked.length > 2 ||
      // 週3日 and an age are circumstances: what is asked for stands beside them.
      wanted.some(
        ({ kind, role, typed }) => kind === 'age' || role === 'employer' || (kind === 'word' && COUNTED.test(typed)),
      ) ||
      asked.some((word) => isCompound(understandExcluding(word))) ||
      asked.some(
        (word) =>
          word.length >= SENTENCE &&
          /[ぁ-ゖ]/.test(word) &&
          piecesOf(word).some(
            ({ kind, text, known }) =>
              (kind === 'grammar' && !JOINTS.test(text)) ||
              known.some(({ group }) => (group.role === 'stop' || group.role === 'weak') && /[ぁ-ゖ]$/.test(text)),
          ),
      )
    return { meanings, isSentence }
  }
}

/** The words of a normalised query. */
const splitQuery = (query: string): string[] =>
  joinUnwanted(query.replace(PHONE, '$1-$2-$3').replace(FAX, '').replace(ADDRESS, '$1').replace(ABOUT, ''))
    // A word with a blank behind each character: 介 護.
    .replace(SPACED, (spaced) => spaced.replaceAll(' ', ''))
    .split(MARKS)
    .filter((word) => !NO_WORD.test(word))

/**
 * True for a query of nothing but words of the lexicon as they are written, municipalities and numbers that mean
 * something: it is understood by the words of the texts alone.
 */
export const isPlain = (
  query: string,
  { lexicon, places, numbers }: Pick<Knowledge, 'lexicon' | 'places' | 'numbers'>,
): boolean =>
  splitQuery(normalizeText(query)).every((word) => {
    const meant = numbers.recognize(word)
    if (meant !== null) return meant.kind !== 'age' && !AGE.test(word)
    return places.exact(word).length > 0 || lexicon.find(toHiragana(word)).length > 0
  })

/** A function of a word that keeps its last answers. */
function remembering<T>(ask: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const answer = known.get(word) ?? ask(word)
    if (known.size > REMEMBERED) known.clear()
    known.set(word, answer)
    return answer
  }
}

/** True where one word was cut into several that all say what is asked for. */
const isCompound = (meanings: readonly Meaning[]): boolean =>
  meanings.every(({ kind }) => kind !== 'unknown') &&
  meanings.filter(
    ({ kind, role, isExcluded }) =>
      !isExcluded && kind === 'word' && (role === 'topic' || role === 'industry' || role === 'soft'),
  ).length > 1

const PARTICLES = /^(?:[のはがをでにともやへか]|[にでとへ][はもの]|から|まで|より)$/

/** True for a word of a sentence that holds only particles, or endings and quantities: で, 週に2. */
const saysNothing = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ kind }) => kind === 'grammar') && pieces.some(({ text }) => PARTICLES.test(text) || /\d/.test(text))
