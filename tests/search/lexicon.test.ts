import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readIndex, searcherOf } from '../../scripts/search-catalogue.ts'
import { openSession } from '../../src/search/index/session.ts'
import { wordFiles } from '../../src/search/index/word-files.ts'
import { packWords, wordsToSend } from '../../src/search/index/words-to-send.ts'
import { joinWords } from '../../src/search/words/join-words.ts'
import { unpackWords, type WordGroup } from '../../src/search/words/lexicon.ts'

const group = (role: WordGroup['role'], name: string, ...words: string[]): WordGroup => ({
  role,
  name,
  words,
  near: [],
  not: [],
})

test('groups are read as they were packed: words, roles, readings, what is near and what is not', () => {
  const groups = [
    {
      ...group('topic', '', '高齢者~こうれいしゃ', 'シニア', '65歳以上', 'z世代'),
      near: ['定年'],
      not: ['お年寄りー'],
    },
    group('topic', '', 'ai', 'ぼ~あ', 'ヴ・ヶ'),
    group('place', '江東区', '豊洲~とよす'),
    group('topic', '', 'dx', '"\\'),
  ]
  expect(unpackWords(packWords(groups))).toEqual(groups)
})

test('groups that came in two parts are whole: readings for the words that were there, more words, more groups', () => {
  const groups = [group('topic', '', '高齢者', 'シニア'), group('weak', '', '仕事')]
  const [seniors] = groups
  joinWords(groups, [
    group('topic', '', '~こうれいしゃ', '~', 'お年寄り~おとしより'),
    group('topic', '', '~しごと'),
    group('stop', '', 'です'),
  ])
  expect(groups).toEqual([
    group('topic', '', '高齢者~こうれいしゃ', 'シニア', 'お年寄り~おとしより'),
    group('weak', '', '仕事~しごと'),
    group('stop', '', 'です'),
  ])
  expect(groups[0]).toBe(seniors)
})

test('a programme of no municipality stops the index', async () => {
  const [entry] = (await readIndex()).entries
  await expect(readIndex(entry === undefined ? [] : [{ ...entry, code: '000000' }])).rejects.toThrow(
    `${entry?.id ?? ''}: no municipality has the code 000000.`,
  )
})

test('words that say nothing come with the rest', async () => {
  const { words, rest } = await readIndex()
  const roles = (packed: string): string[] => unpackWords(packed).map(({ role }) => role)
  expect(roles(words)).not.toContain('stop')
  expect(roles(rest)).toContain('stop')
})

test('of words that no programme is about as few are sent as still say so', () => {
  const nurses = group(
    'industry',
    '看護',
    '看護~かんご',
    '看護師~かんごし',
    'ナース',
    '訪問看護~ほうもんかんご',
    '看護研修~かんごけんしゅう',
  )
  const { rest } = wordsToSend([nurses, group('soft', '研修', '研修~けんしゅう')], [])
  // 看護研修 holds another word that is known: without it 研修 alone would be looked for.
  expect(unpackWords(rest)[0]?.words).toEqual(['ナース', '看護~かんご', '看護研修'])
})

describe('the first words of the lexicon', async () => {
  const { rest, ...index } = await readIndex()
  const files = new Map([
    ['index.json', Buffer.from(JSON.stringify(index))],
    ...wordFiles(index.entries, index.words, rest),
  ])
  const fetched: string[] = []
  const failing = new Set<string>()
  let isOffline = false

  beforeAll(() => {
    vi.stubGlobal('fetch', (address: string) => {
      fetched.push(address)
      if (isOffline || failing.has(address)) return Promise.reject(new Error())
      return Promise.resolve(new Response(files.get(address.replace('/search/', ''))))
    })
  })
  afterAll(() => {
    vi.unstubAllGlobals()
  })

  const words = [...unpackWords(index.words).flatMap((one) => one.words), ...index.places.map(({ name }) => name)]
    // An age is more than its figures: 65歳以上.
    .filter((word) => !/\d/.test(word))
  const whole = searcherOf({ ...index, rest })
  const idsOf = (found: Iterable<number> = []): string[] =>
    Array.from(found, (at) => index.entries[at]?.id ?? '').sort()

  /** What a new session finds first; what it fetches for that, and for the same once more, is in `fetched`. */
  const askTwice = async (query: string): Promise<string[]> => {
    const session = await openSession('/search/index.json')
    fetched.length = 0
    const answer = await session?.find(query, false)
    await session?.find(`${query} `, false)
    return idsOf(answer?.found)
  }

  test('answer every query of such words, and of places, as the whole lexicon does', async () => {
    const session = await openSession('/search/index.json')
    for (const word of [...words, '介護 若者', 'せたがや 女性', '03-3647-9167', '2021-11'])
      expect([word, idsOf((await session?.find(word, false))?.found)]).toEqual([word, whole(word).ids.sort()])
    expect(fetched).toEqual(['/search/index.json'])
  })

  test.each(['かいご', 'お年寄り', '60歳以上で働きたい', 'kaigo', '介護 60', 'しごとがしたい'])(
    'do not do for 「%s」: the rest is fetched, once',
    async (query) => {
      expect(await askTwice(query)).toEqual(whole(query).ids.sort())
      expect(fetched).toEqual(['/search/words.txt'])
    },
  )

  test.each(['介吾職員', 'テレワアク', 'ダイバシティ'])(
    'do not do for a misspelt 「%s」: the words of the texts are fetched besides, once',
    async (query) => {
      const found = await askTwice(query)
      expect(found.length).toBeGreaterThan(0)
      expect(found).toEqual(whole(query).ids.sort())
      expect(fetched).toEqual(['/search/words.txt', '/search/vocabulary.txt'])
    },
  )

  test('the rest is fetched together with them for who hardly asks by them alone', async () => {
    fetched.length = 0
    const session = await openSession('/search/index.json', 'お年寄り')
    expect(fetched.sort()).toEqual(['/search/index.json', '/search/words.txt'])
    expect(idsOf((await session?.find('お年寄り', false))?.found)).toEqual(whole('お年寄り').ids.sort())
    expect(fetched.length).toBe(2)
  })

  test('a rest that failed while it was fetched together is fetched again when it is needed', async () => {
    failing.add('/search/words.txt')
    const session = await openSession('/search/index.json', 'せたがや')
    expect((await session?.find('せたがや', false))?.found.length).toBeGreaterThan(0)
    await expect(session?.find('かいご', false)).rejects.toThrow()
    failing.clear()
    expect((await session?.find('かいご', false))?.found.length).toBeGreaterThan(0)
  })

  test('a rest that could not be fetched is fetched again for the next query', async () => {
    const session = await openSession('/search/index.json')
    isOffline = true
    await expect(session?.find('かいご', false)).rejects.toThrow()
    isOffline = false
    expect((await session?.find('かいご', false))?.found.length).toBeGreaterThan(0)
  })
})
