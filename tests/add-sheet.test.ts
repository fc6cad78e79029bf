import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addSheet, type AddOptions } from '../scripts/add-sheet.ts'
import { readData } from '../scripts/read-data.ts'
import { hashOf } from './support/hash.ts'
import { TEST_DATA } from './support/test-data.ts'

const INVENTED = (year: number): string => `tests/fixtures/sheets/invented-${year}/sheet.txt`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  cpSync(TEST_DATA, join(folder, 'data'), { recursive: true })
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const data = (): string => join(folder, 'data')
const add = (path: string, options: Partial<AddOptions> = {}) =>
  addSheet(path, { folder: data(), source: '発行元', obtained: '2026-11-22', revise: false, ...options })
/** A file with this text. */
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const codes = ({ issues }: Awaited<ReturnType<typeof addSheet>>): string[] =>
  issues.flatMap(({ level, code }) => (level === 'error' ? [code] : []))

describe('adding a year', () => {
  test('copies the file, registers it, and says what a person can compare with the paper', async () => {
    const { isWritten, report } = await add(INVENTED(2022))
    expect(isWritten).toBe(true)
    expect(report.slice(0, 3)).toEqual([
      '令和4年度の計画書を data の sheets/2022.txt に加えました。紙の計画書と見比べてください。',
      '  区市町村の事業: 38行 事業額1,316,478千円 雇用・就業者数1,584 人材獲得事業所数177 支援事業所数144（合計と一致）',
      '  モデル事業: 3行 事業額94,177千円 雇用・就業者数34 人材獲得事業所数8 支援事業所数0（合計と一致）',
    ])
    expect(report.join('\n')).toContain('138行目')
    expect(readFileSync(join(data(), 'sheets/2022.txt'))).toEqual(readFileSync(INVENTED(2022)))
    const { catalogue, issues } = await readData(data())
    expect(issues.filter(({ level }) => level === 'error')).toEqual([])
    expect(catalogue?.sheets.map(({ entry }) => `${entry.fiscalYear} ${entry.source} ${entry.obtained}`)).toEqual([
      '2022 発行元 2026-11-22',
      '2021 東京都が公表した計画書（PDF）から取り出した文字 2026-11-22',
    ])
    expect(catalogue?.projects).toHaveLength(41 + 34)
  })

  test('leaves the ids of the other years as they were', async () => {
    const before = (await readData(data())).catalogue?.projects.map(({ id, name }) => `${id} ${name ?? ''}`)
    await add(INVENTED(2020))
    await add(INVENTED(2023))
    const after = (await readData(data())).catalogue?.projects
    expect(after?.filter(({ fiscalYear }) => fiscalYear === 2021).map(({ id, name }) => `${id} ${name ?? ''}`)).toEqual(
      before,
    )
  })

  test('writes nothing where the sheet has an error', async () => {
    const before = hashOf(data())
    const result = await add('tests/fixtures/sheets/damaged-total/sheet.txt')
    expect(result.isWritten).toBe(false)
    expect(codes(result)).toEqual(['sum'])
    expect(hashOf(data())).toEqual(before)
  })

  test('refuses the sheet that is there already, and says that nothing is to be done', async () => {
    const before = hashOf(data())
    const result = await add('data/sheets/2021.txt')
    expect(codes(result)).toEqual(['sheet-known'])
    expect(hashOf(data())).toEqual(before)
  })

  test('writes nothing where the date or the source is none', async () => {
    const before = hashOf(data())
    expect(codes(await add(INVENTED(2022), { obtained: '2026-02-30' }))).toEqual(['options'])
    expect(codes(await add(INVENTED(2022), { source: '' }))).toEqual(['options'])
    expect(hashOf(data())).toEqual(before)
  })

  test('does not overwrite a file that is not registered', async () => {
    writeFileSync(join(data(), 'sheets/2022.txt'), '別のファイル')
    const before = hashOf(data())
    expect(codes(await add(INVENTED(2022)))).toEqual(['file-exists'])
    expect(hashOf(data())).toEqual(before)
  })

  test('goes on where a run before was killed between its two steps', async () => {
    cpSync(INVENTED(2022), join(data(), 'sheets/2022.txt'))
    expect((await readData(data())).catalogue?.sheets).toHaveLength(1)
    expect((await add(INVENTED(2022))).isWritten).toBe(true)
  })

  test('takes a CSV file as well', async () => {
    const csv = file('sheet.csv', '')
    cpSync('tests/fixtures/sheets/real-2021.shift_jis.csv', csv)
    rmSync(join(data(), 'sheets/2021.txt'))
    writeFileSync(join(data(), 'sheets.csv'), 'fiscalYear,title,file,source,obtained,sha256\n')
    expect((await add(csv)).isWritten).toBe(true)
    const { catalogue, issues } = await readData(data())
    expect(issues.filter(({ level }) => level === 'error')).toEqual([])
    expect(catalogue?.sheets[0]?.entry.file).toBe('2021.csv')
    expect(catalogue?.projects).toHaveLength(34)
  })
})

