import { expect, test } from 'vitest'
import sounds from '../../src/search/kanji-sounds.json' with { type: 'json' }
import { heardAs } from '../../src/search/sounds.ts'

test('each line of the table holds several kanji, each once', () => {
  for (const line of sounds) {
    expect(line).toMatch(/^\p{Script=Han}{2,}$/u)
    expect([...new Set(line)].join('')).toBe(line)
  }
  expect(new Set(sounds).size).toBe(sounds.length)
})

test('a kanji is heard as those that are read like it, all else as itself', () => {
  const [first = '', kana, latin, rare] = heardAs('介いa彁')
  expect([kana, latin, rare]).toEqual(['い', 'a', '彁'])
  for (const kanji of '介会回改') expect(first).toContain(kanji)
  expect(first).not.toContain('護')
})

test('a kanji with two readings is heard as those of both', () => {
  const [person = ''] = heardAs('人')
  for (const kanji of '人任神') expect(person).toContain(kanji)
})
