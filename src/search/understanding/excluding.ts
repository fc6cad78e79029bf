import type { Meaning } from '../query/meaning.ts'
import { NO_WORD } from '../query/query-words.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { toHiragana } from '../words/normalize.ts'
import type { WordReader } from './read-word.ts'
import { remembering } from './remembering.ts'
import { readUnwanted, type Unwanted } from './unwanted.ts'

/** What is named together is left out together. Behind a comma something else may begin: 世田谷区、介護以外. */
const JOINT = /^[とや]$/

/** 就労支援 says something, 仕事 does not. */
const LONG = /^\p{Script=Han}{4,}$/u

/** Makes what reads a word that may say what is not wanted: 介護以外. */
export function makeExcludingReader(lexicon: Lexicon, { read: readWord, piecesOf }: WordReader): WordReader['read'] {
  /** What says something of a word or a list of them. */
  const toldBy = (list: string): Meaning[] =>
    list
      .split('・')
      .filter((one) => !NO_WORD.test(one))
      .flatMap((one) =>
        readWord(one).filter(({ role, typed }) => role !== 'stop' && (role !== 'weak' || LONG.test(typed))),
      )
  /** True where what refuses is part of a longer word: おもてなし, 嫌がらせ, 無理せず. */
  const isPartOfWord = (word: string, { from, to }: Unwanted): boolean => {
    let end = 0
    return piecesOf(word).some(({ kind, text }) => {
      const begin = end
      end += text.length
      return kind === 'word' && begin < to && end > from && (begin < from || end > to)
    })
  }
  const unwantedIn = (word: string): Unwanted | null => {
    const unwanted = readUnwanted(word)
    return unwanted === null || isPartOfWord(word, unwanted) || lexicon.find(toHiragana(word)).length > 0
      ? null
      : unwanted
  }
  const read = remembering((word: string): Meaning[] => {
    const unwanted = unwantedIn(word)
    return (unwanted && without(unwanted)) ?? readWord(word)
  })
  /** The meanings of what is wanted and of what is not; null where that is not sure. */
  const without = ({ whole, before, unwanted, rest, said }: Unwanted): Meaning[] | null => {
    const last = toldBy(unwanted)
    const isApart = before !== '' && last.length > 0 && last.every(({ kind }) => kind !== 'unknown')
    const told = isApart || before === '' ? last : toldBy(whole)
    // 世田谷区介護以外 is asked of 世田谷区, and シニア、府中以外 of the old.
    const [end] = told.slice(-1)
    const isApartFromEnd = (one: Meaning): boolean =>
      end !== undefined && one.kind !== end.kind && (isOfWho(one) || isOfWho(end))
    const isList = piecesOf(unwanted).some(({ kind, text }) => kind === 'grammar' && JOINT.test(text))
    const named = isList ? [] : told.filter(isApartFromEnd)
    const left = told.filter((one) => !named.includes(one))
    const sure = left.filter((one) => isSurely(said, one))
    // 若者ではなく高齢者: who names whom he does not mean asks for the others, and keeps nobody from what is for both.
    if (said !== 'instead' && (sure.length < left.length || (left.length === 0 && said !== 'except'))) return null
    return [
      ...(isApart ? readWord(before) : []),
      ...named,
      ...sure.map((one) => ({ ...one, isExcluded: true })),
      ...(rest === '' ? [] : read(rest)),
    ]
  }
  return read
}

const isOfWho = ({ kind }: Meaning): boolean => kind === 'place' || kind === 'age'

/** What it is that somebody refuses is sure of a trade, and of a word that means nothing more than itself. */
const isSurely = (said: Unwanted['said'], { kind, role, readAs, forms: [form] }: Meaning): boolean =>
  said === 'kana'
    ? kind !== 'unknown' && readAs === null
    : said === 'except' || role === 'industry' || kind === 'place' || (kind === 'word' && form?.group === null)