describe('a PDF or a workbook', () => {
  test.each(['pdf', 'xlsx'])(
    '.%s is kept beside the table that was read from it, which the site is built from',
    async (kind) => {
      const original = `tests/fixtures/files/real-2021.libreoffice.${kind}`
      rmSync(join(data(), 'sheets/2021.txt'))
      writeFileSync(join(data(), 'sheets.csv'), 'fiscalYear,title,file,source,obtained,sha256\n')
      const { isWritten, report } = await add(original)
      expect(isWritten).toBe(true)
      expect(report[0]).toContain('sheets/2021.csv に加えました')
      expect(readFileSync(join(data(), `sheets/2021.${kind}`))).toEqual(readFileSync(original))
      const { catalogue, issues } = await readData(data())
      expect(issues.filter(({ level }) => level === 'error')).toEqual([])
      expect(catalogue?.sheets[0]?.entry).toMatchObject({
        file: '2021.csv',
        source: `発行元（2021.${kind} から読み取り）`,
      })
      expect(catalogue?.projects).toHaveLength(34)
      expect(catalogue?.projects.filter(({ name }) => name === null)).toEqual([])
      expect(codes(await add(original))).toEqual(['sheet-known'])
    },
  )

  test('takes the place of a text sheet as its revision, both files under a new name', async () => {
    const result = await add('tests/fixtures/files/real-2021.libreoffice.pdf', { revise: true })
    expect(codes(result)).toEqual([])
    expect(result.report[0]).toBe('登録してある計画書との違い: 加わった事業0、なくなった事業0、変わった事業4')
    expect(Object.keys(hashOf(join(data(), 'sheets')))).toEqual(['2021-2.csv', '2021-2.pdf', '2021.txt'])
  })

  test('does not overwrite a file that is not registered', async () => {
    writeFileSync(join(data(), 'sheets/2021-2.pdf'), '別のファイル')
    expect((await add('tests/fixtures/files/real-2021.libreoffice.pdf', { revise: true })).isWritten).toBe(true)
    expect(readFileSync(join(data(), 'sheets/2021-2.pdf'), 'utf8')).toBe('別のファイル')
    expect(Object.keys(hashOf(join(data(), 'sheets')))).toContain('2021-3.pdf')
  })
})

