import type { Answer, PartAnswer } from '../answer/find.ts'
import { figure } from '../../words/amount.ts'
import { NO_WORD } from '../query/query-words.ts'
import type { Place } from '../words/places.ts'
import type { Printed } from './as-printed.ts'
import { namesFor, readingOf, type Names } from './readings.ts'

/** A sentence of ours about an answer, and the ways onward that it offers. */
export interface Line {
  text: string
  links: { label: string; to: Way }[]
}

/** A municipality's page, or a search: `isAside` for the same one, read in another way. */
export type Way = { place: string } | { query: string; isLiteral: boolean; isAside: boolean }

/** What of an answer is shown. */
export interface Shown {
  /** The texts of its programmes: of other words those that stand there are named. */
  texts: readonly Printed[]
  /** True where nothing was filtered away. */
  isAll: boolean
  /** True for several programmes with the best in front. */
  isRanked: boolean
}

/** Who asks for what is open now is told that plans are listed. 募集しても誰も来ない is an employer's. */
const OFFER = /募集(?:中|して(?!も))|受付中|受け付け|申し?込|応募(?:し|でき)/

/** Who is refused is left out only where that is sure: 若者ではない may be said of oneself. */
const REFUSAL = /(?<!だけ)(?:じゃ|では)な[いく]|[はが](?:嫌|いや|だめ|NG)|不可/i

const line = (text: string, links: Line['links'] = []): Line => ({ text, links })

/**
 * What was understood otherwise than typed, and for an empty answer which word failed and what would work.
 * @param isLiteral true where the words were looked for just as typed
 */
export function explain(
  query: string,
  answer: Answer,
  placeOf: (code: string) => Place | undefined,
  { texts, isRanked, isAll }: Shown,
  isLiteral: boolean,
): Line[] {
  const names = namesFor(query, placeOf)
  const isEmpty = answer.found.length === 0
  const wanted = answer.parts.filter(({ meaning: { isExcluded } }) => !isExcluded)
  const told = wanted.filter(({ meaning: { role } }) => role !== 'weak')
  const reading = (part: PartAnswer): string | null => {
    if (part.meaning.isExcluded) return leftOut(part, isEmpty, names)
    // Another order was chosen since.
    if (typeof part.meaning.amount === 'string' && !isRanked) return null
    return readingOf(part, texts, names, told.length === 0)
  }
  const readings = isLiteral
    ? ['入れたとおりの言葉だけを探しました。']
    : answer.parts.flatMap((part) => reading(part) ?? [])
  const way = {
    label: isLiteral ? '言い換えも含めて探す' : '元の言葉で探す',
    to: { query, isLiteral: !isLiteral, isAside: true },
  }
  // One way back is enough.
  const read = readings.map((text, place) => line(text, place < readings.length - 1 ? [] : [way]))
  const around = wanted.flatMap(({ meaning }) => aroundOf(query.trim(), names.asTyped(meaning.typed)))
  if (!isLiteral && wanted.length === answer.parts.length && REFUSAL.test(query))
    around.push(line('「ではない」「嫌」では、事業を除いていません。除く言葉には「以外」を付けてください。'))
  const withoutProjects = ({ meaning }: PartAnswer): Line =>
    line(
      meaning.isUnsure ? `${names.quoted(meaning)}に近い区市町村: ` : '計画書に事業が載っていない区市町村: ',
      meaning.codes.map((code) => ({ label: names.placeNames([code]), to: { place: placeOf(code)?.romaji ?? '' } })),
    )
  if (!isEmpty) {
    const places = wanted.filter(({ meaning, count }) => meaning.kind === 'place' && count === 0)
    return [
      ...ofFound(query, wanted, isAll && answer.whole < answer.found.length, answer.whole, names),
      ...places.map(withoutProjects),
      ...around,
      ...read,
    ]
  }

  if (told.length === 0)
    return [
      line(
        NO_WORD.test(query)
          ? '探す言葉を、文字か数字で入れてください。'
          : `「${query.trim()}」だけでは、事業を選べません。別の言葉や困りごとを入れてください。`,
      ),
    ]
  const failed = told
    .filter(({ count }) => count === 0)
    .map((part) => (part.meaning.kind === 'place' ? withoutProjects(part) : line(whyNot(part, names))))
  const without = answer.parts.flatMap(({ meaning }) => (meaning.isExcluded ? names.quoted(meaning) : [])).join('')
  const none = line(`${without === '' ? '' : `${without}を除くと、`}すべての言葉に合う事業はありません。`)
  return [...read, ...(failed.length > 0 ? failed : [none]), ...around, ...fewerWords(query, told, isLiteral, names)]
}

/** What was not wanted. An empty answer says so itself. */
const leftOut = ({ meaning, count }: PartAnswer, isEmpty: boolean, { quoted }: Names): string | null =>
  isEmpty ? null : quoted(meaning) + (count === 0 ? 'は計画書に見当たりません。' : 'を除いて探しました。')

/** 多摩 is a city, and all around it. */
function aroundOf(query: string, place: string): Line[] {
  const wider = query.replace(/(?<!\p{Script=Han})(?:多摩|たま)/u, '多摩地域')
  return /^(?:多摩|たま)$/.test(place)
    ? [line('', [{ label: `「${wider}」で探す`, to: { query: wider, isLiteral: false, isAside: true } }])]
    : []
}

/**
 * What is said first where programmes were found: that they are plans, which words are in none, what was relaxed.
 * @param isPart true where not all hold all that is asked for
 * @param whole how many do
 */
function ofFound(
  query: string,
  wanted: readonly PartAnswer[],
  isPart: boolean,
  whole: number,
  { quoted }: Names,
): Line[] {
  // A single character is what was left over when the rest was understood.
  const missing = wanted.filter(
    ({ meaning: { kind, role, typed }, count }) =>
      count === 0 &&
      typed.length > 1 &&
      (kind === 'unknown' || (kind === 'word' && role !== 'weak' && role !== 'employer')),
  )
  const called = missing.map(({ meaning }) => quoted(meaning)).join('')
  return [
    OFFER.test(query) ? '載せているのは計画です。今の募集や申込みは、それぞれの事業に電話で確かめてください。' : '',
    called === '' ? '' : `${called}は計画書に見当たりません。ほかの言葉で探しました。`,
    isPart
      ? `すべてに合う${whole > 0 ? `のは${figure(whole)}事業です` : '事業はありません'}。一部の言葉に合う事業${whole > 0 ? 'も' : 'を'}並べています。`
      : '',
  ].flatMap((text) => (text === '' ? [] : line(text)))
}

const whyNot = ({ meaning }: PartAnswer, { quoted }: Names): string =>
  quoted(meaning) +
  (meaning.kind === 'outside'
    ? 'は東京都の外です。東京都の区市町村の事業だけを載せています。'
    : 'に合う事業はありません。')

/** The words of an empty answer that find something by themselves. */
function fewerWords(query: string, told: readonly PartAnswer[], isLiteral: boolean, { asTyped }: Names): Line[] {
  const links = told
    .map(({ meaning: { typed }, count }) => ({ word: asTyped(typed), count }))
    // What is named by the whole query leads nowhere.
    .filter(({ word, count }) => count > 0 && word !== query.trim())
    .map(({ word, count }) => ({ label: `${word}（${count}事業）`, to: { query: word, isLiteral, isAside: false } }))
  return links.length > 0 ? [line('言葉を減らすと見つかります: ', links)] : []
}
