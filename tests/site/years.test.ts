import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSheet } from '../../scripts/add-sheet.ts'
import { hashOf } from '../support/hash.ts'
import { SITE } from '../support/build-site.ts'
import { TEST_DATA } from '../support/test-data.ts'

// The invented sheets stand in for other years, in a data folder and a site of their own.
const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
const data = join(folder, 'data')
const site = join(folder, 'site')
const env = { ...process.env, CATALOGUE_DATA: data, CATALOGUE_OUT: site }
const build = () => spawnSync(process.execPath, ['scripts/build.ts'], { encoding: 'utf8', env })

beforeAll(async () => {
  cpSync(TEST_DATA, data, { recursive: true })
  for (const year of [2020, 2022, 2023]) {
    const { isWritten } = await addSheet(`tests/fixtures/sheets/invented-${year}/sheet.txt`, {
      folder: data,
      source: '試験のための作り物',
      obtained: '2026-11-22',
      revise: false,
    })
    expect(isWritten).toBe(true)
  }
  appendFileSync(
    join(data, 'corrections.csv'),
    [
      '2021-19,startMonth,2022-07,2021-07,年の誤植,担当課に電話で確認,2026-11-22',
      '2021-07,name,,若者の正社員就職支援,計画書の欄が空,区のサイト,2026-11-22',
      '2021-01,url,https://www.city.chuo.lg.jp/smph/kenko/kaigo/jinzai/_user_fkaiho_time_201806.html,https://www.example.jp/,移転,区のサイト,2026-11-22',
      '2021-30,contact.extension,2451,2452,番号の変更,区のサイト,2026-11-22\n',
    ].join('\n'),
  )
  expect(build().stderr).toBe('')
}, 60_000)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const text = (path: string): string =>
  readFileSync(join(site, path, 'index.html'), 'utf8')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('a catalogue of four years', () => {
  test('keeps every address of the old year', () => {
    const pages = globSync('**/*.html', { cwd: SITE })
    expect(pages.filter((page) => !existsSync(join(site, page)))).toEqual([])
    expect(globSync('projects/*/index.html', { cwd: site })).toHaveLength(24 + 34 + 41 + 55)
  })
  test('groups every list by year, the newest first', () => {
    const headings = [...text('projects').matchAll(/令和(\d)年度の計画 \d+事業/g)].map(([, year]) => year)
    expect(headings).toEqual(['5', '4', '3', '2'])
    expect(text('municipalities/setagaya-ku')).toMatch(/令和5年度の計画 2事業.*令和3年度の計画 4事業/)
  })
  test('says of a municipality in which years it has none', () => {
    expect(text('municipalities/setagaya-ku')).toContain(
      '令和4年度・令和2年度の計画書に、世田谷区の事業は載っていません。',
    )
  })
  test('says of each contact in which plans it stands', () => {
    expect(text('municipalities/setagaya-ku')).toMatch(/工業・ものづくり・雇用促進課 03-3411-6662 令和3年度の計画/)
  })
  test('adds up per year and across years', () => {
    expect(text('totals')).toMatch(/令和3年度 34事業 629,570千円/)
    expect(text('totals')).toMatch(/4年度を合わせて 154事業 4,336,410千円/)
    expect(text('municipalities/setagaya-ku')).toMatch(/2年度を合わせて 6事業 170,191千円/)
  })
  test('names on a project page its years before and after', () => {
    expect(text('projects/2021-19')).toMatch(/終了: 令和4年度の計画書に.*新規: 令和2年度の計画書に/)
    expect(text('projects/2020-01')).toContain('終了: 令和3年度の計画書に')
    expect(text('projects/2020-01')).not.toContain('新規:')
  })
})

describe('a corrected value', () => {
  test('stands with the printed one, the reason, the evidence and the date; notices of the printed one are gone', () => {
    expect(text('projects/2021-19')).toMatch(
      /2021年7月 .*訂正 計画書では「2022-07」です。年の誤植（根拠: 担当課に電話で確認、2026-11-22）/,
    )
    expect(text('projects/2021-19')).not.toContain('計画の年度の外です')
    expect(text('projects/2021-07')).toMatch(/若者の正社員就職支援.*訂正 計画書では「記載なし」です。計画書の欄が空/)
    expect(text('projects/2021-07')).not.toContain('見出しは、このサイトが付けた説明です。')
    expect(text('projects/2021-01')).toMatch(
      /https:\/\/www\.example\.jp\/ .*訂正 計画書では「https:\/\/www\.city\.chuo/,
    )
    expect(text('projects/2021-30')).toMatch(/内線 2452.*計画書では「2451」です。/)
  })
  test('is listed on the page about the data', () => {
    expect(text('about')).toContain('訂正: 内線を「2451」から「2452」に。番号の変更（根拠: 区のサイト、2026-11-22）')
  })
})

describe('the build', () => {
  test('gives the same bytes for the same data', () => {
    const before = hashOf(site)
    expect(build().status).toBe(0)
    expect(hashOf(site)).toEqual(before)
  })

  test('that is killed at any moment leaves the old site or the new one, whole', async () => {
    const before = hashOf(site)
    for (const delay of [200, 700, 1200, 1700, 2200]) {
      const child = spawn(process.execPath, ['scripts/build.ts'], { env, stdio: 'ignore' })
      const isOver = once(child, 'exit')
      await setTimeout(delay)
      child.kill('SIGKILL')
      await isOver
      expect(hashOf(site), `after ${delay} ms`).toEqual(before)
    }
  }, 60_000)

  test('puts back what a run killed between its two renames has left, and removes its rests', () => {
    const before = hashOf(site)
    // No process has a number this high.
    renameSync(site, `${site}.old-99999999`)
    mkdirSync(`${site}.new-99999999`)
    // A run killed while it removed what was old: half of it must never come back.
    mkdirSync(`${site}.gone-99999998`)
    writeFileSync(join(data, 'categories.csv'), 'x')
    expect(build().status).toBe(1)
    expect(hashOf(site)).toEqual(before)
    cpSync('data/categories.csv', join(data, 'categories.csv'))
    expect(build().status).toBe(0)
    expect(hashOf(site)).toEqual(before)
    expect(readdirSync(folder).sort()).toEqual(['data', 'site'])
  })
})

test('the published site holds the real data alone', () => {
  const pages = globSync('projects/*/index.html', { cwd: SITE })
  expect(pages).toHaveLength(34)
  expect(pages.every((page) => page.includes('2021-'))).toBe(true)
})