describe('a revised sheet of a year that is there', () => {
  const revised = (): string =>
    readFileSync('data/sheets/2021.txt', 'utf8')
      .replace('労働力確保事業 7,725 15', '労働力確保事業 7,726 15')
      .replace('603,931', '603,932')

  test('is refused with what differs, unless it is said to be one', async () => {
    const before = hashOf(data())
    const result = await add(file('new.txt', revised()))
    expect(codes(result)).toEqual(['sheet-exists'])
    expect(result.report).toEqual([
      '登録してある計画書との違い: 加わった事業0、なくなった事業0、変わった事業1',
      '  変わった: 2021-01 中央区 中央区介護人材確保支援事業（amountThousandYen）',
    ])
    expect(hashOf(data())).toEqual(before)
  })

  test('takes the place of the one before, whose file stays', async () => {
    expect((await add(file('new.txt', revised()), { revise: true })).isWritten).toBe(true)
    const { catalogue } = await readData(data())
    expect(catalogue?.sheets.map(({ entry }) => entry.file)).toEqual(['2021-2.txt'])
    expect(catalogue?.projects[0]?.amountThousandYen).toBe(7726)
    expect(readFileSync(join(data(), 'sheets/2021.txt'))).toEqual(readFileSync('data/sheets/2021.txt'))
  })

  test('is refused where an id would come to mean another programme', async () => {
    const swapped = readFileSync('data/sheets/2021.txt', 'utf8').replace('5 港区 新たな', '5 目黒区 新たな')
    const before = hashOf(data())
    expect(codes(await add(file('new.txt', swapped), { revise: true }))).toEqual(['id-moved'])
    expect(hashOf(data())).toEqual(before)
  })

  test('is refused where two programmes of one municipality have changed places, or one is gone', async () => {
    const lines = readFileSync('data/sheets/2021.txt', 'utf8').split('\n')
    const start = (number: number): number => lines.findIndex((line) => line.trim().startsWith(`${number} 荒川区`))
    const [a, b, c] = [start(16), start(17), start(18)]
    const swapped = [...lines.slice(0, a), ...lines.slice(b, c), ...lines.slice(a, b), ...lines.slice(c)]
      .join('\n')
      .replace('17 荒川区 シニア', '16 荒川区 シニア')
      .replace('16 荒川区 若年者', '17 荒川区 若年者')
    expect(codes(await add(file('new.txt', swapped), { revise: true }))).toEqual(['id-moved'])
    const last = lines.findIndex((line) => line.startsWith('31 新島村'))
    const total = lines.findIndex((line) => line.startsWith('603,931'))
    const shorter = [...lines.slice(0, last), '593,931 1321 251 69合　　　　　計', ...lines.slice(total + 1)].join('\n')
    expect(codes(await add(file('short.txt', shorter), { revise: true }))).toEqual(['id-moved'])
  })

  test('is refused where the sheet that is registered is gone or changed', async () => {
    writeFileSync(join(data(), 'sheets/2021.txt'), 'x')
    expect(codes(await add(file('new.txt', revised()), { revise: true }))).toEqual(['hash'])
    rmSync(join(data(), 'sheets/2021.txt'))
    expect(codes(await add(file('new.txt', revised()), { revise: true }))).toEqual(['file', 'hash'])
  })

  test('is refused where a correction no longer fits', async () => {
    appendFileSync(join(data(), 'corrections.csv'), '2021-01,amountThousandYen,7725,7727,誤植,区に確認,2026-11-22\n')
    const before = hashOf(data())
    expect(codes(await add(file('new.txt', revised()), { revise: true }))).toEqual(['correction'])
    expect(hashOf(data())).toEqual(before)
  })
})

test('a merged cell that may be of two pairs of rows is placed by the lines that the error gives', async () => {
  const nameless = (number: number, place: string) => [
    `${number} ${place}`,
    '',
    '区内の若者を対象に、就職のための相談とセミナーを行い、区内中小企業への就職を支援する。',
    '',
    '労働力確保事業 1,000 10 - - 令和６年４月',
    '産業課',
    '03-1234-5678',
    '',
  ]
  const sheet = [
    '（単位：千円、人）',
    ...[nameless(1, '港区'), nameless(2, '港区'), nameless(3, '北区'), nameless(4, '北区')].flat(),
    '合同の就業支援事業',
    '',
    '4,000 40 0 0合計',
    '（単位：千円、人）',
    '0 0 0 0合計',
    '東京都地域人材確保総合支援事業（区市町村・モデル事業）計画書（令和６年度）',
  ].join('\n')
  const path = file('ambiguous.txt', sheet)
  const refused = await add(path)
  expect(codes(refused)).toEqual(['merged-cell-ambiguous'])
  const lines = [
    ...(refused.issues.find(({ code }) => code === 'merged-cell-ambiguous')?.remedy ?? '').matchAll(/2024-.*/g),
  ].map(([line]) => line)
  expect(lines).toHaveLength(4)
  const chosen = lines.slice(2).map((line) => line.replace('理由,根拠,日付', '紙で確かめた,元の計画書,2026-11-22'))
  appendFileSync(join(data(), 'corrections.csv'), `${chosen.join('\n')}\n`)
  const placed = await add(path)
  expect(codes(placed)).toEqual([])
  const { catalogue, issues } = await readData(data())
  expect(issues.filter(({ level }) => level === 'error')).toEqual([])
  expect(catalogue?.projects.slice(0, 4).map(({ name }) => name)).toEqual([
    null,
    null,
    '合同の就業支援事業',
    '合同の就業支援事業',
  ])
  expect(catalogue?.projects[2]?.corrections).toMatchObject([{ field: 'mergedCell', reason: '紙で確かめた' }])
})
