import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlanSheet } from '../../src/plansheet/index.ts'
import type { Project } from '../../src/plansheet/schema.ts'
import { register } from '../support/register.ts'

const FILE = 'data/sheets/2021.txt'
const bytes = readFileSync(FILE)
const { sheet, projects, totals, issues } = readPlanSheet(bytes.toString('utf8'), FILE, register)

const project = (id: string): Project => {
  const found = projects.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`${id} is not among the records`)
  return found
}
const idsWith = (code: string): (string | null)[] => issues.filter((issue) => issue.code === code).map(({ id }) => id)

describe('the plan sheet of 令和３年度', () => {
  test('is the published text, byte for byte', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '586645e4aff78c2f4ae3fcf7f6bbb71fcac1acb3278df0bceebe8e27faa95b8f',
    )
  })

  test('has 31 municipal and 3 model programmes of fiscal year 2021', () => {
    expect(sheet.fiscalYear).toBe(2021)
    expect(projects.filter(({ stream }) => stream === 'municipal')).toHaveLength(31)
    expect(projects.filter(({ stream }) => stream === 'model').map(({ id }) => id)).toEqual([
      '2021-m01',
      '2021-m02',
      '2021-m03',
    ])
  })

  test('adds up to its printed 合計', () => {
    expect(totals).toEqual([
      {
        stream: 'municipal',
        printedTotal: {
          amountThousandYen: 603931,
          workers: 1324,
          recruitingEstablishments: 252,
          supportedEstablishments: 69,
        },
        total: { amountThousandYen: 603931, workers: 1324, recruitingEstablishments: 252, supportedEstablishments: 69 },
      },
      {
        stream: 'model',
        printedTotal: {
          amountThousandYen: 25639,
          workers: 35,
          recruitingEstablishments: 20,
          supportedEstablishments: 0,
        },
        total: { amountThousandYen: 25639, workers: 35, recruitingEstablishments: 20, supportedEstablishments: 0 },
      },
    ])
  })

  test('has no error, and says what it inferred, repaired and could not find', () => {
    expect(issues.filter(({ level }) => level === 'error')).toEqual([])
    expect(idsWith('inferred')).toEqual(['2021-12', '2021-13', '2021-12', '2021-13'])
    expect(idsWith('name-absent')).toEqual(['2021-07', '2021-08', '2021-22', '2021-23'])
    expect(idsWith('start-month')).toEqual(['2021-05', '2021-08', '2021-16', '2021-19'])
    expect(idsWith('month-repaired')).toEqual(['2021-19'])
    expect(idsWith('hyperlink-proved')).toEqual(['2021-22', '2021-23', '2021-m02'])
  })

  test('gives the merged cell to rows 12 and 13, which have no text of their own', () => {
    expect(project('2021-12').name).toBe('建設業人材確保・区内中小企業等人材マッチング及び定着促進事業')
    expect(project('2021-13').name).toBe(project('2021-12').name)
    expect(project('2021-13').summary).toEqual(project('2021-12').summary)
    expect(project('2021-12').source.lines).toEqual([
      { from: 182, to: 188 },
      { from: 324, to: 329 },
    ])
  })

  test('tells - from a printed 0', () => {
    expect(project('2021-30').targets.supportedEstablishments).toBeNull()
    expect(project('2021-31').targets.supportedEstablishments).toBe(0)
  })

  test('reads a misprinted month, and keeps it as printed', () => {
    expect(project('2021-19')).toMatchObject({ startMonth: '2022-07', startMonthPrinted: '令和４年年７月' })
    expect(project('2021-29')).toMatchObject({ startMonth: '2021-10', startMonthPrinted: '令和３年10月' })
  })

  test('parts department, phone, extension and note', () => {
    expect(project('2021-30').contact).toEqual({
      department: '企画財政部 政策室',
      phone: '03-3430-1111',
      extension: '2451',
      note: null,
    })
    expect(project('2021-16').contact).toEqual({
      department: '産業経済部 就労支援課',
      phone: '03-3800-8710',
      extension: null,
      note: '直通',
    })
    expect(project('2021-11').contact.department).toBe('経済産業部 工業・ものづくり・雇用促進課')
  })

  test('joins addresses that wrap within a word and within a percent-escape', () => {
    expect(project('2021-22').url).toBe('https://www.katsushika-shigoto.net/hitodukuri/?action_About=0')
    expect(decodeURIComponent(project('2021-24').url ?? '')).toBe(
      'https://hachioji-yss.jimdofree.com/若年無業者就労促進事業/',
    )
  })

  test('keeps the printed paragraphs', () => {
    expect(project('2021-05').summary.map((paragraph) => paragraph.slice(0, 10))).toEqual([
      '①超短時間就労の促進',
      '障害特性や心身の状態',
      '令和３年度に開拓した',
      '②分身ロボットを活用',
      '令和３年度に実施した',
    ])
    expect(project('2021-14').summary).toHaveLength(4)
    expect(project('2021-03').summary).toHaveLength(1)
  })

  test('parts theme, name and summary of a model programme, also where name and summary share a line', () => {
    expect(project('2021-m02')).toMatchObject({ theme: '就職氷河期世代の就労支援', name: '地域人材確保総合支援事業' })
    expect(project('2021-m02').summary[0]).toMatch(/^就職氷河期世代（概ね３５歳～４４歳）を対象に/)
    expect(project('2021-m01').theme).toBe(
      '新型コロナウイルス感染症による失業者等への緊急就労支援／就職氷河期世代の就労支援',
    )
  })
})
