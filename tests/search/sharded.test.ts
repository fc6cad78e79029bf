import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { generateEntries } from '../../scripts/generate-entries.ts'
import { readIndex, searcherOf } from '../../scripts/search-catalogue.ts'
import { filter } from '../../src/search/answer/facets.ts'
import { first, sumOf } from '../../src/search/answer/order.ts'
import { readState } from '../../src/search/answer/state.ts'
import { ByteReader, ByteWriter } from '../../src/search/index/bytes.ts'
import type { SearchIndex } from '../../src/search/index/index-of.ts'
import { openSession, type Session } from '../../src/search/index/session.ts'
import { makeShards } from '../../src/search/index/shards.ts'
import { wordFiles } from '../../src/search/index/word-files.ts'

const real = await readIndex()
const index: SearchIndex & { rest: string } = { ...real, entries: generateEntries(real.entries, real.places, 600) }
const { sharded, files } = makeShards(
  index.entries,
  index.places.map(({ code }) => code),
  index.words,
  index.rest,
  index.tags,
)
const words = wordFiles(index.entries, index.words, index.rest)
const find = searcherOf(index)
const fetched: string[] = []
/** What becomes of a file on its way. */
let transport = (bytes: Uint8Array<ArrayBuffer>): Response => new Response(bytes)
let session: Session | null = null

beforeAll(() => {
  vi.stubGlobal('fetch', (address: string) => {
    const name = address.replace('/search/', '')
    fetched.push(name)
    if (name === 'index.json') return Promise.resolve(new Response(JSON.stringify({ ...index, entries: [], sharded })))
    const ofWords = words.get(name)
    if (ofWords !== undefined) return Promise.resolve(new Response(ofWords))
    const bytes = files.get(name.replace('data/', ''))
    return Promise.resolve(bytes === undefined ? new Response('', { status: 404 }) : transport(bytes))
  })
})
beforeEach(async () => {
  session = await openSession('/search/index.json')
  fetched.length = 0
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
  '5000万円以上',
  '予算が一番多い',
  '7,954万円',
  '令和4年度に始まる',
  '23区',
  'shinjuku-shigoto.jp',
  '500万円未満',
  '令和3年6月',
  '20人',
  '20人以上',
  '介護 10社以下',
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
  const found = answer?.found ?? new Uint32Array()
  const entries = (await session?.entries(found)) ?? []
  expect(entries.map(({ id }) => id).sort()).toEqual(find(query).ids.sort())
  await session?.amounts(found, answer ?? null)
  expect(session && sumOf(found, session.columns)).toBe(
    entries.reduce((total, { amountThousandYen }) => total + amountThousandYen, 0),
  )
})

test('what costs most stands first, also where the amounts are fetched', async () => {
  if (session === null) throw new Error()
  const { find: ask, columns } = session
  const { found, scores } = await ask('予算が一番多い 介護', false)
  const amounts = first(found, 20, scores, 'relevance', columns).map((at) => columns.amountThousandYen[at] ?? 0)
  expect(amounts.length).toBeGreaterThan(5)
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
})

test('a word of the texts that holds a word without meaning is answered too', async () => {
  expect((await session?.find('地域社会', false))?.found.length).toBeGreaterThan(0)
})

test('where a text may hold the words apart, the count is said not to be sure', async () => {
  const isRough = async (query: string): Promise<boolean | undefined> => (await session?.find(query, false))?.isRough
  expect(await isRough('介護')).toBe(false)
  expect(await isRough('実施する')).toBe(true)
  expect(await isRough('介護 実施する以外')).toBe(true)
})
test('tags are fetched for those who filter by them, and are those of the whole', async () => {
  expect(session?.columns.tags).toBeNull()
  await session?.tags()
  const { found } = await filterAll('seniors')
  const entries = (await session?.entries(found)) ?? []
  expect(entries.map(({ id }) => id).sort()).toEqual(
    index.entries
      .filter(({ tags }) => tags.includes('seniors'))
      .map(({ id }) => id)
      .sort(),
  )
})
const filterAll = (key: string) => {
  if (session === null) throw new Error('The session did not open.')
  return Promise.resolve(
    filter(Uint32Array.from(index.entries.keys()), readState(`?whom=${key}`), session.columns, (code) => code),
  )
}

test('a query fetches the files of its words, each once, and not the others', async () => {
  await session?.find('介護', false)
  await session?.find('介護 ', false)
  expect(new Set(fetched).size).toBe(fetched.length)
  expect(fetched.filter((name) => name.startsWith('data/groups/'))).toHaveLength(1)
  expect(fetched.length).toBeLessThan(files.size / 50)
})

test('what several ask for at once is fetched once', async () => {
  const all = Uint32Array.from(index.entries.keys())
  await Promise.all([session?.tags(), session?.tags(), session?.amounts(all, null), session?.amounts(all, null)])
  await Promise.all([session?.entries([0, 1]), session?.entries([1, 0])])
  const names = ['data/amounts/all.bin', 'data/docs/0.json', 'data/docs/1.json', 'data/tags.bin']
  expect([...fetched].sort()).toEqual(names)
})

test('very many programmes, as who saves all results asks for them, come in one file', async () => {
  const wanted = [...index.entries.keys()].filter((at) => at % 3 === 1)
  const entries = (await session?.entries(wanted)) ?? []
  expect(fetched).toHaveLength(1)
  fetched.length = 0
  const few = wanted.slice(0, 20)
  expect(await session?.entries(few)).toEqual(entries.slice(0, 20))
  expect(fetched).toHaveLength(few.length)
})

test('tags, amounts and programmes that could not be fetched are asked for again', async () => {
  const before = transport
  transport = () => new Response('', { status: 503 })
  const asks = [() => session?.tags(), () => session?.amounts(Uint32Array.of(0), null), () => session?.entries([0])]
  for (const ask of asks) await expect(ask()).rejects.toThrow('503')
  transport = before
  for (const ask of asks) await ask()
  expect(session?.columns.amountThousandYen[0]).toBeGreaterThan(0)
  expect(session?.columns.tags).not.toBeNull()
})

test('a file that could not be fetched is asked for again by the next query', async () => {
  const before = transport
  transport = () => new Response('', { status: 503 })
  await expect(session?.find('介護', false)).rejects.toThrow('503')
  transport = before
  expect((await session?.find('介護', false))?.found.length).toBeGreaterThan(0)
})

test('a file that was cut off on its way is an error, never fewer programmes or other amounts', async () => {
  const before = transport
  transport = (bytes) => new Response(bytes.slice(0, -1))
  await expect(session?.find('介護', false)).rejects.toThrow('ends too early')
  expect(await openSession('/search/index.json')).toBeNull()
  transport = before
})

test('numbers are read as they were written', () => {
  const writer = new ByteWriter()
  writer.number(0)
  writer.number(127)
  writer.number(300_000)
  writer.text('障害者')
  writer.rising([3, 4, 900])
  const reader = new ByteReader(writer.done())
  expect([
    reader.number(),
    reader.number(),
    reader.number(),
    reader.text(),
    [...reader.rising()],
    reader.isAtEnd,
  ]).toEqual([0, 127, 300_000, '障害者', [3, 4, 900], true])
})
