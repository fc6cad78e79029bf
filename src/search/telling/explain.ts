import type { Answer, PartAnswer } from '../answer/find.ts'
import { NO_WORD } from '../query/query-words.ts'
import { isPart, type Place } from '../words/places.ts'
import type { Printed } from './as-printed.ts'
import { typedIn } from './as-typed.ts'
import { wordsHeld } from './marks.ts'

/** A sentence of ours about an answer, and the ways onward that it offers. */
export interface Line {
  text: string
  links: { label: string; to: Way }[]
}

/** A municipality's page, or a search: `isAside` for the same one, read in another way. */
export type Way = { place: string } | { query: string; isLiteral: boolean; isAside: boolean }

const quote = (words: readonly string[]): string => words.map((word) => `「${word}」`).join('')
const ORDERS = { most: '多い', least: '少ない' }
/** What the keys of programmes say (see entry.ts). */
const KEYS: Record<string, string> = {
  fy: '年度',
  on: '始まる時期',
  from: '始まる時期',
  to: '目標の数',
  no: '番号',
  yen: '事業額',
  man: '事業額',
  tel: '電話番号',
}
const SHOWN = 4
/** Who asks for what is open now is told that plans are listed. 募集しても誰も来ない is an employer's. */
const OFFER = /募集(?:中|して(?!も))|受付中|受け付け|申し?込|応募(?:し|でき)/
/** More municipalities than a name being typed may mean: those of a part of Tokyo. */
const FEW = 8

/**
 * What was understood otherwise than typed, and for an empty answer which word failed and what would work.
 * @param seen the texts of the programmes that are shown: of other words those that stand there are named
 * @param isLiteral true where the words were looked for just as typed
 */
