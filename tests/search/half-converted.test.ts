import { expect, test } from 'vitest'
import { halfConverted } from '../../src/search/understanding/half-converted.ts'

test.each([
  ['若もの', '若者', 'わかもの'],
  ['わか者', '若者', 'わかもの'],
  ['就職ひょうがき', '就職氷河期', 'しゅうしょくひょうがき'],
  ['高れい者', '高齢者', 'こうれいしゃ'],
])('%s is %s', (typed, word, reading) => {
  expect(halfConverted(typed)?.(word, reading)).toBe(true)
})

test.each([
  ['仕事から', '仕事が見つから', 'しごとがみつから'],
  ['若い', '若者', 'わかもの'],
  ['若もの', '若', 'わか'],
  ['者わか', '若者', 'わかもの'],
  ['高こう者', '高齢者', 'こうれいしゃ'],
  ['高いしゃ者', '高齢者', 'こうれいしゃ'],
])('%s is not %s', (typed, word, reading) => {
  expect(halfConverted(typed)?.(word, reading)).toBe(false)
})

test('what is all kanji, or all kana, is not half converted', () => {
  expect(halfConverted('若者')).toBeNull()
  expect(halfConverted('わかもの')).toBeNull()
})
