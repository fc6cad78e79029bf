import { expect, test } from 'vitest'
import { unpackWords, type WordGroup } from '../../src/search/lexicon.ts'
import { packWords } from '../../src/search/word-groups.ts'

const group = (role: WordGroup['role'], name: string, ...words: string[]): WordGroup => ({
  role,
  name,
  words,
  near: [],
  not: [],
})

test('groups are read as they were packed: kana, kanji, letters, digits, roles and readings', () => {
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
