/** What reads numbers, ages, amounts and months (see recognize.ts). */
export type Numbers = Pick<typeof import('./recognize.ts'), 'recognize' | 'recognizeWithin'>

/** What reads none of them. */
export const NO_NUMBERS: Numbers = { recognize: () => null, recognizeWithin: () => null }

const SIGNS = /[\p{Nd}.．#]|[一二三四五六七八九十](?=[月年十百千万億歳才代])|[千百]万|元年|予算|事業[額費]/u

/** True where a query may hold what recognize.ts reads. Most hold none: it is fetched for those that may. */
export const mayHoldNumbers = (query: string): boolean => SIGNS.test(query)
