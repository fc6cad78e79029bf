import { describe, expect, test } from 'vitest'
import { readPlanSheet } from '../../src/plansheet/index.ts'
import { register } from '../support/register.ts'
import { row, sheet } from '../support/sheet-text.ts'

/** The codes of the errors, each with its line. */
const errors = (text: string): string[] =>
  readPlanSheet(text, 'sheet.txt', register).issues.flatMap(({ level, code, line }) =>
    level === 'error' ? [`${line ?? '-'} ${code}`] : [],
  )
const notices = (text: string): string[] =>
  readPlanSheet(text, 'sheet.txt', register).issues.flatMap(({ level, code, id }) =>
    level === 'notice' ? [`${id ?? '-'} ${code}`] : [],
  )

const good = sheet([row()])

test('a good sheet has no error', () => {
  expect(errors(good)).toEqual([])
  expect(notices(good)).toEqual(['- one-table'])
})

describe('is refused, with its line:', () => {
  test.each<[string, string, string[]]>([
    ['a sum that differs from the 合計', sheet([row()], '1,001 10 0 0'), ['12 sum']],
    ['a target that differs from the 合計', sheet([row()], '1,000 11 0 0'), ['12 sum']],
    ['a number that is missing', sheet([row(), row({ number: 3 })]), ['12 numbering']],
    ['a number that is doubled', sheet([row(), row()]), ['12 id', '12 numbering']],
    ['an unknown municipality', sheet([row({ municipality: '架空市' })]), ['3 municipality']],
    ['an unknown category', sheet([row({ figures: '雇用対策事業 1,000 10 - - 令和３年４月' })]), ['7 category']],
    [
      'targets that do not fit the category',
      sheet([row({ figures: '処遇改善事業 1,000 10 - - 令和３年４月' })]),
      ['7 category-targets'],
    ],
    ['month 13', sheet([row({ figures: '労働力確保事業 1,000 10 - - 令和３年13月' })]), ['7 month']],
    ['no month', sheet([row({ figures: '労働力確保事業 1,000 10 - -' })]), ['7 month']],
    ['an amount in words', sheet([row({ figures: '労働力確保事業 千 10 - - 令和３年４月' })]), ['7 figure']],
    [
      'an amount that is not stated',
      sheet([row({ figures: '労働力確保事業 - 10 - - 令和３年４月' })]),
      ['7 amount', '12 sum'],
    ],
    ['a 合計 that is not a figure', sheet([row()], '1,0,00 10 0 0'), ['12 total']],
    [
      'a model table that the title promises',
      good.replace('（区市町村事業）', '（区市町村・モデル事業）'),
      ['- one-table'],
    ],
    ['a target too few', sheet([row({ figures: '労働力確保事業 1,000 10 - 令和３年４月' })]), ['7 figures']],
    ['no phone', sheet([row({ contact: ['産業部', '産業課'] })]), ['8 phone']],
    ['no department', sheet([row({ contact: ['03-1234-5678'] })]), ['8 department']],
    ['a dangerous address', sheet([row({ url: ['javascript:alert(1)'] })]), ['8 url']],
    ['no summary', sheet([row({ text: [] })]), ['3 summary']],
    ['text between rows', sheet([row(), ['欄外の注記です。'], row({ number: 2 })], '2,000 20 0 0'), ['12 stray-text']],
    ['a table without its 合計', good.replace(/.*合.*計\n/, ''), ['3 total-missing']],
    ['a table without its unit', good.replace('（単位：千円、人）', ''), ['3 unit']],
    ['no title', good.replace(/東京都.*/, ''), ['- title']],
    ['a title without a year', good.replace('（令和３年度）', '（年度）'), ['15 title']],
    ['an empty file', '', ['- title', '- no-table']],
    [
      'a file that is no plan sheet',
      '議事録\n\n本日の出席者は五名。\n',
      ['1 stray-text', '3 stray-text', '- title', '- no-table'],
    ],
    ['an address at the end that no row has', `${good}https://www.example.jp/\n`, ['16 hyperlink']],
  ])('%s', (_, text, expected) => {
    expect(errors(text).sort()).toEqual(expected.sort())
  })
})

test('all faults of a sheet are reported at once', () => {
  const text = sheet([
    row({ municipality: '架空市' }),
    row({ number: 2, figures: '労働力確保事業 1,000 10 - - 令和３年13月' }),
    row({ number: 4, contact: ['産業課'] }),
  ])
  expect(errors(text)).toEqual(['3 municipality', '16 month', '21 numbering', '26 phone'])
})

test('a character that cannot be seen is a notice', () => {
  expect(notices(sheet([row({ head: ' 若者支援\u202E事業' })]))).toContain('2021-01 invisible-character')
})
test('a start month outside the fiscal year is a notice', () => {
  expect(notices(sheet([row({ figures: '労働力確保事業 1,000 10 - - 令和４年３月' })]))).not.toContain(
    '2021-01 start-month',
  )
  expect(notices(sheet([row({ figures: '労働力確保事業 1,000 10 - - 令和４年４月' })]))).toContain(
    '2021-01 start-month',
  )
})

test('a sheet whose first table has the theme column of the second is refused', () => {
  const model = (number: number) =>
    row({
      number,
      head: ' 就職氷河期',
      text: [
        '世代の就労',
        '支援',
        '',
        '氷河期世代のための就労支援事',
        '業',
        '',
        '就職氷河期世代を対象に、相談とセミナーを行い、就職まで支',
        '援する。',
      ],
    })
  expect(errors(sheet([model(1), model(2)]))).toEqual(['3 tables-swapped'])
})
