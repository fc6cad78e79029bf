import { expect, test } from 'vitest'
import { readIndex, searcherOf } from '../../scripts/search-catalogue.ts'
import { readState, writeState, type SearchState } from '../../src/search/answer/state.ts'
import { fieldsOf } from '../../src/search/programmes/texts.ts'
import { asPrinted, type Printed } from '../../src/search/telling/as-printed.ts'
import { typedIn } from '../../src/search/telling/as-typed.ts'
import { countWords } from '../../src/search/telling/count-words.ts'
import { explain, type Shown } from '../../src/search/telling/explain.ts'
import { highlight, snippet } from '../../src/search/telling/highlight.ts'
import { wordsHeld } from '../../src/search/telling/marks.ts'
import { resultsCsv } from '../../src/search/telling/results-csv.ts'
import { normalizeText } from '../../src/search/words/normalize.ts'

const index = await readIndex()
const find = searcherOf(index)
const placeOf = (code: string) => index.places.find((place) => place.code === code)
const texts = (ids: readonly string[]): Printed[] =>
  index.entries
    .filter(({ id }) => ids.includes(id))
    .map((entry) => ({
      printed: [entry.name, entry.theme, entry.categoryLabel, ...entry.summary, entry.department].join('\n'),
      text: Object.values(fieldsOf(entry)).join('\n'),
    }))
const said = (query: string, isLiteral = false, order: SearchState['order'] = 'relevance'): string[] => {
  const answer = find(query, isLiteral)
  const isRanked = order === 'relevance' && answer.ids.length > 1
  const lines = explain(query, answer, placeOf, { texts: texts(answer.ids), isRanked, isAll: true }, isLiteral)
  return lines.map(({ text, links }) => `${text}${links.map(({ label }) => `[${label}]`).join('')}`)
}

