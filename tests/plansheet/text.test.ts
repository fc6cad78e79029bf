import { describe, expect, test } from 'vitest'
import { readPlanSheet } from '../../src/plansheet/index.ts'
import { splitLines } from '../../src/plansheet/text/lines.ts'
import { readFigures, readNumberLine, readTotalLine } from '../../src/plansheet/text/patterns.ts'
import { joinContact, paragraphs } from '../../src/plansheet/text/unwrap.ts'
import { width } from '../../src/plansheet/text/width.ts'
import { register } from '../support/register.ts'
import { row, sheet } from '../support/sheet-text.ts'

const LONG = 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんあいうえおか'
const read = (text: string) => readPlanSheet(text, 'sheet.txt', register)
const codes = (text: string): string[] => [
  ...new Set(read(text).issues.flatMap(({ level, code }) => (level === 'error' ? [code] : []))),
]
const pieces = (...lines: string[]) => lines.map((text, index) => ({ line: index + 1, text, gap: false }))

test('lines are numbered as in the file, whatever ends them', () => {
  expect(splitLines('\uFEFFa\r\nb\rc\nd').map(({ number, text }) => `${number}${text}`)).toEqual([
    '1a',
    '2b',
    '3c',
    '4d',
  ])
})

test('full-width characters are 1 wide, half-width ones 0.5', () => {
  expect(width(' 介護ICTｱ ')).toBe(4)
})

describe('the shape of a line', () => {
  test('a number and a municipality begin a row', () => {
    expect(readNumberLine(' １２ 世田谷区 若者支援')).toEqual({
      number: '１２',
      municipality: '世田谷区',
      rest: '若者支援',
    })
    expect(readNumberLine('12 世田谷区')).toEqual({ number: '12', municipality: '世田谷区', rest: '' })
    expect(readNumberLine('５回のセミナー受講の後、企業との合同')).toBeNull()
  })
  test('a category and four figures, with or without a month', () => {
    expect(readFigures('労働力確保事業 7,725 15 - - 令和３年４月')).toEqual({
      before: '',
      category: '労働力確保事業',
      amount: '7,725',
      workers: '15',
      recruiting: '-',
      supported: '-',
      month: '令和３年４月',
    })
    expect(readFigures('労働力確保事業　14,957　15　15　-')?.month).toBeNull()
    expect(readFigures('労働力確保事業 七千 15 - - 令和３年４月')?.amount).toBe('七千')
    expect(readFigures('相談事業を行い、 企業と マッチング する 。')).toBeNull()
  })
  test('the 合計 may stand before or behind its figures', () => {
    expect(readTotalLine('603,931 1324 252 69合　　　　　計')).toEqual(['603,931', '1324', '252', '69'])
    expect(readTotalLine('合計 1 2 3 -')).toEqual(['1', '2', '3', '-'])
    expect(readTotalLine('各行の合計を示す')).toBeNull()
  })
})

describe('joining wrapped lines', () => {
  test('a line that fills the cell goes on; one that ends a sentence early ends a paragraph', () => {
    expect(paragraphs(pieces(LONG, '終わる。', LONG, 'また終わる。'))).toEqual([
      `${LONG}終わる。`,
      `${LONG}また終わる。`,
    ])
  })
  test('a line that merely ends early goes on', () => {
    expect(paragraphs(pieces(LONG, '途中で', '折れる。'))).toEqual([`${LONG}途中で折れる。`])
  })
  test('an indent or a mark behind a sentence begins a paragraph; a mark within a sentence does not', () => {
    expect(paragraphs(pieces('　一つ。', '　二つ。'))).toEqual(['一つ。', '二つ。'])
    expect(paragraphs(pieces('①見学', `${LONG}。`, '②研修', `${LONG}。`))).toEqual([
      '①見学',
      `${LONG}。`,
      '②研修',
      `${LONG}。`,
    ])
    expect(paragraphs(pieces(LONG, '②若者の相談'))).toEqual([`${LONG}②若者の相談`])
  })
  test('offices stay apart, a wrapped office is joined', () => {
    expect(joinContact(pieces('経済産業部', '工業・ものづくり・雇', '用促進課'))).toBe(
      '経済産業部 工業・ものづくり・雇用促進課',
    )
  })
})

