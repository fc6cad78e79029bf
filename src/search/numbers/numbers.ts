import { normalizeText } from '../words/normalize.ts'

/** What reads numbers, ages, amounts and months (see recognize.ts). */
export type Numbers = Pick<typeof import('./recognize.ts'), 'recognize' | 'recognizeWithin' | 'spellNumbers'>

/** What reads none of them. */
export const NO_NUMBERS: Numbers = {
  recognize: () => null,
  recognizeWithin: () => null,
  spellNumbers: (query) => query,
}

const SIGNS =
  /[\d.]|[一二三四五六七八九十](?=[月年十百千万億歳才代])|十[一二三四五六七八九]?(?=[人名社事])|[千百]万|(?:令和|平成|[rh])元|予算|金額|モデル|もでる|一番|最も|もっとも|いちばん|じゅ[うっ]|がつ|[春夏秋冬][にか始開ス]|年明け|半期|途中|一日.{0,3}時間|事業[額費]|[い額]順/

/** True where a query may hold what recognize.ts reads, also with blanks within. Most hold none: it is fetched for those that may. */
export const mayHoldNumbers = (query: string): boolean => SIGNS.test(normalizeText(query).replaceAll(' ', ''))
