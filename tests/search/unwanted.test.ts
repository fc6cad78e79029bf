import { expect, test } from 'vitest'
import { readUnwanted } from '../../src/search/understanding/unwanted.ts'

test.each([
  ['介護以外', { whole: '介護', before: '', unwanted: '介護', rest: '', said: 'except' }],
  [
    '世田谷の介護以外で働きたい',
    { whole: '世田谷の介護', before: '世田谷', unwanted: '介護', rest: '働きたい', said: 'except' },
  ],
  ['女性向けの介護以外', { whole: '女性向けの介護', before: '女性', unwanted: '介護', rest: '', said: 'except' }],
  [
    '若者で介護や建設を除く事業',
    { whole: '若者で介護や建設', before: '若者', unwanted: '介護や建設', rest: '事業', said: 'except' },
  ],
  ['かいごいがい', { whole: 'かいご', before: '', unwanted: 'かいご', rest: '', said: 'kana' }],
  ['介護じゃない仕事', { whole: '介護', before: '', unwanted: '介護', rest: '仕事', said: 'instead' }],
  ['介護の仕事はしたくないです', { whole: '介護', before: '', unwanted: '介護', rest: '', said: 'refused' }],
  ['介護は嫌いだけど', { whole: '介護', before: '', unwanted: '介護', rest: '', said: 'refused' }],
  ['介護ではなく事務', { whole: '介護', before: '', unwanted: '介護', rest: '事務', said: 'instead' }],
  ['若者ではなく高齢者', { whole: '若者', before: '', unwanted: '若者', rest: '高齢者', said: 'instead' }],
  ['介護除く', { whole: '介護', before: '', unwanted: '介護', rest: '', said: 'except' }],
  ['介護抜きで', { whole: '介護', before: '', unwanted: '介護', rest: '', said: 'refused' }],
  ['世田谷区外で', { whole: '世田谷区', before: '', unwanted: '世田谷区', rest: '', said: 'except' }],
])('%s', (word, read) => {
  expect(readUnwanted(word)).toMatchObject(read)
})

test.each([
  ['世田谷の介護以外で働きたい', '以外'],
  ['介護の仕事はしたくないです', 'はしたくない'],
  ['介護抜きで', '抜き'],
])('%s: it is told where 「%s」 stands', (word, said) => {
  const { from, to } = readUnwanted(word) ?? {}
  expect(word.slice(from, to)).toBe(said)
})

test.each([
  '介護',
  '以外',
  '介護だけじゃない',
  '介護だけでなく保育も',
  '介護だけじゃなく保育も',
  '若者ではない人',
  '経験者ではない場合',
  '介護でなくてもいい',
  '介護でないと',
  '介護じゃないと無理',
  '介護は嫌いじゃない',
  '介護は無理なくできる',
  '介護以外できない',
  '介護以外は嫌',
  '介護以外無理',
  '介護士じゃない',
  '介護士じゃない職員',
  '製造業ではない中小企業',
  '日本語が得意ではない外国人',
  '製造業ではない会社',
  '介護いがいと楽しい',
  'できないがいこくじん',
  'かいがいじんざい',
  '掃除外注',
  '扶養控除外',
  '不安を取り除く',
  '市外局番',
  '地区外',
  '掃除くらいできる',
  '引き抜き',
  '居抜きで',
  '経験なしでもいい',
  '扶養控除くらいで',
  '介護イヤホン',
  '商品ダメージ',
])('%s says nothing that is not wanted', (word) => {
  expect(readUnwanted(word)).toBeNull()
})
