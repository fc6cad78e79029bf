import { ofText, makeReading, meaning, type Knowledge, type KnownByTexts, type Meaning } from '../query/meaning.ts'
import { plainForm, type Known } from '../words/lexicon.ts'
import { toKatakana } from '../words/katakana.ts'
import { toHiragana } from '../words/normalize.ts'
import { PAIR, slipsAllowed } from '../words/slip.ts'
import { beginning, findBare, findHalf, findRomaji, findSwapped } from './guessed-words.ts'
import { makeNumberReader } from './number-reader.ts'
import type { PlaceReader } from './place-reader.ts'
import { withoutQuarters } from './quarters.ts'
import { remembering } from './remembering.ts'
import { KANJI_ONLY, segment, type Piece } from './segment.ts'

const BEGUN = /(?<=[ぁ-ゖァ-ヶー\p{Script=Han}々])[a-z]{1,2}$/u
/** そうだn窓口 */
const HALF_N = /(?<=[ぁ-ゖ])n(?=[ぁ-ゖァ-ヶ\p{Script=Han}])/gu
/** スマホばかり is what somebody says, not a word that somebody is typing; and 自由が is not yet 自由が丘. */
const STEM = /[\p{Script=Han}ァ-ヶー](?:.*[ぁ-ゖ]$|[をがにはもの].)/u
/** How a department may call itself. */
const OFFICE = /^(\p{Script=Han}{4,})(?:担当|係|課|室|部|グループ)$/u
/** Hiragana that no list of ours knows stand before a word. */
const LOOSE = /^[ぁ-ゖー]{4,}$/
/** 中央線 is no slip for 中央区. */
const RAILWAY = /線$/
/** So somebody says what he wants or what happened: 資格とりたい, 職人がいない. */
export const SAID = /.{2}(?:[いし]?たい|ない|った|んだ|[てで]い?る|[れせ]る|ます|です|ません|ほしい)$/
/** How else a sentence ends, and hardly a noun. */
const ENDED = /(?:した|いる|ある|しごと|ところ)$/
/** A word that is no ending, and that no ending goes with. */
const NOUN = /^[\p{Script=Han}々ァ-ヶー]+$/u
/** Long enough to hold one slip. */
const KANJI_RUNS = /\p{Script=Han}{3,}/gu
const PLURAL = /(?<=[a-z]{3})s$/
export const PARTICLES = /^(?:[のはがをでにともやへか]|[にでとへ][はもの]|から|まで|より)$/

/** What reads one word of a query. */
export interface WordReader {
  /** What a word means: several meanings where it was cut into several words. */
  read: (word: string) => Meaning[]
  /** A word, cut into those that it is put together from. */
  piecesOf: (word: string) => Piece[]
}

/** A word that is no word of the lexicon, cut into pieces. */
interface Cut {
  word: string
  /** The pieces that say something. */
  content: Piece[]
  /** True where each of these is known. */
  isWhole: boolean
  /** True where one of these says what is asked for. */
  isTold: boolean
}

