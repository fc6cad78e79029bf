import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, appendFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { hashOf } from './support/hash.ts'
import { TEST_DATA } from './support/test-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const run = (script: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], { encoding: 'utf8', env: { ...process.env, ...env } })
const sheet = (...args: string[]) => run('sheet', args)

describe('sheet check', () => {
  test('says of a good sheet what it holds, and ends with 0', () => {
    const { status, stdout } = sheet('check', 'data/sheets/2021.txt')
    expect(stdout.trim().split('\n').at(-1)).toBe(
      'data/sheets/2021.txt: 令和3年度 34事業 事業額629,570千円（合計と一致） 誤りなし 注意17件',
    )
    expect(status).toBe(0)
  })
  test('prints every fault with file and line, and ends with 1 where one of the files is bad', () => {
    const bad = 'tests/fixtures/sheets/damaged-month/sheet.txt'
    const { status, stdout } = sheet('check', bad, 'data/sheets/2021.txt')
    expect(stdout).toContain(`${bad}:14: 誤り [month]\n  見つかったもの: 「令和４年13月」\n  あるべきもの: `)
    expect(stdout).toContain(`${bad}: 誤り1件。この計画書は使えません。`)
    expect(status).toBe(1)
  })
  test('reads a file anywhere on disk', () => {
    const copy = join(folder, '計画書 令和3年度.txt')
    cpSync('data/sheets/2021.txt', copy)
    expect(sheet('check', copy).status).toBe(0)
  })
  test.each<[string, Uint8Array, string]>([
    ['a file that is not UTF-8', Buffer.from([0x0a, 0x93, 0x8c, 0x8b, 0x9e]), 'bad.txt:2: 誤り [encoding]'],
    ['an empty file', Buffer.from([]), 'bad.txt: 誤り [title]'],
  ])('refuses %s', (_, bytes, words) => {
    const path = join(folder, 'bad.txt')
    writeFileSync(path, bytes)
    const { status, stdout } = sheet('check', path)
    expect(stdout).toContain(words)
    expect(status).toBe(1)
  })
  test('refuses a file that is not there', () => {
    const { status, stdout } = sheet('check', 'nowhere.txt')
    expect(stdout).toContain('nowhere.txt: 誤り [file]')
    expect(status).toBe(1)
  })
})

describe('sheet json', () => {
  test('prints one JSON object with the sheet, its projects, totals and issues', () => {
    const { status, stdout } = sheet('json', 'data/sheets/2021.txt')
    const read = JSON.parse(stdout) as Record<string, unknown[]>
    expect(Object.keys(read)).toEqual(['sheet', 'projects', 'totals', 'issues'])
    expect(read['projects']).toHaveLength(34)
    expect(status).toBe(0)
  })
  test('prints nothing of a bad sheet but its faults', () => {
    const { status, stdout, stderr } = sheet('json', 'tests/fixtures/sheets/damaged-total/sheet.txt')
    expect(stdout).toBe('')
    expect(stderr).toContain('誤り [sum]')
    expect(status).toBe(1)
  })
})

describe('sheet compare', () => {
  const [pdf, xlsx] = ['pdf', 'xlsx'].map((kind) => `tests/fixtures/files/real-2021.libreoffice.${kind}`) as [
    string,
    string,
  ]
  test('finds no difference between two forms of a sheet, and ends with 0', () => {
    const { status, stdout } = sheet('compare', pdf, xlsx)
    expect(stdout).toBe(`${pdf} と ${xlsx} に違いはありません。34事業\n`)
    expect(status).toBe(0)
  })
  test('lists every field that differs, and ends with 1', () => {
    const { status, stdout } = sheet('compare', 'data/sheets/2021.txt', pdf)
    expect(stdout.trim().split('\n')).toEqual([
      '2021-07 name: A null → B "人材確保・働き方支援事業（試験用の名前）"',
      '2021-08 name: A null → B "人材確保・働き方支援事業（試験用の名前）"',
      '2021-22 name: A null → B "企業支援事業（試験用の名前）"',
      '2021-23 name: A null → B "企業支援事業（試験用の名前）"',
    ])
    expect(status).toBe(1)
  })
  test('lists title, totals and what only one of them has', () => {
    const { stdout } = sheet('compare', 'data/sheets/2021.txt', 'tests/fixtures/sheets/invented-2020/sheet.txt')
    expect(stdout).toContain('題: A "東京都地域人材確保総合支援事業（区市町村・モデル事業）計画書（令和３年度）" → B "')
    expect(stdout).toContain('2021-01: Aだけにある "中央区介護人材確保支援事業"')
    expect(stdout).toMatch(/^2020-01: Bだけにある "/m)
    expect(stdout).toContain('モデル事業の合計: A {"amountThousandYen":25639,')
  })
  test('says of a bad sheet its faults alone', () => {
    const { status, stdout, stderr } = sheet('compare', pdf, 'tests/fixtures/sheets/damaged-total/sheet.txt')
    expect(stdout).toBe('')
    expect(stderr).toContain('誤り [sum]')
    expect(status).toBe(1)
  })
})

test('sheet csv of a PDF is that of its text', () => {
  const { stdout } = sheet('csv', 'tests/fixtures/files/real-2021.libreoffice.pdf')
  expect(stdout).toContain(
    '"東京都地域人材確保総合支援事業（区市町村・モデル事業）計画書（令和３年度）",区市町村の事業,1,中央区'.replaceAll(
      '"',
      '',
    ),
  )
})

test.each([[[]], [['check']], [['compare', 'a']], [['json', 'a', 'b']], [['remove', 'a']]])(
  'sheet %j is answered with how to use it',
  (args) => {
    const { status, stderr } = sheet(...args)
    expect(stderr).toContain('npm run -s sheet -- check FILE…')
    expect(status).toBe(2)
  },
)

describe('build', () => {
  test('stops at a fault in the data, names it, and leaves the site before as it was', () => {
    const data = join(folder, 'data')
    const site = join(folder, 'site')
    cpSync(TEST_DATA, data, { recursive: true })
    cpSync('public', site, { recursive: true })
    const before = hashOf(site)
    appendFileSync(join(data, 'sheets/2021.txt'), '7\n')
    appendFileSync(join(data, 'corrections.csv'), '2021-99,name,,名前,理由,根拠,2026-11-22\n')
    const { status, stderr } = run('build', [], { CATALOGUE_DATA: data, CATALOGUE_OUT: site })
    expect(stderr).toContain('誤り [hash]')
    expect(stderr).toContain('誤り [stray-text]')
    expect(stderr).toContain('corrections.csv:2: 誤り [correction]')
    expect(stderr).toContain('前のサイトはそのままです。')
    expect(status).toBe(1)
    expect(hashOf(site)).toEqual(before)
  })
  test('stops where a table is missing', () => {
    const data = join(folder, 'no-table')
    cpSync(TEST_DATA, data, { recursive: true })
    rmSync(join(data, 'categories.csv'))
    const { status, stderr } = run('build', [], { CATALOGUE_DATA: data, CATALOGUE_OUT: join(folder, 'none') })
    expect(stderr).toContain('categories.csv: 誤り [file]')
    expect(status).toBe(1)
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})

test('.ci/run and the README use the same two commands', () => {
  expect(readFileSync('.ci/run', 'utf8')).toContain('npm ci\nnpm test\n')
  expect(readFileSync('README.md', 'utf8')).toContain('npm ci && npm test')
})
