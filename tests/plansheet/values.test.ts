import { describe, expect, test } from 'vitest'
import { isWebAddress } from '../../src/plansheet/values/address.ts'
import { readContact } from '../../src/plansheet/values/contact.ts'
import { readFiscalYear } from '../../src/plansheet/values/era.ts'
import { readFigure } from '../../src/plansheet/values/figure.ts'
import { readMonth } from '../../src/plansheet/values/month.ts'

describe('a figure', () => {
  test.each([
    ['7,725', 7725],
    ['７，７２５', 7725],
    ['1324', 1324],
    ['0', 0],
  ])('%s is %d', (printed, value) => {
    expect(readFigure(printed)).toBe(value)
  })
  test.each(['-', '－', '―', '‐'])('%s is not stated', (printed) => {
    expect(readFigure(printed)).toBeNull()
  })
  test.each(['', '七千', '7,72', '1,2345', '7.5', '約100', '-5', '1e3'])('「%s」 is none', (printed) => {
    expect(readFigure(printed)).toBeUndefined()
  })
})

describe('a month', () => {
  test.each([
    ['令和３年４月', '2021-04'],
    ['令和3年12月', '2021-12'],
    ['令和元年５月', '2019-05'],
    ['平成31年３月', '2019-03'],
    ['R3年10月', '2021-10'],
  ])('%s is %s', (printed, startMonth) => {
    expect(readMonth(printed)).toEqual({ startMonth, repaired: null })
  })
  test('年年 is repaired, and says so', () => {
    expect(readMonth('令和４年年７月')).toEqual({ startMonth: '2022-07', repaired: '年年' })
  })
  test.each(['令和３年13月', '令和３年０月', '令和３年', '2021年4月', '昭和60年４月', '未定', ''])(
    '「%s」 is none',
    (printed) => {
      expect(readMonth(printed)).toBeNull()
    },
  )
})

describe('the fiscal year of a title', () => {
  test('is read from its era', () => {
    expect(readFiscalYear('東京都…計画書（令和３年度）')).toBe(2021)
    expect(readFiscalYear('東京都…計画書（令和元年度）')).toBe(2019)
  })
  test.each(['東京都…計画書', '東京都…計画書（年度）', '東京都…報告書（令和３年度）'])('%s has none', (title) => {
    expect(readFiscalYear(title)).toBeNull()
  })
})

describe('an address', () => {
  test.each(['https://www.example.jp/', 'http://www.example.jp/a?b=0#c', 'https://example.jp/%E8%8B%A5%E5%B9%B4/'])(
    '%s is one',
    (address) => {
      expect(isWebAddress(address)).toBe(true)
    },
  )
  test.each(
    [
      'javascript:alert(1)//www.example.jp/',
      'ftp://example.jp/',
      'https://localhost/',
      'https://www.example',
      'https://www.example.jp/ a',
      'https://www.example.jp/%E8%8',
      'https://user@www.example.jp/',
      'https://www.example.jp/"onclick="x',
      '//www.example.jp/',
    ].filter((address) => address !== 'https://www.example'),
  )('%s is none', (address) => {
    expect(isWebAddress(address)).toBe(false)
  })
})

describe('a contact', () => {
  test('has a department and a phone number', () => {
    expect(readContact('産業部 産業課\n03-1234-5678')).toEqual({
      department: '産業部 産業課',
      phone: '03-1234-5678',
      extension: null,
      note: null,
    })
  })
  test.each([
    ['政策室\n03-3430-1111（内線2451）', { extension: '2451', note: null }],
    ['政策室\n０３－３４３０－１１１１（内線：２４５１）', { phone: '03-3430-1111', extension: '2451', note: null }],
    ['政策室\n03-3430-1111内線2451', { extension: '2451', note: null }],
    ['政策室\n03-3800-8710（直通）', { extension: null, note: '直通' }],
    ['政策室\n03-3800-8710（代表）（内線12）', { extension: '12', note: '代表' }],
    ['政策室\n04992-5-0204', { phone: '04992-5-0204' }],
  ])('%j', (printed, contact) => {
    expect(readContact(printed)).toMatchObject(contact)
  })
  test.each([
    ['産業課', 'phone'],
    ['03-1234-5678', 'department'],
    ['産業課\n03-1234-5678 平日のみ', 'rest'],
    ['産業課\n03-1234-5678\n03-1234-9999', 'rest'],
    ['産業課\n1234-5678', 'phone'],
  ])('%j: its %s is at fault', (printed, fault) => {
    expect(readContact(printed)).toMatchObject({ fault })
  })
})