describe('a row', () => {
  const record = (parts: Parameters<typeof row>[0], total?: string) => {
    const { projects, issues } = read(sheet([row(parts)], total))
    expect(issues.filter(({ level }) => level === 'error')).toEqual([])
    return projects[0]
  }

  test('has its name on the number line, or below it up to a blank line', () => {
    expect(record({})?.name).toBe('若者支援事業')
    expect(
      record({ head: '', text: ['中小企業における多様な地域人材確保・活用', '支援事業', '', `${LONG}。`] })?.name,
    ).toBe('中小企業における多様な地域人材確保・活用支援事業')
  })
  test('has none where only a summary is printed', () => {
    expect(record({ head: '', text: ['', `${LONG}。`] })?.name).toBeNull()
    expect(record({ head: '', text: ['', '①見学', `${LONG}。`] })?.name).toBeNull()
  })
  test('tells name and summary apart without the blank line, and with one too many', () => {
    const name = '中小企業における多様な地域人材確保・活用支援事業'
    const lines = [name.slice(0, 20), name.slice(20)]
    expect(record({ head: '', text: [...lines, LONG, '終わる。'] })).toMatchObject({
      name,
      summary: [`${LONG}終わる。`],
    })
    expect(record({ head: '', text: ['', lines[0] ?? '', '', lines[1] ?? '', '', LONG, '終わる。'] })).toMatchObject({
      name,
      summary: [`${LONG}終わる。`],
    })
  })
  test('may have its month on a line of its own, in full-width figures', () => {
    expect(
      record({ figures: '労働力確保事業 １，０００ １０ － －\n\n令和３年４月', url: ['https://www.exam', 'ple.jp/'] }),
    ).toMatchObject({ amountThousandYen: 1000, startMonth: '2021-04', url: 'https://www.example.jp/' })
  })
  test('has an extension that wraps', () => {
    expect(record({ contact: ['政策室', '03-3430-1111（内線', '2451）'] })?.contact).toMatchObject({
      extension: '2451',
    })
  })
})

describe('a merged cell', () => {
  const bare = (number: number, municipality = '北区') =>
    row({ number, municipality, head: ' 労働力確保事業 1,000 10 - - 令和３年４月', text: [], figures: '' })
  const nameless = (number: number, municipality = '北区') =>
    row({ number, municipality, head: '', text: ['', `${LONG}。`] })
  const name = ['合同の就業支援事業', '']
  const summary = [LONG, '終わる。', '']
  const pageBreak = (lines: string[]): string[] => [` ${lines[0] ?? ''}`, ...lines.slice(1)]

  test('gives its text to the neighbouring rows of the page that have none', () => {
    const { projects, issues } = read(
      sheet([bare(1), bare(2), [...name, ...summary], pageBreak(row({ number: 3 }))], '3,000 30 0 0'),
    )
    expect(issues.filter(({ level }) => level === 'error')).toEqual([])
    expect(projects.map((project) => project.name)).toEqual([
      '合同の就業支援事業',
      '合同の就業支援事業',
      '若者支援事業',
    ])
    expect(projects[1]?.summary).toEqual([`${LONG}終わる。`])
  })
  test('may hold a name alone, and may be on the last page', () => {
    const { projects, issues } = read(sheet([nameless(1), nameless(2), name], '2,000 20 0 0'))
    expect(issues.filter(({ level }) => level === 'error')).toEqual([])
    expect(projects.map((project) => project.name)).toEqual(['合同の就業支援事業', '合同の就業支援事業'])
  })
  test('is refused where it may belong to more than one pair', () => {
    const rows = [nameless(1), nameless(2), nameless(3, '港区'), nameless(4, '港区'), name]
    expect(codes(sheet(rows, '4,000 40 0 0'))).toEqual(['merged-cell-ambiguous'])
    expect(codes(sheet([nameless(1), nameless(2), nameless(3), name], '3,000 30 0 0'))).toEqual([
      'merged-cell-ambiguous',
    ])
  })
  test('is refused where no row lacks it, or where it does not stand at the end of a page', () => {
    expect(codes(sheet([row(), row({ number: 2 }), name], '2,000 20 0 0'))).toEqual(['stray-text'])
    expect(codes(sheet([nameless(1), nameless(2), name, row({ number: 3 })], '3,000 30 0 0'))).toEqual(['stray-text'])
  })
})
