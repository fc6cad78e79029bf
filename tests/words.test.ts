import { expect, test } from 'vitest'
import { amountWords } from '../src/words/amount.ts'
import { linkWords } from '../src/words/link.ts'
import { telAddress } from '../src/words/phone.ts'
import { projectTitle } from '../src/words/project.ts'
import { joints } from '../src/words/joints.ts'
import { termCutter, termsIn } from '../src/words/terms.ts'
import { monthWords } from '../src/words/month.ts'
import { dayWords, fiscalYearSpan, fiscalYearWords, planAgeWords } from '../src/words/time.ts'

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

test.each([
  ['ok', null],
  ['moved', '別のアドレスに移っています（2026年11月）。'],
  ['missing', '2026年11月に確認できませんでした（ページがない、という答えでした）。'],
  ['refused', '2026年11月に確認できませんでした（見ることを断られました。人が開くと、見られることもあります）。'],
  ['fault', '2026年11月に確認できませんでした（相手のサイトが、故障しているという答えでした）。'],
  ['redirects', '2026年11月に確認できませんでした（ほかのアドレスへの案内が、ページまで続きませんでした）。'],
  ['timeout', '2026年11月に確認できませんでした（時間の内に、答えがありませんでした）。'],
  ['unreachable', '2026年11月に確認できませんでした（相手のサイトに、つながりませんでした）。'],
] as const)('of a page that was found %s is said: %s', (result, words) => {
  expect(linkWords({ result, checked: '2026-11-22' })).toBe(words)
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

test.each([
  ['2026-11-22', '4年7か月前に終わりました。'],
  ['2022-04', 'もう終わりました。'],
  ['2022-5', '1か月前に終わりました。'],
  ['2023-04-30', '1年前に終わりました。'],
  ['2022-03-31', ''],
  ['2021-03-31', ''],
])('how old the plan of 2021 is on %s', (today, words) => {
  expect(planAgeWords(2021, today)).toBe(words)
})

test('a day is spelt out', () => {
  expect(dayWords('2026-03-05')).toBe('2026年3月5日')
})

test.each([
  ['新型コロナウイルス感染症に影響を受けた失業者及び非正規雇用者支援事業', ['感染症に', '失業者', '非正規']],
  ['「しごと」の図鑑（試行）事業', ['「しごと」の', '図鑑', '（試行）']],
])('a heading breaks between words: %s', (text, whole) => {
  const parts = joints(text)
  expect(parts.join('')).toBe(text)
  for (const part of whole) expect(parts.some((joint) => joint.endsWith(part))).toBe(true)
})

test('a text is cut at the first place of each word that the glossary explains, the longest first', () => {
  const term = (word: string, ...also: string[]) => ({ term: word, reading: 'よみ', also, meaning: '意味。' })
  const glossary = [term('派遣'), term('紹介予定派遣'), term('伴走型支援', '伴走')]
  const cut = termCutter(glossary)(['紹介予定派遣と派遣で、', '伴走する。派遣'])
  expect(cut.map((parts) => parts.map((part) => part.text).join(''))).toEqual([
    '紹介予定派遣と派遣で、',
    '伴走する。派遣',
  ])
  expect(termsIn(cut).map((found) => found.term)).toEqual(['紹介予定派遣', '派遣', '伴走型支援'])
})
