import { plainForm, type Known } from '../words/lexicon.ts'
import { normalizeText, toHiragana, toKatakana } from '../words/normalize.ts'
import { scriptOf } from '../words/places.ts'
import { slipsAllowed } from '../words/slip.ts'
import { beginning, findBare, findHalf, findRomaji } from './guessed-words.ts'
import {
  isCircumstance,
  literally,
  makeReading,
  meaning,
  ofText,
  type Knowledge,
  type KnownByTexts,
  type Meaning,
  type Understand,
  type Understood,
} from './meaning.ts'
import { makePlaceReader } from './place-reader.ts'
import { AGE, NO_WORD, wordsOfQuery } from './query-words.ts'
import { KANJI_ONLY, segment, type Piece } from './segment.ts'
import { joinUnwanted, readUnwanted, spellMinus } from './unwanted.ts'

const JOINTS = /^[のとや・、。,/?!\s-]*$/
const BEGUN = /(?<=[ぁ-ゖァ-ヶー\p{Script=Han}々])[a-z]{1,2}$/u
/** そうだn窓口 */
const HALF_N = /(?<=[ぁ-ゖ])n(?=[ぁ-ゖァ-ヶ\p{Script=Han}])/gu
const STEM = /[\p{Script=Han}ァ-ヶー](?:.*[ぁ-ゖ]$|[をがにはもの].)/u
const LATIN_PLACE = /([a-z']{3,}) (ku|shi|machi|cho|mura|son|city|ward|town|village)(?!\S)/g
const SENTENCE = 7
/** What is named together is left out together. Behind a comma something else may begin: 世田谷区、介護以外. */
const LIST = /と|や/
/** How a department may call itself. */
const OFFICE = /^(\p{Script=Han}{4,})(?:担当|係|課|室|部|グループ)$/u
/** So somebody says what he wants or what happened: 資格とりたい, 職人がいない. */
const SAID = /.{2}(?:[いし]?たい|ない|った|んだ|[てで]い?る|[れせ]る|ます|です|ません|ほしい)$/
const PLURAL = /(?<=[a-z]{3})s$/
const PHONE = /\d{2}-\d{3}/
const YEAR = /^20\d{2}$/
// Words that are being typed are asked for again and again.
const REMEMBERED = 200

/** Makes the function that understands any query. */
export function makeUnderstanding(
  knowledge: Knowledge,
  { isInTexts, repair: mend }: KnownByTexts,
): Understand<Understood> {
  const { lexicon, numbers } = knowledge
  const places = makePlaceReader(knowledge.places)
  const { ofWords, ofNumber } = makeReading(knowledge)
  // What mends words is not fetched for one that is forgiven no slip: 週3.
  const repair = (word: string): string | null => (slipsAllowed(word) === 0 ? null : mend(word))
  /** Words still being typed: those that begin so, of a few groups at most. */
  const ofBeginning = (word: string): Known[] => {
    const key = toHiragana(word)
    if (key.length < (/[a-z]/.test(key) ? 4 : 3) || !/^[ぁ-ゖーァ-ヶ\p{Script=Han}々a-z]+$/u.test(word)) return []
    // A stem like スマホばかり is what somebody says, not a word that somebody is typing.
    const known = beginning(lexicon, key).filter(
      ({ word: own, group: { role } }) => role !== 'stop' && role !== 'weak' && !STEM.test(own),
    )
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

  /** A municipality's kind stands behind its name, and tells 豊島区 from 利島村. */
  const joinKinds = (text: string): string =>
    text.replace(LATIN_PLACE, (written, name: string, kind: string) =>
      places.exact(`${name}-${kind}`).length > 0 ? `${name}-${kind}` : written,
    )

  const piecesOf = remembering((word) => segment(word, lexicon, places.named, numbers))
  const understandWord = remembering((word) => readWord(word))
  const readWord = (typed: string): Meaning[] => {
    // While a kana is being typed, its first latin letters stand behind the others: かいｇ, 介護sy. 業務dx is a word.
    const word = typed
      .replace(HALF_N, 'ん')
      .replace(BEGUN, (begun) => (lexicon.find(begun).some(({ group: { role } }) => role !== 'stop') ? begun : ''))
    const meant = numbers.recognize(word)
    if (meant !== null) return [ofNumber(word, meant)]
    const exact = places.exact(word)
    if (exact.length > 0) return [meaning(word, 'place', { codes: exact })]
    const written = lexicon.find(toHiragana(word))
    // neets is said of neet.
    const singular = written.length > 0 ? [] : lexicon.find(word.replace(PLURAL, ''))
    const known = [...written, ...singular, ...findRomaji(lexicon, word)]
    if (known.length > 0) return [ofWords(word, known)]

    const literal = isInTexts(word, 'all')
    // 勤労福祉係 for 勤労福祉担当
    const office = literal ? '' : (OFFICE.exec(word)?.[1] ?? '')
    if (office !== '' && lexicon.find(office).length === 0 && isInTexts(office, 'all')) return [ofText(word, office)]
    // Kana that begin a place's reading mean the place, also where some text holds them; latin letters may be a word.
    const typing = !literal || /^[ぁ-ゖァ-ヶー]+$/.test(word) ? places.typing(word) : []
    if (typing.length > 0) return [meaning(word, 'place', { codes: typing })]

    // もんごる: texts print it in katakana.
    const katakana = toKatakana(word)
    if (!literal && /^[ぁ-ゖー]{4,}$/.test(word) && isInTexts(katakana, 'text')) return [ofText(word, katakana)]

    const bare = literal ? [] : findBare(lexicon, word)
    if (bare.length > 0) return [ofWords(word, bare, bare[0]?.word)]

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
    const half = isWhole && isTold ? [] : findHalf(lexicon, word)
    if (half.length > 0) return [ofWords(word, half, half[0]?.word)]
    // しゅうしょくひょう goes on to 就職氷河期, 就職 says less.
    const isDone = isWhole && (isTold || PARTICLES.test(piecesOf(word).at(-1)?.text ?? ''))
    const beginning = isDone ? [] : ofBeginning(word)
    // 紹介予約派遣: a word that says nothing stands where another was meant.
    const isOdd = isWhole && KANJI_ONLY.test(word) && content.some(({ known: [one] }) => one?.group.role === 'stop')
    const better = isOdd ? repair(word) : null
    if (better !== null) return [mendedAs(word, better)]
    if (beginning.length > 0) return [ofWords(word, beginning, beginning[0]?.word ?? null)]
    if (isWhole) return content.map(ofPiece)
    const { codes, isSure } = places.slip(word)
    if (codes.length > 0) return [meaning(word, 'place', { codes, isUnsure: !isSure })]
    const mended = repair(word)
    if (mended !== null) return [mendedAs(word, mended)]
    // 職業感の醸成: what stands before and behind の, each for itself.
    const halves = content.some(({ text }) => text.includes('の')) ? [] : word.split('の').filter((half) => half !== '')
    const told = halves.length > 1 ? halves.flatMap(understandWord) : []
    const isRead = ({ kind, typed: half, readAs }: Meaning): boolean =>
      kind !== 'unknown' && (readAs === null || KANJI_ONLY.test(half))
    if (told.length > 0 && told.every(isRead)) return told
    const parts = content.map(ofPiece)
    // 年収300万円 is asked for nowhere, and no fault of the query.
    return parts.some(({ kind, role }) => kind !== 'unknown' || role === 'weak') ? parts : [meaning(word, 'unknown')]
  }

  /** What says something of a word or a list of them. */
  const toldBy = (list: string): Meaning[] =>
    list
      .split('・')
      .filter((one) => !NO_WORD.test(one))
      .flatMap((one) => understandWord(one).filter(({ role }) => role !== 'weak' && role !== 'stop'))
  /** おもてなし is a word, and says nothing that is not wanted. */
  const endsInWord = (word: string): boolean => {
    const { kind, text = '' } = piecesOf(word).at(-1) ?? {}
    return kind === 'word' && /.なし$/.test(text)
  }
  const understandExcluding = remembering((word: string): Meaning[] => {
    const read = readUnwanted(word)
    if (read === null || endsInWord(word) || lexicon.find(toHiragana(word)).length > 0) return understandWord(word)
    const { whole, before, unwanted, rest, said } = read
    const last = toldBy(unwanted)
    const isApart = before !== '' && last.length > 0 && last.every(({ kind }) => kind !== 'unknown')
    const told = isApart || before === '' ? last : toldBy(whole)
    const isOfWho = ({ kind }: Meaning): boolean => kind === 'place' || kind === 'age'
    // 世田谷区介護以外 is asked of 世田谷区, and シニア、府中以外 of the old.
    const [end] = told.slice(-1)
    const isApartFromEnd = (one: Meaning): boolean =>
      end !== undefined && one.kind !== end.kind && (isOfWho(one) || isOfWho(end))
    const named = LIST.test(unwanted) ? [] : told.filter(isApartFromEnd)
    const left = told.filter((one) => !named.includes(one))
    // What it is that somebody refuses is sure of a trade, and of a word that means nothing more than itself.
    const isSure = left.every(({ kind, role, readAs, forms: [form] }) =>
      said === 'kana'
        ? kind !== 'unknown' && readAs === null
        : said === 'except' || role === 'industry' || kind === 'place' || (kind === 'word' && form?.group === null),
    )
    if (!isSure || (left.length === 0 && said !== 'except')) return understandWord(word)
    return [
      ...(isApart ? understandWord(before) : []),
      ...named,
      ...left.map((one) => ({ ...one, isExcluded: true })),
      ...(rest === '' ? [] : understandExcluding(rest)),
    ]
  })

  /** True for digits that programmes are found by beside other words: a phone number, a year of plans. Others say how often. */
  const isNamed = (word: string): boolean => PHONE.test(word) || (YEAR.test(word) && isInTexts(`fy:${word}`, 'key'))
  /** True for hiragana of which all was taken for one word in kanji: the か of さんぎょうしんこうか is no particle. */
  const isMended = (word: string): boolean =>
    scriptOf(word) === 'kana' &&
    understandExcluding(word).some(({ typed, readAs }) => typed === word && KANJI_ONLY.test(readAs ?? ''))

  return (query, isLiteral) => {
    const text = normalizeText(query)
    if (isLiteral) return literally(text)
    const asked = wordsOfQuery(joinKinds(joinUnwanted(spellMinus(numbers.spellNumbers(text)))))
    const isProfile = asked.length > 1
    const meanings = asked.flatMap((word) =>
      // わか者 is cut into what seems to say nothing.
      isProfile && !isNamed(word) && saysNothing(piecesOf(word)) && findHalf(lexicon, word).length === 0
        ? []
        : isProfile && AGE.test(word)
          ? [ofNumber(word, { kind: 'age', length: 2, from: Number(word), to: Number(word) })]
          : understandExcluding(word),
    )
    const wanted = meanings.filter(({ isExcluded }) => !isExcluded)
    const isSentence =
      asked.length > 2 ||
      wanted.some(isCircumstance) ||
      // 期間の定めのない is a word.
      (asked.length > 1 && asked.some((word) => SAID.test(word) && lexicon.find(toHiragana(word)).length === 0)) ||
      asked.some((word) => isCompound(understandExcluding(word))) ||
      asked.some(
        (word) =>
          word.length >= SENTENCE &&
          /[ぁ-ゖ]/.test(word) &&
          !isMended(word) &&
          piecesOf(word).some(
            ({ kind, text, known }) =>
              (kind === 'grammar' && !JOINTS.test(text)) ||
              known.some(({ group }) => (group.role === 'stop' || group.role === 'weak') && /[ぁ-ゖ]$/.test(text)),
          ),
      )
    return { meanings, isSentence }
  }
}

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
  meanings.every(({ kind, role }) => kind !== 'unknown' || role === 'weak') &&
  meanings.filter(
    ({ kind, role, isExcluded }) =>
      !isExcluded && kind === 'word' && (role === 'topic' || role === 'industry' || role === 'soft'),
  ).length > 1

const PARTICLES = /^(?:[のはがをでにともやへか]|[にでとへ][はもの]|から|まで|より)$/

/** True for a word of a sentence that holds only particles, or endings and quantities: で, 週に2. */
const saysNothing = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ kind }) => kind === 'grammar') && pieces.some(({ text }) => PARTICLES.test(text) || /\d/.test(text))
