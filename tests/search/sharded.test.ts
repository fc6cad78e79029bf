import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { generateEntries } from '../../scripts/generate-entries.ts'
import { readIndex, searcherOf } from '../../scripts/search-catalogue.ts'
import { ByteReader, ByteWriter } from '../../src/search/bytes.ts'
import type { SearchIndex } from '../../src/search/index-of.ts'
import { openSession, type Session } from '../../src/search/session.ts'
import { makeShards } from '../../src/search/shards.ts'

const real = await readIndex()
const index: SearchIndex = { ...real, entries: generateEntries(real.entries, real.places, 600) }
const { sharded, files } = makeShards(
  index.entries,
  index.places.map(({ code }) => code),
  index.words,
)
const find = searcherOf(index)
const fetched: string[] = []
let session: Session | null = null

beforeAll(async () => {
  vi.stubGlobal('fetch', (address: string) => {
    const name = address.replace('/search/', '')
    fetched.push(name)
    if (name === 'index.json') return Promise.resolve(new Response(JSON.stringify({ ...index, entries: [], sharded })))
    const bytes = files.get(name.replace('data/', ''))
    return Promise.resolve(bytes === undefined ? new Response('', { status: 404 }) : new Response(bytes))
  })
  session = await openSession('/search/index.json')
})
afterAll(() => {
  vi.unstubAllGlobals()
})

test.each([
  '介護',
  'せたがや',
  '渋谷区 介護',
  'お年寄り',
  '65歳以上',
  '03-3647-9167',
  '46,200千円',
  '令和3年6月',
  'はつらつ',
  '分身ロボット',
  'ダイバシティ',
  '福祉',
  '高齢福祉課',
  '消防署',
  '大阪市',
  '若者 世田谷',
  'パソコンを習いたい',
  '',
])('files cut by word answer 「%s」 as the whole does', async (query) => {
  const answer = await session?.find(query, false)
  const found = [...(answer?.scores.keys() ?? [])].filter((at) => answer?.scores[at] !== 0)
  const entries = (await session?.entries(found)) ?? []
  expect(entries.map(({ id }) => id).sort()).toEqual(find(query).ids.sort())
  const sum = found.reduce((total, at) => total + (session?.columns.amountThousandYen[at] ?? 0), 0)
  expect(sum).toBe(entries.reduce((total, { amountThousandYen }) => total + amountThousandYen, 0))
})

test('a query fetches the files of its words, and not the others', () => {
  expect(files.size).toBeGreaterThan(500)
  expect(new Set(fetched).size).toBe(fetched.length)
})

test('numbers are read as they were written', () => {
  const writer = new ByteWriter()
  writer.number(0)
  writer.number(127)
  writer.number(300_000)
  writer.text('障害者')
  writer.rising([3, 4, 900])
  const reader = new ByteReader(writer.done())
  expect([reader.number(), reader.number(), reader.number(), reader.text(), reader.rising(), reader.isAtEnd]).toEqual([
    0,
    127,
    300_000,
    '障害者',
    [3, 4, 900],
    true,
  ])
})
