import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlanSheet } from '../../src/plansheet/index.ts'
import { readData } from '../../scripts/read-data.ts'
import { groupsOf, neighboursWithProjects, sumOf, themesOf, themeSlug } from '../../src/catalogue/catalogue.ts'
import { applyCorrections } from '../../src/catalogue/corrections.ts'
import { register } from '../support/register.ts'
import type { Correction } from '../../src/register/corrections.ts'

const { catalogue, issues } = await readData()
if (catalogue === null) throw new Error('The data folder has errors.')
const { projects } = catalogue
const printed = readPlanSheet(readFileSync('data/sheets/2021.txt', 'utf8'), '2021.txt', register).projects

test('the data folder has no error, as it is and as the tests have it', async () => {
  expect(issues.filter(({ level }) => level === 'error')).toEqual([])
  const own = await readData('data')
  expect(own.issues.filter(({ level }) => level === 'error')).toEqual([])
})

describe('sums', () => {
  test('add up what is stated, and tell how many state it', () => {
    expect(sumOf(projects)).toEqual({
      count: 34,
      total: { amountThousandYen: 629570, workers: 1359, recruitingEstablishments: 272, supportedEstablishments: 69 },
      stated: { workers: 29, recruitingEstablishments: 16, supportedEstablishments: 6 },
    })
  })
  test('of no project are zero, and state nothing', () => {
    expect(sumOf([]).stated).toEqual({ workers: 0, recruitingEstablishments: 0, supportedEstablishments: 0 })
  })
})

describe('groups', () => {
  test('of the categories and of the tables each hold every project once', () => {
    for (const kind of ['category', 'stream'] as const) {
      const ids = groupsOf(catalogue).flatMap((group) =>
        group.kind === kind ? group.projects.map(({ id }) => id) : [],
      )
      expect(ids.sort()).toEqual(projects.map(({ id }) => id).sort())
    }
  })
  test('of themes part what the sheet prints with ／ between', () => {
    expect(themesOf({ theme: '緊急就労支援／就職氷河期世代' })).toEqual(['緊急就労支援', '就職氷河期世代'])
    expect(themesOf({ theme: null })).toEqual([])
  })
  test('have addresses without a slash, whatever the theme', () => {
    const [first] = projects
    if (first === undefined) throw new Error('no projects')
    const themed = { ...first, theme: '相談/研修' }
    expect(groupsOf({ projects: [themed], categories: [] }).at(-1)).toMatchObject({
      label: '相談/研修',
      slug: '相談／研修',
    })
  })
  test('have addresses of their own', () => {
    expect(themeSlug('就労支援')).toBe('就労支援')
    expect(themeSlug('../<b>')).toMatch(/^-／-b--[0-9a-z]+$/)
    expect(themeSlug('長'.repeat(300)).length).toBeLessThan(70)
    const everyMark = String.fromCodePoint(...Array.from({ length: 94 }, (_, at) => 0x21 + at))
    const slug = themeSlug(`支援${everyMark}`)
    expect(new URL(slug, 'https://example.jp/').pathname).toBe(`/${encodeURIComponent(slug)}`)
    expect(themeSlug('長'.repeat(300))).not.toBe(themeSlug('長'.repeat(301)))
    const slugs = groupsOf(catalogue).map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(slugs.length)
  })
})

test('neighbours are those that have a programme', () => {
  const shibuya = catalogue.municipalities.find(({ name }) => name === '渋谷区')?.code ?? ''
  expect(neighboursWithProjects(catalogue, shibuya).map(({ name }) => name)).toEqual([
    '港区',
    '新宿区',
    '品川区',
    '世田谷区',
    '中野区',
  ])
})

describe('a correction', () => {
  const correction = (change: Partial<Correction>): { line: number; value: Correction }[] => [
    {
      line: 2,
      value: {
        id: '2021-19',
        field: 'startMonth',
        printed: '2022-07',
        corrected: '2021-07',
        reason: '年の誤植',
        evidence: '担当課に確認',
        date: '2026-11-22',
        ...change,
      },
    },
  ]
  const apply = (change: Partial<Correction>) => applyCorrections(printed, correction(change), 'corrections.csv')
  const corrected = (change: Partial<Correction>) =>
    apply(change).projects.find(({ id }) => id === change.id || (change.id === undefined && id === '2021-19'))

  test('changes its field, and stays with the record', () => {
    expect(apply({}).issues).toEqual([])
    expect(corrected({})).toMatchObject({ startMonth: '2021-07', corrections: [{ reason: '年の誤植' }] })
  })
  test('reaches figures and the parts of a contact; empty text is null', () => {
    expect(corrected({ field: 'amountThousandYen', printed: '46200', corrected: '46300' })?.amountThousandYen).toBe(
      46300,
    )
    expect(
      corrected({ id: '2021-30', field: 'contact.extension', printed: '2451', corrected: '' })?.contact.extension,
    ).toBeNull()
    expect(corrected({ id: '2021-07', field: 'name', printed: '', corrected: '若者支援' })?.name).toBe('若者支援')
  })
  test.each<[string, Partial<Correction>]>([
    ['whose printed value is not what the sheet shows', { printed: '2022-08' }],
    ['of a project that does not exist', { id: '2021-99' }],
    ['that changes nothing', { corrected: '2022-07' }],
    ['to a month that is none', { corrected: '2021-13' }],
    ['to an amount in words', { field: 'amountThousandYen', printed: '46200', corrected: '四千万' }],
    [
      'to a dangerous address',
      {
        field: 'url',
        printed: 'https://www.city.itabashi.tokyo.jp/bunka/shigoto/soudan/1005586.html',
        corrected: 'javascript:alert(1)',
      },
    ],
    [
      'to an address on this machine',
      {
        field: 'url',
        printed: 'https://www.city.itabashi.tokyo.jp/bunka/shigoto/soudan/1005586.html',
        corrected: 'http://localhost/',
      },
    ],
    ['to a number with zeros before it', { field: 'amountThousandYen', printed: '46200', corrected: '0046300' }],
    [
      'of a merged cell that the project has not',
      {
        field: 'mergedCell',
        printed: '新型コロナウイルス感染症に影響を受けた失業者及び非正規雇用者支援事業',
        corrected: '新型コロナウイルス感染症に影響を受けた失業者及び非正規雇用者支援事業',
      },
    ],
    ['to no amount at all', { field: 'amountThousandYen', printed: '46200', corrected: '' }],
  ])('%s is refused', (_, change) => {
    const { issues: found, projects: after } = apply(change)
    expect(found).toMatchObject([{ level: 'error', code: 'correction', line: 2 }])
    expect(after.every(({ corrections }) => corrections.length === 0)).toBe(true)
  })
  test('of a field that has one already is refused, whatever it says is printed', () => {
    const [first] = correction({})
    const second = correction({ printed: '2021-07', corrected: '2021-08' })[0]
    if (first === undefined || second === undefined) throw new Error('no corrections')
    const { issues: found } = applyCorrections(printed, [first, { ...second, line: 3 }], 'corrections.csv')
    expect(found).toMatchObject([{ code: 'correction', line: 3, found: '同じ事業の startMonth の訂正が2つある' }])
  })
})