/** Makes what reads a word: as what is surely meant, or else as what is most likely meant, guess by guess. */
export function makeWordReader(
  knowledge: Knowledge,
  places: PlaceReader,
  { isInTexts, repair: mend }: KnownByTexts,
): WordReader {
  const { lexicon, numbers } = knowledge
  const { ofWords } = makeReading(knowledge)
  const ofNumber = makeNumberReader(knowledge, { isInTexts })
  // What mends words is not fetched for one that is forgiven no slip: 週3.
  const repair = (word: string): string | null =>
    !RAILWAY.test(word) && (slipsAllowed(word) > 0 || PAIR.test(word)) ? mend(word) : null
  const piecesOf = remembering((word) => withoutQuarters(segment(word, lexicon, places.named, numbers)))

  const ofPiece = (piece: Piece): Meaning => {
    const { text } = piece
    if (piece.meant !== null) return ofNumber(text, piece.meant)
    if (piece.kind === 'place') return meaning(text, 'place', { codes: piece.codes })
    if (piece.kind === 'word') return ofWords(text, piece.known)
    if (text.length > 1 && isInTexts(text, 'all')) return { ...ofText(text), role: 'soft' }
    const mended = repair(text)
    return mended === null ? meaning(text, 'unknown') : mendedAs(text, mended)
  }
  /** A word of the texts is read like any other, so that what it is put together from is found apart, too. */
  const mendedAs = (typed: string, mended: string): Meaning => {
    const known = lexicon.find(toHiragana(mended))
    if (known.length > 0) return ofWords(typed, known, known[0]?.word ?? mended)
    const [one, ...more] = read(mended)
    return one?.kind === 'word' && more.length === 0 ? { ...one, typed, readAs: mended } : ofText(typed, mended)
  }
  const guessed = (word: string, known: readonly Known[]): Meaning[] | null =>
    known.length === 0 ? null : [ofWords(word, known, known[0]?.word)]

  /** While a kana is being typed, its first latin letters stand behind the others: かいｇ, 介護sy. 業務dx is a word. */
  const typedSoFar = (typed: string): string =>
    typed
      .replace(HALF_N, 'ん')
      .replace(BEGUN, (begun) => (lexicon.find(begun).some(({ group: { role } }) => role !== 'stop') ? begun : ''))

  /** A number, a municipality, a word of the lexicon. */
  const asKnown = (word: string): Meaning[] | null => {
    const meant = numbers.recognize(word)
    if (meant !== null) return [ofNumber(word, meant)]
    const codes = places.exact(word)
    if (codes.length > 0) return [meaning(word, 'place', { codes })]
    const written = lexicon.find(toHiragana(word))
    // neets is said of neet.
    const singular = written.length > 0 ? [] : lexicon.find(word.replace(PLURAL, ''))
    const known = [...written, ...singular, ...findRomaji(lexicon, word)]
    return known.length === 0 ? null : [ofWords(word, known)]
  }
  /** What is printed otherwise than it is written: a department, a place in kana, a word in katakana or without the
   * marks of its kana. */
  const asWrittenOtherwise = (word: string, isPrinted: boolean): Meaning[] | null => {
    // 勤労福祉係 for 勤労福祉担当
    const office = isPrinted ? '' : (OFFICE.exec(word)?.[1] ?? '')
    if (office !== '' && lexicon.find(office).length === 0 && isInTexts(office, 'all')) return [ofText(word, office)]
    // Kana that begin a place's reading mean the place, also where some text holds them; latin letters may be a word.
    const codes = !isPrinted || /^[ぁ-ゖァ-ヶー]+$/.test(word) ? places.typing(word) : []
    if (codes.length > 0) return [meaning(word, 'place', { codes })]
    if (isPrinted) return null
    // もんごる: texts print it in katakana.
    const katakana = toKatakana(word)
    if (/^[ぁ-ゖー]{4,}$/.test(word) && isInTexts(katakana, 'text')) return [ofText(word, katakana)]
    return guessed(word, findBare(lexicon, word))
  }
  const cut = (word: string): Cut => {
    const content = piecesOf(word).filter(({ kind }) => kind !== 'grammar')
    return {
      word,
      content,
      isWhole:
        content.length > 0 &&
        content.every(
          ({ kind, text }) => kind !== 'unknown' || (content.length > 1 && text.length > 1 && isInTexts(text, 'all')),
        ),
      isTold: content.some(({ known }) => known.some(({ group: { role } }) => role !== 'weak' && role !== 'stop')),
    }
  }
  /** A word of the texts, with what it is put together from. */
  const asWordOfTexts = ({ word, content }: Cut, isPrinted: boolean): Meaning[] | null => {
    const [only] = content
    // 面接会 is 面接 with an ending: it means what that means.
    if (only?.kind === 'word' && content.length === 1 && isInTexts(word, 'text')) {
      const { role, forms } = ofPiece(only)
      return [{ ...ofText(word), role, forms: [plainForm(word), ...forms] }]
    }
    if (!isPrinted) return null
    // A department is known by its name alone.
    const parts = content.length > 1 && isInTexts(word, 'text') ? content.map(ofPiece) : []
    return [{ ...ofText(word), parts: parts.filter(({ role }) => role !== 'stop' && role !== 'weak') }]
  }
  /** わか者 is 若者, not 者, and しょにんしゃ研修 no 研修 alone. */
  const asHalfConverted = ({ word, isWhole, isTold }: Cut): Meaning[] | null =>
    isWhole && isTold && !LOOSE.test(piecesOf(word)[0]?.text ?? '') ? null : guessed(word, findHalf(lexicon, word))
  /** 紹介予約派遣: a word that says nothing stands where another was meant. */
  const asOdd = ({ word, isWhole, content }: Cut): Meaning[] | null => {
    const isOdd = isWhole && KANJI_ONLY.test(word) && content.some(({ known: [one] }) => one?.group.role === 'stop')
    const better = isOdd ? repair(word) : null
    return better === null ? null : [mendedAs(word, better)]
  }
  /** Words still being typed: those that begin so, of a few groups at most. しゅうしょくひょう goes on to 就職氷河期, 就職 says less. */
  const asBeginning = ({ word, isWhole, isTold }: Cut): Meaning[] | null => {
    const isDone = isWhole && (isTold || PARTICLES.test(piecesOf(word).at(-1)?.text ?? ''))
    const key = toHiragana(word)
    if (isDone || key.length < (/[a-z]/.test(key) ? 4 : 3) || !/^[ぁ-ゖーァ-ヶ\p{Script=Han}々a-z]+$/u.test(word))
      return null
    const known = beginning(lexicon, key).filter(
      ({ word: own, group: { role } }) => role !== 'stop' && role !== 'weak' && !STEM.test(own),
    )
    return new Set(known.map(({ group }) => group)).size > 3 ? null : guessed(word, known)
  }
  const asMisspelt = (word: string): Meaning[] | null => {
    if (RAILWAY.test(word)) return null
    const { codes, isSure } = places.slip(word)
    if (codes.length > 0) return [meaning(word, 'place', { codes, isUnsure: !isSure })]
    // 産業課 is no slip for 産業医.
    const mended = /[課係]$/.test(word) ? null : repair(word)
    return mended === null ? null : [mendedAs(word, mended)]
  }
  /** がいくこじん: hiragana that say nothing as they stand. What is one slip away may be another word of everyday speech. */
  const asSwapped = ({ word, isTold }: Cut): Meaning[] | null =>
    isTold || !LOOSE.test(word) ? null : guessed(word, findSwapped(lexicon, word))
  /** しゅうろうこんんなん, cut into しゅうろう and endings: hiragana of which not all says something may be a slip for a noun. */
  const asNoun = ({ word, isTold }: Cut): Meaning[] | null => {
    const isLoose = ({ kind, text, known }: Piece): boolean =>
      known.some(({ group: { role } }) => role === 'stop') ||
      ((kind === 'grammar' || kind === 'unknown') && !PARTICLES.test(text))
    const isOdd = LOOSE.test(word) && !SAID.test(word) && !ENDED.test(word) && (!isTold || piecesOf(word).some(isLoose))
    const mended = isOdd ? repair(word) : null
    return mended === null || !NOUN.test(mended) ? null : [mendedAs(word, mended)]
  }
  /** 職業感の醸成: what stands before and behind の, each for itself. */
  const asHalves = ({ word, content }: Cut): Meaning[] | null => {
    const halves = content.some(({ text }) => text.includes('の')) ? [] : word.split('の').filter((half) => half !== '')
    const told = halves.length > 1 ? halves.flatMap(read) : []
    const isRead = ({ kind, typed: half, readAs }: Meaning): boolean =>
      kind !== 'unknown' && (readAs === null || KANJI_ONLY.test(half))
    return told.length > 0 && told.every(isRead) ? told : null
  }
  /** 就業規側を直したい: kanji that are no word stand within a sentence. */
  const asMendedWithin = ({ word }: Cut): Meaning[] | null => {
    const run = word
      .match(KANJI_RUNS)
      ?.find((own) => own !== word && piecesOf(own).some(({ kind }) => kind === 'unknown'))
    const mended = run === undefined ? null : repair(run)
    if (run === undefined || mended === null) return null
    const [before, after] = [word.slice(0, word.indexOf(run)), word.slice(word.indexOf(run) + run.length)]
    const beside = (part: string): Meaning[] => cut(part).content.map(ofPiece)
    return [...beside(before), mendedAs(run, mended), ...beside(after)]
  }
  const asPieces = ({ word, content }: Cut): Meaning[] => {
    const parts = content.map(ofPiece)
    // 年収300万円 is asked for nowhere, and no fault of the query.
    return parts.some(({ kind, role }) => kind !== 'unknown' || role === 'weak') ? parts : [meaning(word, 'unknown')]
  }

  const read = remembering((typed: string): Meaning[] => {
    const word = typedSoFar(typed)
    const known = asKnown(word)
    if (known !== null) return known
    const isPrinted = isInTexts(word, 'all')
    const otherwise = asWrittenOtherwise(word, isPrinted)
    if (otherwise !== null) return otherwise
    const parts = cut(word)
    return (
      asWordOfTexts(parts, isPrinted) ??
      asHalfConverted(parts) ??
      asOdd(parts) ??
      asBeginning(parts) ??
      asSwapped(parts) ??
      asNoun(parts) ??
      (parts.isWhole
        ? parts.content.map(ofPiece)
        : (asMisspelt(word) ?? asHalves(parts) ?? asMendedWithin(parts) ?? asPieces(parts)))
    )
  })
  return { read, piecesOf }
}
