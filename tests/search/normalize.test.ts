import { expect, test } from 'vitest'
import { normalize, normalizeText } from '../../src/search/words/normalize.ts'
import { canonicalRomaji, kanaToRomaji } from '../../src/search/words/romaji.ts'
import { isLeftBare, slipsBetween } from '../../src/search/words/slip.ts'

test.each([
  ['ＩＣＴ', 'ict'],
  ['ﾓﾝｺﾞﾙ', 'モンゴル'],
  ['障がい者', '障害者'],
  ['障碍者', '障害者'],
  ['奧多摩', '奥多摩'],
  ['46,200千円', '46200千円'],
  ['世田ヶ谷', '世田谷'],
  ['  介護　 世田谷 ', '介護 世田谷'],
  ['０３－３６４７', '03-3647'],
  ['０３ー３６４７', '03-3647'],
  ['35歳ー44歳、データー3', '35歳-44歳、データー3'],
  ['三ヶ月', '三ヶ月'],
  ['20,30代', '20,30代'],
  ['2021,2022年', '2021,2022年'],
  ['1,234,567円', '1234567円'],
  ['042,620,7252', '042,620,7252'],
  ['葛\u{E0100}飾\u200B区', '葛飾区'],
  ['シ二ア', 'シニア'],
  ['テレワ一ク', 'テレワーク'],
  ['フォーラム三カ所、セミナー二コース', 'フォーラム三カ所、セミナー二コース'],
  ['口コミ、プラン三つ、二ステップ', '口コミ、プラン三つ、二ステップ'],
])('%s is compared as %s', (text, normalized) => {
  expect(normalizeText(text)).toBe(normalized)
})

test('each character knows where it came from', () => {
  const { text, at } = normalize('ﾓﾝｺﾞﾙの㈱')
  expect(text).toBe('モンゴルの(株)')
  expect(at).toEqual([0, 1, 2, 4, 5, 6, 6, 6, 7])
  expect(normalize('障がい者')).toEqual({ text: '障害者', at: [0, 1, 3, 4] })
  // A character of two code units is two places on both sides.
  expect(normalize('𠮷野家')).toEqual({ text: '𠮷野家', at: [0, 0, 2, 3, 4] })
})

test.each([
  ['しんじゅく', 'shinjuku', 'shinjyuku', 'sinzyuku'],
  ['おおた', 'ota', 'oota', 'ohta', 'Ōta'],
  ['こうとう', 'koto', 'koutou', 'Kōtō'],
  ['ちゅうおう', 'chuo', 'chuuou', 'tyuuou'],
  ['ちょうふ', 'chofu', 'choufu', 'tyouhu'],
  ['にいじま', 'niijima', 'nijima', 'niizima'],
  ['ふっさ', 'fussa', 'hussa'],
  ['こうづしま', 'kozushima', 'kouzushima', 'koudusima'],
  ['ダイバーシティ', 'daibashiti', 'daibaasiti'],
  ['メディア', 'media'],
  ['チェック', 'chekku', 'tyekku'],
  ['ジェンダー', 'jenda', 'jendaa', 'zyendaa'],
  ['カフェ', 'kafe'],
  ['ウェブ', 'webu'],
])('%s is one in every spelling', (kana, ...spellings) => {
  for (const spelling of spellings) expect(canonicalRomaji(spelling), spelling).toBe(kanaToRomaji(kana))
})

test.each([
  ['荒河区', '荒川区', 1],
  ['世田区', '世田谷区', 1],
  ['せたやが', 'せたがや', 1],
  ['荒川区', '荒川区', 0],
  ['江東区', '荒川区', 2],
  ['荒川', '荒川区役', 2],
])('between %s and %s: a character changed, added, left out, or two swapped: %i', (a, b, slips) => {
  expect(slipsBetween(a, b, 2)).toBe(slips)
})

test.each([
  ['しようがいしや', 'しょうがいしゃ', true],
  ['ひょうかき', 'ひょうがき', true],
  ['はろー', 'ぱろー', true],
  ['かつしが', 'かつしか', false],
  ['しょうがい', 'しょうがいしゃ', false],
])('%s is %s with kana left bare: %s', (typed, reading, is) => {
  expect(isLeftBare(typed, reading)).toBe(is)
})
