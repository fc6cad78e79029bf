import { expect, test } from 'vitest'
import { amountWords } from '../src/words/amount.ts'
import { telAddress } from '../src/words/phone.ts'
import { projectTitle } from '../src/words/project.ts'
import { fiscalYearSpan, fiscalYearWords, monthWords } from '../src/words/time.ts'

test.each([
  [7725, '772万5千円'],
  [603931, '6億393万1千円'],
  [575, '57万5千円'],
  [5700, '570万円'],
  [100000, '1億円'],
  [3, '3千円'],
  [0, '0円'],
])('%d thousand yen are %s', (thousandYen, words) => {
  expect(amountWords(thousandYen)).toBe(words)
})

test('a fiscal year is named by its era and by its months', () => {
  expect(fiscalYearWords(2021)).toBe('令和3年度')
  expect(fiscalYearWords(2019)).toBe('令和元年度')
  expect(fiscalYearWords(2018)).toBe('平成30年度')
  expect(fiscalYearSpan(2021)).toBe('2021年4月から2022年3月まで')
  expect(monthWords('2021-04')).toBe('2021年4月')
})

test('a phone dials its digits', () => {
  expect(telAddress('03-3546-2097')).toBe('tel:0335462097')
})

test('a project without a name is not given one', () => {
  expect(projectTitle({ name: null, categoryLabel: '労働力確保事業', number: 7 })).toBe(
    '事業名の記載なし（番号7・労働力確保事業）',
  )
  expect(projectTitle({ name: '若者支援事業', categoryLabel: '労働力確保事業', number: 7 })).toBe('若者支援事業')
})