test.each<[string, string[]]>([
  ['荒河区', ['「荒河区」を「荒川区」として検索しました。[元の言葉で探す]']],
  ['介護 2025', ['「2025」は計画書に見当たりません。ほかの言葉で探しました。']],
  ['介護 7', []],
  ['介護 20人以上', ['「20人以上」を、目標の数として読みました。[元の言葉で探す]']],
  ['六本木', ['「六本木」を「港区」として検索しました。[元の言葉で探す]']],
  ['コミニュケーション', ['「コミニュケーション」を「コミュニケーション」として検索しました。[元の言葉で探す]']],
  [
    '若者じゃない',
    [
      '「ではない」「嫌」では、事業を除いていません。除く言葉には「以外」を付けてください。',
      '「若者」は「若年者」「青少年」でも探しました。[元の言葉で探す]',
    ],
  ],
  ['カイゴ', ['「カイゴ」は「介護」でも探しました。[元の言葉で探す]']],
  ['保育士', ['「保育士」に合う事業はありません。']],
  ['障がい者', ['「障がい者」は「障害特性」でも探しました。[元の言葉で探す]']],
  ['ＩＣＴ', ['「ＩＣＴ」は「デジタル」「パソコン」「AI」でも探しました。[元の言葉で探す]']],
  ['渋谷区 介護', ['計画書に事業が載っていない区市町村: [渋谷区]', '言葉を減らすと見つかります: [介護（4事業）]']],
  [
    '世田谷 障がい者',
    [
      '「世田谷」を「世田谷区」として検索しました。[元の言葉で探す]',
      'すべての言葉に合う事業はありません。',
      '言葉を減らすと見つかります: [世田谷（4事業）][障がい者（3事業）]',
    ],
  ],
  ['世田谷区の募集中の仕事', ['載せているのは計画です。今の募集や申込みは、それぞれの事業に電話で確かめてください。']],
  ['募集しても世田谷区に来ない', ['「来ない」は「人材不足」「採用」「人材確保」でも探しました。[元の言葉で探す]']],
  // What leads back to the same empty answer is not offered.
  ['岩石', ['「岩石」に合う事業はありません。']],
  ['生涯者', ['「生涯者」を「障害者」「障害特性」として検索しました。[元の言葉で探す]']],
  ['Setagaya City', ['「Setagaya City」を「世田谷区」として検索しました。[元の言葉で探す]']],
  ['運転手', ['「運転手」に合う事業はありません。']],
  ['遊び 世田谷区', ['「遊び」に合う事業はありません。', '言葉を減らすと見つかります: [世田谷区（4事業）]']],
  [
    '八王寺 コミニュケーション',
    [
      '「八王寺」を「八王子市」として検索しました。',
      '「コミニュケーション」を「コミュニケーション」として検索しました。[元の言葉で探す]',
      'すべての言葉に合う事業はありません。',
      '言葉を減らすと見つかります: [八王寺（1事業）][コミニュケーション（2事業）]',
    ],
  ],
  [
    '荒川区 農業 60歳以上',
    [
      '「農業」は計画書に見当たりません。ほかの言葉で探しました。',
      'すべてに合う事業はありません。一部の言葉に合う事業を並べています。',
      '「60歳以上」は「高齢者」「シニア」でも探しました。[元の言葉で探す]',
    ],
  ],
  ['10人', ['「10人」を、目標の数として読みました。[元の言葉で探す]']],
  ['令和３年６月', ['「令和３年６月」を、始まる時期として読みました。[元の言葉で探す]']],
  ['3411', ['「3411」を、事業額・電話番号として読みました。[元の言葉で探す]']],
  ['03-3647-9167', []],
  ['若者以外 世田谷区', ['「若者」を除いて探しました。[元の言葉で探す]']],
  [
    '介護以外 足立区',
    ['「介護」を除くと、すべての言葉に合う事業はありません。', '言葉を減らすと見つかります: [足立区（1事業）]'],
  ],
  ['島以外 足立区', ['「島」を除いて探しました。[元の言葉で探す]']],
  ['島を除く 足立区', ['「島」を除いて探しました。[元の言葉で探す]']],
  ['遊び以外 足立区', ['「遊び」は計画書に見当たりません。[元の言葉で探す]']],
  ['青ヶ島村', ['計画書に事業が載っていない区市町村: [青ヶ島村]']],
  [
    '助成金50万円',
    [
      '「50万円」は計画書に見当たりません。ほかの言葉で探しました。',
      '「助成金」は「補助」でも探しました。[元の言葉で探す]',
    ],
  ],
  [
    '月10万円くらい稼ぎたい',
    ['「月10万円くらい稼ぎたい」だけでは、事業を選べません。別の言葉や困りごとを入れてください。'],
  ],
  ['時給1200円 介護', ['「時給1200円」は計画書に見当たりません。ほかの言葉で探しました。']],
  ['予算', ['「予算」だけでは、事業を選べません。別の言葉や困りごとを入れてください。']],
  ['5,000万円以上', ['「5,000万円以上」を、事業額として読みました。[元の言葉で探す]']],
  ['予算が一番多い', ['「予算が一番多い」を、事業額の多い順として読みました。[元の言葉で探す]']],
  ['事業額が最も少ない', ['「事業額が最も少ない」を、事業額の少ない順として読みました。[元の言葉で探す]']],
  [
    '池袋',
    ['「池袋」を「豊島区」として検索しました。[元の言葉で探す]', '計画書に事業が載っていない区市町村: [豊島区]'],
  ],
  [
    '多摩',
    [
      '「多摩」を「多摩市」として検索しました。[元の言葉で探す]',
      '計画書に事業が載っていない区市町村: [多摩市]',
      '[「多摩地域」で探す]',
    ],
  ],
  [
    '多摩で 介護',
    [
      '「多摩」を「多摩市」として検索しました。[元の言葉で探す]',
      '計画書に事業が載っていない区市町村: [多摩市]',
      '[「多摩地域で 介護」で探す]',
      '言葉を減らすと見つかります: [介護（4事業）]',
    ],
  ],
  ['奥多摩 多摩', expect.arrayContaining(['[「奥多摩 多摩地域」で探す]'])],
  ['港南区', ['「港南区」に近い区市町村: [港区]']],
  ['江戸区', ['「江戸区」に近い区市町村: [江東区][江戸川区]']],
  [
    '大阪 介護',
    [
      '「大阪」は東京都の外です。東京都の区市町村の事業だけを載せています。',
      '言葉を減らすと見つかります: [介護（4事業）]',
    ],
  ],
  [
    '農業 漁業 林業',
    ['「農業」に合う事業はありません。', '「漁業」に合う事業はありません。', '「林業」に合う事業はありません。'],
  ],
  ['介護 -農業 -漁業', ['「農業」は計画書に見当たりません。', '「漁業」は計画書に見当たりません。[元の言葉で探す]']],
  ['介護 かいご カイゴ', []],
  ['ぬめぬめ ぬめぬめ', ['「ぬめぬめ」に合う事業はありません。']],
  ['渋谷区 渋谷', ['計画書に事業が載っていない区市町村: [渋谷区]']],
  ['介護 農業', ['「農業」に合う事業はありません。', '言葉を減らすと見つかります: [介護（4事業）]']],
  ['、。', ['探す言葉を、文字か数字で入れてください。']],
  ['仕事以外', ['「仕事以外」だけでは、事業を選べません。別の言葉や困りごとを入れてください。']],
  ['男性', ['「男性」だけでは、事業を選べません。別の言葉や困りごとを入れてください。']],
])('of 「%s」 it is said what was understood, what failed, and what would work', (query, lines) => {
  expect(said(query)).toEqual(lines)
})

