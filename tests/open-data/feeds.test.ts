import { describe, expect, test } from 'vitest'
import { readData } from '../../scripts/read-data.ts'
import { changesOf } from '../../src/catalogue/changes.ts'
import { atom } from '../../src/open-data/atom.ts'

const { catalogue } = await readData()
if (catalogue === null) throw new Error('The data folder has errors.')
const [first] = catalogue.projects
if (first === undefined) throw new Error('There is no programme.')

const corrected = {
  ...first,
  corrections: [
    {
      id: first.id,
      field: 'amountThousandYen' as const,
      printed: '7725',
      corrected: '7752',
      reason: '入れ替わり',
      evidence: '担当課に確認',
      date: '2027-01-05',
    },
  ],
}
const feed = (projects = [corrected], name = 'all') =>
  atom({
    name,
    title: '更新のお知らせ',
    self: 'https://example.jp/feed.xml',
    page: 'https://example.jp/',
    author: '発行者',
    changes: changesOf(catalogue, projects),
    pageOf: ({ id }) => `https://example.jp/projects/${id}/`,
  })
const all = (tag: string, text: string): string[] =>
  [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, value = '']) => value)

describe('a feed', () => {
  test('tells of sheets and corrections, the latest first, on the days of the registers', async () => {
    const text = await feed()
    expect(all('title', text).slice(1)).toEqual([
      '訂正: 中央区 中央区介護人材確保支援事業の事業額（千円）',
      '令和3年度の計画書を載せました（1事業）',
    ])
    expect(all('updated', text)).toEqual([
      '2027-01-05T00:00:00+09:00',
      '2027-01-05T00:00:00+09:00',
      '2026-11-22T00:00:00+09:00',
    ])
    expect(text).toContain('「7725」を「7752」に直しました。入れ替わり（根拠: 担当課に確認）')
    expect(text).toContain('href="https://example.jp/projects/2021-01/"')
  })
  test('gives each entry a name of its own that does not change, and a correction the same in every feed', async () => {
    const [own, correction, sheet] = all('id', await feed())
    expect(new Set([own, correction, sheet]).size).toBe(3)
    for (const id of [own, correction, sheet])
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    const [other, same, another] = all('id', await feed([corrected], 'municipality/131024'))
    expect([other === own, same === correction, another === sheet]).toEqual([false, true, false])
  })
  test('of a place without a programme says so', async () => {
    expect(await feed([])).toContain('この計画書に、ここに入る事業は載っていません。')
  })
  test('stays well-formed, whatever a name holds', async () => {
    const text = await feed([{ ...corrected, name: ']]><b>&"\u0007\uD800' }])
    expect(text).toContain(']]&gt;&lt;b&gt;&amp;&quot;\uFFFD\uFFFD')
  })
})
