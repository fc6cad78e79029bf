import type { Place } from '../words/places.ts'

const TAMA = '(?:多摩|たま)'
const AREA = '(?:地[域区]|エリア|えりあ|ちいき|ちく)'

/**
 * Parts of Tokyo by the beginnings of their municipalities' codes: 131 wards, 132 cities, 1330 the county of Nishitama,
 * 1336, 1338 and 134 the islands.
 */
const PARTS = (
  [
    [/^131/, '23区|二十三区|にじゅうさんく|(?:特別|とくべつ)[区く]|都?区部'],
    [/^132/, '市部'],
    [/^13(?:2|30)/, `${TAMA}${AREA}|三多摩`],
    [/^1330/, '西多摩郡'],
    [/^13(?:30|2(?:05|18|2[78]))/, `(?:西|にし)${TAMA}${AREA}?`],
    [/^132(?:0[19]|12|2[45])/, `(?:南|みなみ)${TAMA}${AREA}?`],
    [/^132(?!0[159]|1[28]|2[4578])/, `(?:北|きた)${TAMA}${AREA}?`],
    [
      /^13(?:3[68]|4)/,
      `(?:(?:東京|とうきょう|南|みなみ)の)?(?:離島|りとう|島(?:しょ|嶼)(?:部|町村|${AREA})?|島(?:[暮ぐ]らし|民|おこし|から|なら|って|[でのにへがもはとをや])?|しま(?:ぐらし)?)|伊豆諸島|いずしょとう|islands?|ritou|shima`,
    ],
  ] as const
).map(([codes, names]) => ({ codes, names: new RegExp(`^(?:${names})内?$`) }))

/** The codes of a part of Tokyo. It goes by its whole name alone: nothing of it is guessed. */
export const partOf = (text: string, places: readonly Place[]): string[] => {
  const { codes } = PARTS.find(({ names }) => names.test(text)) ?? {}
  return places.flatMap(({ code }) => (codes?.test(code) ? code : []))
}