test('where a part of a sentence is enough it is said how many hold all, and nothing where all do', () => {
  expect(said('40歳 正社員')).toContain('すべてに合うのは1事業です。一部の言葉に合う事業も並べています。')
  for (const query of ['40歳', '世田谷 介護', '60歳以上で働きたい'])
    expect(said(query).join(''), query).not.toContain('すべてに')
  // What filters left is not what was counted.
  const answer = find('40歳 正社員')
  const filtered = { texts: texts(answer.ids.slice(1)), isRanked: true, isAll: false }
  expect(
    explain('40歳 正社員', answer, placeOf, filtered, false)
      .map(({ text }) => text)
      .join(''),
  ).not.toContain('すべてに')
})

test('nothing is said of a list that filters left empty, nor of an order in words that another took the place of', () => {
  const linesOf = (query: string, shown: Shown): string[] =>
    explain(query, find(query), placeOf, shown, false).map(({ text }) => text)
  expect(linesOf('若者 就職氷河期 正社員', { texts: [], isRanked: true, isAll: false }).join('')).not.toContain(
    '並べています',
  )
  const { ids } = find('予算が一番多い')
  expect(linesOf('予算が一番多い', { texts: texts(ids), isRanked: false, isAll: true })).toEqual([])
})

test('of a word that is no reason to choose it is said what was looked for, where nothing else was asked', () => {
  expect(said('こども').join('')).toMatch(/^「こども」は「.*」でも探しました。/)
  expect(said('こども 介護').join('')).not.toContain('こども')
})

test('of words looked for as typed it is said so, and their links keep it', () => {
  expect(said('せたがや 介護', true)).toEqual([
    '入れたとおりの言葉だけを探しました。[言い換えも含めて探す]',
    'すべての言葉に合う事業はありません。',
    '言葉を減らすと見つかります: [せたがや（1事業）][介護（4事業）]',
  ])
  const answer = find('せたがや 介護', true)
  const links = explain('せたがや 介護', answer, placeOf, { texts: [], isRanked: true, isAll: false }, true).flatMap(
    (line) => line.links,
  )
  expect(links.map(({ to }) => to)).toEqual([
    { query: 'せたがや 介護', isLiteral: false, isAside: true },
    { query: 'せたがや', isLiteral: true, isAside: false },
    { query: '介護', isLiteral: true, isAside: false },
  ])
})

const marks = (...words: string[]) => words.map((text) => ({ text, not: [] }))

test('marks stand in the text as printed, and nothing of it changes', () => {
  const printed = 'ＩＣＴを学ぶ障がい者（ﾓﾝｺﾞﾙ）'
  const parts = highlight(printed, marks('ict', '障害者', 'モンゴル'))
  expect(parts.map(({ text }) => text).join('')).toBe(printed)
  expect(parts.flatMap(({ text, isMatch }) => (isMatch ? [text] : []))).toEqual(['ＩＣＴ', '障がい者', 'ﾓﾝｺﾞﾙ'])
})

test('a sign that gives several characters is marked whole', () => {
  expect(highlight('㈱東京', marks('株'))).toEqual([
    { text: '㈱', isMatch: true },
    { text: '東京', isMatch: false },
  ])
})

