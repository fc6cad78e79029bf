import { describe, expect, test } from 'vitest'
import { judgedQueries } from '../../scripts/judged-queries.ts'
import { mayHoldNumbers } from '../../src/search/numbers/numbers.ts'
import { recognizeWithin, recognize, spellNumbers } from '../../src/search/numbers/recognize.ts'
import { normalizeText } from '../../src/search/words/normalize.ts'

const holdsNumber = (query: string): boolean => {
  const text = spellNumbers(normalizeText(query))
  return recognize(text) !== null || Array.from(text).some((_, at) => recognizeWithin(text, at) !== null)
}
const judged = judgedQueries().map(({ query }) => query)

describe('what reads numbers is fetched', () => {
  test.each([
    '６０代',
    '三十代',
    '六十歳です',
    '十七歳',
    '高額順',
    '少額順',
    '五月',
    '令和元年',
    '令和元',
    'R元',
    '①',
    '㉟代',
    '千万円以下',
    '二百万円',
    '2億円',
    '０３－３６４７－９１６７',
    'R3',
    '#7',
    'ｅｘａｍｐｌｅ．ｊｐ',
    '予算が多い順',
    '事業費が最も高い',
    '一番高い事業',
    '金額が大きい',
    '目標十人',
    '十五名',
    '十二社',
    'ろくじゅうだい',
    'じゅうはっさい',
    'しがつ',
    '秋から始まる',
    '年明けに始まる',
    '下半期に始まる',
    '年度の途中から始まる',
  ])('for 「%s」', (query) => {
    expect([holdsNumber(query), mayHoldNumbers(query)]).toEqual([true, true])
  })
  test.each(['介護', '三鷹', '千代田区', '八王子', '一般事務', '万引き'])('not for 「%s」', (query) => {
    expect([holdsNumber(query), mayHoldNumbers(query)]).toEqual([false, false])
  })
  test('for hours of a day in kanji', () => {
    expect(mayHoldNumbers('一日三時間だけ')).toBe(true)
    expect(mayHoldNumbers('四 月')).toBe(true)
  })
  test('for every judged query that holds one', () => {
    expect(judged.filter((query) => holdsNumber(query) && !mayHoldNumbers(query))).toEqual([])
    expect(judged.filter(holdsNumber).length).toBeGreaterThan(5)
  })
})

test.each<[string, string]>([
  ['ろくじゅうだい', '60代'],
  ['にじゅうよんさい', '24歳'],
  ['よんじゅっさい', '40歳'],
  ['じゅうはっさい', '18歳'],
  ['60さいいじょうではたらきたい', '60歳以上ではたらきたい'],
  ['30だいごぜんちゅう', '30代ごぜんちゅう'],
  ['じゅうがつからはじまる', '10月からはじまる'],
  ['れいわ3ねんど', '令和3年度'],
  ['1000まんえんいか', '1000万円以下'],
  ['しゅう3にち', '週3日'],
  ['一日三時間', '1日3時間'],
  ['一日約四時間', '1日約4時間'],
  ['一日に一時間', '1日1時間'],
  ...['じゅうたく', 'せいかがつよい', 'ごがつびょう', 'さんかいいか', '通勤二時間', '一日中'].map(
    (word): [string, string] => [word, word],
  ),
])('「%s」 is written 「%s」', (said, written) => {
  expect(spellNumbers(said)).toBe(written)
})

test.each([
  ['20代前半', 20, 24],
  ['30代後半', 35, 39],
  ['30代', 30, 39],
  ['30代前半~後半', 30, 39],
  ['30代後半~40代前半', 35, 44],
  ['20代後半から30代', 25, 39],
  ['30代後半~40代後半', 35, 49],
  ['30代後半まで', 15, 39],
  ['40代後半以上', 45, 99],
])('「%s」 is from %i to %i', (word, from, to) => {
  expect(recognize(word)).toEqual({ kind: 'age', length: word.length, from, to })
})
