import { expect, test } from 'vitest'
import { fitOf } from '../../src/search/numbers/ages.ts'
import type { ShownEntry } from '../../src/search/programmes/entry.ts'
import { readAges } from '../../src/search/programmes/read-ages.ts'
import { valuesNamed } from '../../src/search/programmes/values-named.ts'

test.each<[string, [number, number][]]>([
  ['60歳以上', [[60, 99]]],
  ['49歳以下の方', [[0, 49]]],
  ['60歳未満', [[0, 59]]],
  ['概ね60歳以上', [[57, 99]]],
  ['概ね満35歳から44歳まで', [[32, 47]]],
  ['35歳~44歳', [[35, 44]]],
  ['15~34歳', [[15, 34]]],
  ['18歳以上65歳未満', [[18, 64]]],
  ['満15歳以上、満40歳未満', [[15, 39]]],
  ['15歳以上34歳以下', [[15, 34]]],
  ['18歳以上で65歳未満', [[18, 64]]],
  ['18歳以上（65歳未満）'.normalize('NFKC'), [[18, 64]]],
  ['15歳から概ね39歳', [[15, 42]]],
  [
    '55歳以上、65歳以上は優遇',
    [
      [55, 99],
      [65, 99],
    ],
  ],
  [
    '29歳以下又は55歳以上',
    [
      [0, 29],
      [55, 99],
    ],
  ],
  ['概ね 60歳以上', [[57, 99]]],
  ['15歳以上 40歳未満', [[15, 39]]],
  ['65歳超の採用', [[65, 99]]],
  ['60歳を超える職人の技を若者が継ぐ', []],
  ['60歳を過ぎた職人', []],
  ['職人の約4割が55歳以上', []],
  ['職人の半数は60歳以上', []],
  ['60歳以上が職人の4割を占める', []],
  ['65歳未満を除く', []],
  ['70歳までの就業機会の確保', []],
  ['100歳以上', []],
  ['40歳の方', []],
])('「%s」 is for the ages %j', (text, ranges) => {
  expect(readAges(text).map(({ from, to }) => ({ from, to }))).toEqual(ranges.map(([from, to]) => ({ from, to })))
})

test('what has two bounds is for nobody beyond either', () => {
  const ranges = readAges('18歳以上65歳未満')
  expect([17, 18, 64, 70].map((age) => fitOf(ranges, { from: age, to: age }))).toEqual([0, 1, 1, 0])
})

test('what only touches the years that are asked for is for others', () => {
  const fits = (from: number, to: number, range: { from: number; to: number }) => fitOf([range], { from, to }) > 0
  expect(fits(40, 99, { from: 0, to: 49 })).toBe(true)
  expect(fits(15, 64, { from: 57, to: 99 })).toBe(true)
  expect(fits(15, 59, { from: 57, to: 99 })).toBe(false)
  expect(fits(50, 59, { from: 57, to: 99 })).toBe(true)
})

test.each([
  ['17', '４９歳以下の方、49歳以下', '年齢 ４９歳以下'],
  ['60', '18歳以上（65歳未満）の女性', '年齢 18歳以上（65歳未満）'],
  ['20', '15歳以上\u3000概ね　３４歳以下', '年齢 15歳以上\u3000概ね　３４歳以下'],
  ['50', '49歳以下', ''],
])('asked for %s years, 「%s」 shows 「%s」, as it is printed', (age, text, shown) => {
  const entry = {
    id: '2021-1',
    number: 1,
    stream: 'municipal',
    startMonth: null,
    targets: [],
    extension: null,
    name: null,
    theme: null,
    summary: [text],
  }
  expect(valuesNamed(entry as unknown as ShownEntry, [`age:${age}-${age}`])).toBe(shown)
})