test('a word is named as it is printed, whole, also where one sign gives several characters', () => {
  const printed = '㈱ｽﾃｯﾌﾟ ＩＣＴ'
  const texts = [{ printed, text: normalizeText(printed) }]
  expect(['株', 'ステップ', 'ict', '介護'].map((word) => asPrinted(word, texts))).toEqual([
    '㈱',
    'ｽﾃｯﾌﾟ',
    'ＩＣＴ',
    '介護',
  ])
})

test.each([
  ['会社を辞めたので', '会社を辞', '会社を辞めたので'],
  ['お金がないとき', 'お金がな', 'お金がないとき'],
  ['お年寄りの仕事', '年寄り', 'お年寄り'],
  ['介護の仕事', '介護', '介護'],
  ['ＩＣＴの研修', 'ict', 'ＩＣＴ'],
  ['昨年度 介護', '昨', '昨年度'],
])('of 「%s」 the part %s is quoted as %s', (query, part, quoted) => {
  expect(typedIn(query)(part)).toBe(quoted)
})

test('a word within a longer one that means something else is neither marked nor named', () => {
  const mark = { text: '正規', not: ['非正規'] }
  const parts = highlight('非正規から正規へ', [mark])
  expect(parts.filter(({ isMatch }) => isMatch)).toEqual([{ text: '正規', isMatch: true }])
  expect(parts[0]?.text).toBe('非正規から')
  const { parts: asked } = find('正社員')
  expect(asked.flatMap((part) => wordsHeld(part, [{ printed: '非正規雇用', text: '非正規雇用' }]))).not.toContain(
    '正規',
  )
})

test('of a long summary its beginning is seen, or the first match; what is left out shows', () => {
  const shown = (text: string): string =>
    snippet(highlight(text, marks('介護')))
      .map((part) => part.text)
      .join('')
  expect(shown(`${'あ'.repeat(20)}介護。${'い'.repeat(30)}`)).toBe(`${'あ'.repeat(20)}介護。${'い'.repeat(30)}`)
  // Two lines of a phone.
  expect(shown(`${'あ'.repeat(40)}介護`)).toBe(`…${'あ'.repeat(24)}介護`)
  expect(shown(`${'あ'.repeat(100)}介護`)).toBe(`…${'あ'.repeat(24)}介護`)
  expect(shown(`介護${'い'.repeat(200)}介護`)).toBe(`介護${'い'.repeat(138)}…`)
  expect(shown('い'.repeat(200))).toBe(`${'い'.repeat(140)}…`)
})

test('the address holds the whole search, and what it cannot mean is left out', () => {
  const address = 'q=%E4%BB%8B%E8%AD%B7&place=setagaya-ku&place=koto-ku&category=workforce&year=2021&sort=amount'
  expect(writeState(readState(`?${address}`))).toBe(address)
  expect(writeState(readState('?q=+&sort=luck&x=1'))).toBe('')
  // No more than the box takes.
  expect(readState(`?q=${'一'.repeat(2000)}`).query).toBe('一'.repeat(300))
})

test.each<[Parameters<typeof countWords>, string]>([
  [[34, 34, 34, 79_541, false], 'すべての34事業（事業額の合計 7,954万1千円）'],
  [[4, 4, 34, 10_000, false], '4事業が見つかりました（事業額の合計 1,000万円）'],
  [[1200, 1200, 34_000, 100_000, true], 'およそ1,200事業が見つかりました（事業額の合計 およそ1億円）'],
  [[0, 4, 34, 0, false], '絞り込みに合う事業はありません（絞り込まなければ4事業）'],
  [[0, 0, 34, 0, false], '合う事業は見つかりませんでした'],
])('of %j it is said: %s', (given, said) => {
  expect(countWords(...given)).toBe(said)
})

test('a cell of the CSV never runs as a formula', () => {
  const [entry] = index.entries
  const csv = entry === undefined ? '' : resultsCsv([{ ...entry, name: '=1+1,"x"' }], placeOf, (id) => `/p/${id}/`)
  expect(csv).toContain('"\'=1+1,""x"""')
  expect(csv.split('\r\n')).toHaveLength(3)
})
