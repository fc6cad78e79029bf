import { expect, test } from 'vitest'
import sounds from '../../src/search/mending/kanji-sounds.json' with { type: 'json' }
import { heardAs, readAs } from '../../src/search/mending/sounds.ts'

test('each sound of the table has its kanji, each once', () => {
  for (const [sound, kanji] of Object.entries(sounds)) {
    expect(sound).toMatch(/^[ぁ-ゖ]{1,4}$/)
    expect(kanji).toMatch(/^\p{Script=Han}+$/u)
    expect([...new Set(kanji)].join('')).toBe(kanji)
  }
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

test.each([
  ['さんぎょうしんこうか', '産業振興課'],
  ['しょうこうかんこうか', '商工観光課'],
  ['はっぴょうかい', '発表会'],
  ['けっかほうこく', '結果報告'],
  ['しんぽてき', '進歩的'],
])('%s is how %s is read', (reading, word) => {
  expect(readAs(reading)(word)).toBe(true)
  expect(readAs(reading + 'い')(word)).toBe(false)
  expect(readAs(reading.slice(1))(word)).toBe(false)
})