export function explain(
  query: string,
  { found, parts, isRelaxed }: Answer,
  placeOf: (code: string) => Place | undefined,
  seen: readonly Printed[],
  isLiteral: boolean,
): Line[] {
  const asTyped = typedIn(query)
  // One character that is left out is a word, not what was left over of one.
  const quoted = ({ typed, isExcluded }: PartAnswer['meaning']): string =>
    `「${isExcluded && typed.length === 1 ? typed : asTyped(typed)}」`
  const nameOf = (codes: readonly string[]): string => codes.map((code) => placeOf(code)?.name ?? code).join('・')
  const asPlace = (meaning: PartAnswer['meaning']): string =>
    nameOf(meaning.codes) === asTyped(meaning.typed) || meaning.codes.length > FEW
      ? ''
      : `${quoted(meaning)}を「${nameOf(meaning.codes)}」として検索しました。`
  const understood = parts.flatMap((part): string | [] => {
    const { meaning, count } = part
    if (meaning.isExcluded) {
      // An empty answer says so itself.
      if (found.length === 0) return []
      const text = count === 0 ? 'は計画書に見当たりません。' : 'を除いて探しました。'
      return quoted(meaning) + text
    }
    const { kind, readAs, forms } = meaning
    if (kind === 'place') return (!meaning.isUnsure && asPlace(meaning)) || []
    if (count === 0 && readAs === null) return []
    if (meaning.amount !== null) {
      const read =
        typeof meaning.amount === 'string' ? `事業額の${ORDERS[meaning.amount]}事業を先に並べる言葉` : '事業額'
      return `${quoted(meaning)}を、${read}として読みました。`
    }
    if (kind === 'value') {
      const keys = new Set(forms.flatMap(({ text }) => KEYS[text.split(':')[0] ?? ''] ?? []))
      return forms[0]?.text.startsWith('tel:') === true || keys.size === 0
        ? []
        : `${quoted(meaning)}を、${[...keys].join('・')}として読みました。`
    }
    const others = wordsHeld(part, seen).slice(0, SHOWN)
    if (readAs !== null) {
      const all = [...new Set([readAs, ...others])]
      return `${quoted(meaning)}を${quote(all.slice(0, SHOWN))}として検索しました。`
    }
    return others.length === 0 ? [] : `${quoted(meaning)}は${quote(others)}でも探しました。`
  })
  const wanted = parts.filter(({ meaning: { isExcluded } }) => !isExcluded)
  const unknown = wanted.filter(
    ({ meaning: { kind, role }, count }) =>
      count === 0 && (kind === 'unknown' || (kind === 'word' && role !== 'weak' && role !== 'employer')),
  )
  const way = isLiteral ? '言い換えも含めて探す' : '元の言葉で探す'
  const readings = isLiteral ? ['入れたとおりの言葉だけを探しました。'] : understood
  // One way back is enough.
  const read = readings.map((text, place) => ({
    text,
    links: place < readings.length - 1 ? [] : [{ label: way, to: { query, isLiteral: !isLiteral, isAside: true } }],
  }))
  const withoutProjects = ({ meaning }: PartAnswer): Line => ({
    text: meaning.isUnsure ? `${quoted(meaning)}に近い区市町村: ` : '計画書に事業が載っていない区市町村: ',
    links: meaning.codes.map((code) => ({ label: nameOf([code]), to: { place: placeOf(code)?.romaji ?? '' } })),
  })
  // 多摩 is a city, and all around it.
  const part = `${query.trim()}地域`
  const around: Line[] =
    isPart(part) && !isPart(query.trim())
      ? [{ text: '', links: [{ label: `「${part}」で探す`, to: { query: part, isLiteral: false, isAside: true } }] }]
      : []
  const isByAmount = wanted.some(({ meaning: { amount } }) => typeof amount === 'string')
  if (found.length > 0) {
    // A single character is what was left over when the rest was understood.
    const missing = unknown.flatMap(({ meaning }) => (meaning.typed.length > 1 ? quoted(meaning) : []))
    return [
      ...(OFFER.test(query)
        ? [{ text: '載せているのは計画です。今の募集や申込みは、それぞれの事業に電話で確かめてください。', links: [] }]
        : []),
      ...(missing.length > 0
        ? [{ text: `${missing.join('')}は計画書に見当たりません。ほかの言葉で探しました。`, links: [] }]
        : []),
      ...(isRelaxed
        ? [
            {
              text: `すべてに合う事業はありません。${isByAmount ? '一部の言葉に合う事業を' : '多くの言葉に合う事業を先に'}並べています。`,
              links: [],
            },
          ]
        : []),
      ...wanted.filter(({ meaning, count }) => meaning.kind === 'place' && count === 0).map(withoutProjects),
      ...around,
      ...read,
    ]
  }
  const told = wanted.filter(({ meaning: { role } }) => role !== 'weak')
  if (told.length === 0) {
    const text = NO_WORD.test(query)
      ? '探す言葉を、文字か数字で入れてください。'
      : `「${query.trim()}」だけでは、事業を選べません。したいことや困りごとも入れてください。`
    return [{ text, links: [] }]
  }

  const failed = told.flatMap((part): Line[] => {
    const { kind } = part.meaning
    if (part.count > 0) return []
    if (kind === 'place') return [withoutProjects(part)]
    const why =
      kind === 'outside' ? 'は東京都の外です。東京都の区市町村の事業だけを載せています。' : 'に合う事業はありません。'
    return [{ text: quoted(part.meaning) + why, links: [] }]
  })
  const working = told
    .map(({ meaning: { typed }, count }) => ({ word: asTyped(typed), count }))
    // What is named by the whole query leads nowhere.
    .filter(({ word, count }) => count > 0 && word !== query.trim())
    .map(({ word, count }) => ({
      label: `${word}（${count}事業）`,
      to: { query: word, isLiteral, isAside: false },
    }))
  const fewer = working.length > 0 ? [{ text: '言葉を減らすと見つかります: ', links: working }] : []
  const without = parts.flatMap(({ meaning }) => (meaning.isExcluded ? quoted(meaning) : [])).join('')
  const none = `${without === '' ? '' : `${without}を除くと、`}すべての言葉に合う事業はありません。`
  return [...read, ...(failed.length > 0 ? failed : [{ text: none, links: [] }]), ...around, ...fewer]
}
