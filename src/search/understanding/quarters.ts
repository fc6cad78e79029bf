import { piece, type Piece } from './segment.ts'

const WHOLE = /[区市町村]$/
/** How an address ends. */
const END = /(?:町|丁目|番地|号|-\d+)$/
/** 葛飾区松戸市: no quarter is a city. */
const ELSEWHERE = /[市県]$/
/** What an address goes on with: 元, 2-3. Marks that stand between names begin another. */
const WITHIN = /^[\p{Script=Han}\d]+(?:-\d+)*$/u

const isPlace = ({ kind, known }: Piece): boolean =>
  kind === 'place' || known.some(({ group: { role } }) => role === 'place')
/** 葛飾区鎌倉 is a quarter, too. */
const isName = (one: Piece): boolean => isPlace(one) || one.known.some(({ group: { role } }) => role === 'outside')
const isMunicipality = ({ kind, text }: Piece): boolean => kind === 'place' && WHOLE.test(text)
/** A particle, a word that is no place, a number that means something, another municipality. */
const isBeyond = (one: Piece): boolean =>
  isMunicipality(one) || (!isName(one) && (one.kind === 'word' || one.meant !== null || !WITHIN.test(one.text)))

/**
 * What stands right behind a place as the rest of an address says nothing more: 江東区大島 is not 大島町, 葛飾区新宿 not
 * 新宿区, and of 府中市宮西町 or 豊洲2丁目 no programme need speak.
 */
export function withoutQuarters([first, ...others]: readonly Piece[]): Piece[] {
  if (first === undefined) return []
  const end = others.findIndex(isBeyond)
  const run = end < 0 ? others : others.slice(0, end)
  const text = run.map((one) => one.text).join('')
  const isAddress =
    isPlace(first) && !ELSEWHERE.test(text) && (END.test(text) || (isMunicipality(first) && run.some(isName)))
  return isAddress
    ? [first, piece(text, 'grammar'), ...withoutQuarters(others.slice(run.length))]
    : [first, ...withoutQuarters(others)]
}
