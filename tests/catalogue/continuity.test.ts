import { expect, test } from 'vitest'
import { continuityOf } from '../../src/catalogue/continuity.ts'
import type { Project } from '../../src/plansheet/schema.ts'

const project = (fiscalYear: number, number: number, change: Partial<Project> = {}): Project => ({
  id: `${fiscalYear}-0${number}`,
  fiscalYear,
  stream: 'municipal',
  number,
  municipality: { code: '131032', name: '港区' },
  theme: null,
  name: '若者支援事業',
  summary: ['若者を支援する。'],
  category: 'workforce',
  amountThousandYen: 1000,
  targets: { workers: 1, recruitingEstablishments: null, supportedEstablishments: null },
  startMonth: null,
  startMonthPrinted: '-',
  url: null,
  contact: { department: '産業課', phone: '03-1234-5678', extension: null, note: null },
  source: { file: 'x', lines: [{ from: 1, to: 1 }] },
  ...change,
})

test('a programme of the same municipality and name goes on, in whatever width it is printed', () => {
  const [a, b] = [project(2021, 1, { name: 'ＩＣＴ 支援事業' }), project(2022, 5, { name: 'ICT支援事業' })]
  const of = continuityOf([a, b])
  expect(of(a)).toEqual({ before: null, after: b, isNew: null, isLast: false })
  expect(of(b)).toEqual({ before: a, after: null, isNew: false, isLast: null })
})

test('another name or municipality is another programme: the old one ends, the new one begins', () => {
  const [a, b] = [project(2021, 1), project(2022, 1, { name: '若者応援事業' })]
  const c = project(2022, 2, { municipality: { code: '131041', name: '新宿区' } })
  const of = continuityOf([a, b, c])
  expect(of(a)).toMatchObject({ after: null, isLast: true })
  expect(of(b)).toMatchObject({ before: null, isNew: true })
  expect(of(c)).toMatchObject({ before: null, isNew: true })
})

test('a year that the catalogue does not have says nothing', () => {
  const [a, b] = [project(2020, 1), project(2022, 1)]
  const of = continuityOf([a, b])
  expect(of(a)).toEqual({ before: null, after: null, isNew: null, isLast: null })
})

test('a name that stands twice is known by its category; where that is not enough, by nothing', () => {
  const [a, b] = [project(2021, 1), project(2021, 2, { category: 'conditions' })]
  const [c, d] = [project(2022, 1, { category: 'conditions' }), project(2022, 2)]
  const of = continuityOf([a, b, c, d])
  expect(of(a).after).toBe(d)
  expect(of(b).after).toBe(c)
  const twice = continuityOf([project(2021, 1), project(2021, 2), project(2022, 1)])
  expect(twice(project(2022, 1)).before).toBeNull()
})

test('a programme without a name is known by nothing', () => {
  const of = continuityOf([project(2021, 1, { name: null }), project(2022, 1, { name: null })])
  expect(of(project(2022, 1, { name: null }))).toEqual({ before: null, after: null, isNew: null, isLast: null })
})
