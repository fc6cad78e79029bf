import { describe, expect, test } from 'vitest'
import { readIndex, searcherOf } from '../../scripts/search-catalogue.ts'
import { fieldsOf } from '../../src/search/programmes/texts.ts'

const index = await readIndex()
const { entries, places: municipalities } = index
const find = searcherOf(index)
const ids = (query: string): string[] => find(query).ids
const idsOf = (place: string): string[] =>
  entries.flatMap(({ id, code }) =>
    municipalities.some((known) => known.name === place && known.code === code) ? [id] : [],
  )

describe('a municipality', () => {
  test.each(municipalities)('$name is found in kanji, kana and romaji, with and without its kind', (municipality) => {
    const { name, kana, romaji } = municipality
    const stem = romaji.split('-')[0] ?? ''
    for (const query of [
      name,
      name.slice(0, -1),
      kana,
      romaji,
      stem,
      stem.toUpperCase(),
      `${stem} city`,
      `東京都${name}`,
    ]) {
      expect(ids(query), query).toEqual(idsOf(name))
    }
  })
  test.each([
    ['世田ヶ谷', '世田谷区'],
    ['世田が谷区', '世田谷区'],
    ['ｾﾀｶﾞﾔ', '世田谷区'],
    ['セタガヤ', '世田谷区'],
    ['せたが', '世田谷区'],
    ['せたｇ', '世田谷区'],
    ['setag', '世田谷区'],
    ['shinjyuku', '新宿区'],
    ['hachiouji', '八王子市'],
    ['荒河区', '荒川区'],
    ['かつかし区', '葛飾区'],
    ['せたがよ区', '世田谷区'],
    ['江東区役所', '江東区'],
  ])('%s means %s', (query, place) => {
    expect(ids(query)).toEqual(idsOf(place))
  })
  test('in latin letters has the kind that stands behind its name', () => {
    const codesOf = (query: string) => find(query).parts[0]?.meaning.codes
    expect(codesOf('toshima')).toEqual(['131164', '133621'])
    for (const query of ['toshima ku', 'Toshima City', 'toshima-ku']) expect(codesOf(query), query).toEqual(['131164'])
    for (const query of ['Toshima Village', 'toshima mura']) expect(codesOf(query), query).toEqual(['133621'])
    expect(ids('Chofu City')).toEqual(idsOf('調布市'))
  })
  test('a slip that may mean several places finds none, and names them', () => {
    expect(find('江戸区')).toMatchObject({
      ids: [],
      parts: [{ meaning: { codes: ['131083', '131237'], isUnsure: true } }],
    })
  })
})

test.each([
  ['江東区大島の仕事', '江東区'],
  ['葛飾区新宿', '葛飾区'],
  ['八王子市元本郷町', '八王子市'],
  ['府中市宮西町', '府中市'],
  ['足立区中央本町', '足立区'],
  ['豊洲2丁目', '江東区'],
  ['荒川区荒川二丁目', '荒川区'],
])('%s is an address in %s', (query, place) => {
  expect(ids(query).sort()).toEqual(idsOf(place).sort())
})
test.each([
  ['世田谷区・新宿・渋谷', '世田谷区 新宿 渋谷'],
  ['葛飾区/足立/墨田', '葛飾区 足立 墨田'],
  ['荒川区60歳', '荒川区 60歳'],
  ['新宿区03-3647-9167', '新宿区 03-3647-9167'],
  ['新宿区交番', '新宿区 交番'],
])('%s is no address: it is asked for as 「%s」', (query, written) => {
  expect(ids(query).sort()).toEqual(ids(written).sort())
})
test('a quarter of a municipality is not a town elsewhere', () => {
  for (const query of ['葛飾区鎌倉', '世田谷区船橋']) {
    expect(
      find(query).parts.map(({ meaning: { kind } }) => kind),
      query,
    ).not.toContain('outside')
    expect(find('鎌倉').parts[0]?.meaning.kind).toBe('outside')
  }
})
test('what stands behind a municipality and is no address is asked for', () => {
  expect(ids('世田谷区新宿区').sort()).toEqual([...idsOf('世田谷区'), ...idsOf('新宿区')].sort())
  expect(ids('江東区漁師')).toEqual([])
  expect(find('葛飾区松戸市').parts.map(({ meaning: { kind } }) => kind)).toContain('outside')
  expect(ids('江東区大島の介護')).toEqual([])
})

describe('words', () => {
  test('all of them must be found, in any field and any order', () => {
    expect(ids('せたがや 介護')).toEqual(['2021-14'])
    expect(ids('介護　世田谷')).toEqual(['2021-14'])
    expect(ids('世田谷区介護')).toEqual(['2021-14'])
    expect(ids('せたがやit')).toEqual(ids('世田谷 IT'))
    expect(ids('年収300万円 介護').sort()).toEqual(ids('介護').sort())
    expect(ids('シニア 荒川')).toEqual(['2021-17'])
    expect(ids('渋谷区 介護')).toEqual([])
  })
  test('are found in name, summary and department, in any width', () => {
    expect(ids('分身ロボット')).toEqual(['2021-05'])
    expect(ids('個別訪問')[0]).toBe('2021-26')
    expect(ids('ﾓﾝｺﾞﾙ')).toEqual(['2021-10'])
    // 商工観光課 has more to do than that.
    expect(ids('観光')).toEqual(['2021-27'])
    expect(ids('gigaスクール')).toEqual(['2021-30'])
    expect(ids('高齢福祉課')).toEqual(['2021-21'])
    expect(ids('障がい者').sort()).toEqual(ids('障害者').sort())
  })
  test.each([
    ['いえにいるむすこ', '家にいる息子'],
    ['こどもがちいさい', '子供が小さい'],
    ['ないていとりけし', '内定取り消し'],
    ['しまではたらきたい', '島で働きたい'],
    ['まちこうじょう', '町工場'],
    ['おやのかいごをしながら', '親の介護をしながら'],
    ['hikikomori', 'ひきこもり'],
    ['shigoto wo sagashite imasu', '仕事'],
    ['shigoto o sagashite imasu', '仕事'],
    ['nihongo no shigoto', '日本語 仕事'],
    ['daigakusei', '大学生'],
    // Particles are left out, or others are said.
    ['シフト減らされた', 'シフトを減らされた'],
    ['子供もいる', '子供がいる'],
    ['学校は出た', '学校を出た'],
    ['しようがいしや', '障害者'],
    ['ひょうかき', '氷河期'],
    ['しんしゆくく', '新宿区'],
    ['介護 他区の例', '介護'],
    ['シニア歓迎', 'シニア'],
    ['在宅可', '在宅'],
    ['お母さんがつらい', 'お母さん'],
    ['1000万円 以上', '1000万円以上'],
    ['60歳 以上', '60歳以上'],
    ['20・30代', '20代〜30代'],
    ['6月頃', '6月'],
    ['世田谷区、介護以外の仕事', '世田谷区 介護以外 仕事'],
    ['無理のない仕事', '無理のない 仕事'],
    ['介護 2-3日', '介護'],
    ['女性や20代以外', '女性以外 20代以外'],
    ['介護なしで働きたい', '介護以外 働きたい'],
    ['\u30ab\u3099イド', 'ガイド'],
    ['セタガヤ介護', '世田谷区 介護'],
    // 三鷹駅北口 is of another city.
    ['三鷹駅 デジタル', '三鷹市 デジタル'],
    ['harassment 研修', 'ハラスメント 研修'],
    ['外人さん', '外国人'],
    ['社員になりたい', '正社員'],
    ['派遣社員になりたい', '契約社員'],
    ['あたち かいご', '足立区 介護'],
    ['わかもの しゆうろう', '若者 就労'],
    ['サイ就職', '再就職'],
    ['そうだn窓口', '相談 窓口'],
    ['モチベショーン', 'モチベーション'],
    // An input method gave other kanji.
    ['好齢者', '高齢者'],
    ['低着率', '定着率'],
    ['介語', '介護'],
    ['女生', '女性'],
    ['がん', '癌'],
    ['しょにんしゃ研修', '初任者研修'],
    ['旋盤工', '旋盤'],
    ['就業規側を直したい', '就業規則'],
    ['内線 2451', '内線2451'],
    ['研習', '研修'],
    ['人材覇権', '人材派遣'],
    ['諸人者研修', '初任者研修'],
    ['紹介予約派遣', '紹介予定派遣'],
    ['展示会出展料', '展示会 出展'],
    ['採用目標750名', '目標750名'],
    ['雇用目標者数750人', '目標750名'],
    ['support for NEETs', 'NEET'],
    ['三茶 若者', '世田谷区 若者'],
    ['職業感の醸成', '職業観 醸成'],
    ['介護 紹介の前例', '介護 紹介の例'],
    ['予算 大きい順', '予算が大きい順'],
    ['一番高い事業', '予算が一番高い'],
    ['一番安い事業', '予算が一番安い'],
    ['高い順', '予算が大きい順'],
    ['世田谷区 安い順', '世田谷区 予算が小さい順'],
    ['40台の女性', '40代の女性'],
    ['トラック10台の運送会社', 'トラック 運送会社'],
    ['私は30分で通える', '私 通える'],
    ['満60歳以上', '60歳以上'],
    ['65歳まで働ける', '65歳 働ける'],
    ['85歳の母の介護で辞めた', '母の介護で辞めた'],
    ['80歳の夫の介護', '夫の介護'],
    ['八十歳の母の介護', '母の介護'],
    ['親が80で介護', '親 介護'],
    ['父が70 仕事', '70歳 仕事'],
    ['年金額が少ない高齢者', '年 金額 高齢者'],
    ['弟38 無職', '弟 38歳 無職'],
    ['扶養内 103万', '扶養内'],
    ['目標十人', '目標10人'],
    ['3647 9167', '3647-9167'],
    ['03の3647の9167', '03-3647-9167'],
    ['03/3647/9167', '03-3647-9167'],
    ['2021_19', '2021-19'],
    ['２０２１ーｍ０１', '2021-m01'],
    ['4月末まで', '4月まで'],
    ['3年6月', '令和3年6月'],
    ['8月より前', '7月以前'],
    ['4月より後', '5月以降'],
    ['障害者手帳2級', '障害者手帳'],
    ['就職氷河期世代の就労支援（テーマ）', '就職氷河期世代の就労支援'],
    ['コロナ離職者支援の区別比較', 'コロナ離職者支援'],
    ['女性 介護除く', '女性 介護以外'],
    ['介護抜きで', '介護以外'],
    ['介護をやり抜きたい', '介護'],
    ['経験無し', '経験なし'],
    ['経験無しOK', '経験なし'],
    ['介護 残業無し', '介護 残業なし'],
    ['介護・夜勤以外', '介護以外'],
    ['people not working', 'people working'],
    ['世田谷区外', '世田谷区以外'],
    ['23区外の若者', '23区以外の若者'],
    ['北区外の若者', '若者'],
    ['調布市外の若者', '調布市以外の若者'],
    ['介護ぬきで', '介護以外'],
    ['介護、建設除く', '介護、建設以外'],
    ['セタガヤカフェ', 'カフェ 世田谷区'],
    ['90歳のばあちゃんの介護', 'ばあちゃんの介護'],
    ['85歳の母の在宅介護', '母の在宅介護'],
    ['息子が30 無職', '息子 30歳 無職'],
    ['時給 1200円 介護', '時給1200円 介護'],
    ['金額 大きい順', '予算が大きい順'],
    ['下4桁9167', '9167'],
    ['あらいやくし', '新井薬師'],
    ['じんざいは', '人材'],
    ['東京のおもてなし', 'おもてなし'],
    ['シニア、府中以外', 'シニア 府中以外'],
    ['外国人 not 介護', '外国人 介護以外'],
    ['末尾9167', '9167'],
    ['23番の事業', '23番'],
    ['しゅうしょくひょうg', '就職氷河期世代'],
    ['kensetsug', '建設'],
    ['hikikomroi', 'ひきこもり'],
    ['daibaashiti', 'ダイバーシティ'],
    ['merukumaru', 'メルクマール'],
    ['mongol', 'モンゴル'],
    ['勤労福祉係', '勤労福祉'],
    ['わかのも', '若者'],
    ['けんしうゅ', '研修'],
    ['がいくこじん', '外国人'],
    ['かいしごょく', '介護職'],
    ['しゅうむろうこんなん', '就労困難'],
    ['しょうがくせえ', '小学生'],
    ['めんせたいさく', '面接対策'],
    ['hacihoji', '八王子市'],
    ['hachioj', '八王子市'],
    ['kensetus', '建設'],
    ['介護 このまえ', '介護'],
    ['ひとりだけ の しごと', 'しごと'],
    ['setaaya', '世田谷区'],
    ['tel:0336479167', '03-3647-9167'],
    ['働いたことない', '働いたことがない'],
    ['ニート脱出', 'ニート'],
    ['子ども小さいけど働きたい', '子どもが小さいけど働きたい'],
  ])('%s is found as 「%s」', (query, written) => {
    expect(ids(query).length).toBeGreaterThan(0)
    expect(ids(query)).toEqual(ids(written))
  })
  test.each(['いつから', 'こんなに', 'そうとう', 'このまえ', 'shinsetsu', 'bouryoku', 'おーばーわーく'])(
    '%s is no slip for another word',
    (query) => {
      expect(ids(query)).toEqual([])
    },
  )
  test('of ages with a bound the programme that prints just these comes first', () => {
    expect(ids('49歳以下')[0]).toBe('2021-19')
    expect(ids('60歳以上で働きたい')[0]).toBe('2021-17')
  })
  test('a name is ranked before a mention', () => {
    expect(ids('デジタルアーカイブ')[0]).toBe('2021-25')
    expect(ids('ICT')[0]).toBe('2021-30')
  })
  test('one slip is forgiven in a long word, none in a short one', () => {
    expect(find('ダイバシティ')).toMatchObject({
      ids: ['2021-03', '2021-23'],
      parts: [{ meaning: { readAs: 'ダイバーシティ' } }],
    })
    expect(ids('テレワク')).toEqual(['2021-08'])
    expect(ids('農業')).toEqual([])
  })
  test('two of which one says what somebody wants, or what happened, are a sentence: a part of it is enough', () => {
    expect(ids('町工場 職人')).toEqual([])
    expect(find('町工場 職人がいない')).toMatchObject({ ids: ['2021-12', '2021-13', '2021-10'], whole: 0 })
    expect(ids('農業 やりたい')).toEqual([])
    expect(ids('年齢 高い順')).toEqual([])
    // What is offered for any trade is none of it.
    expect(ids('農業 研修 相談')).toEqual([])
    expect(ids('渋谷区 働きたい')).toEqual([])
  })
  test('each answers how many it finds alone', () => {
    expect(find('渋谷区 介護').parts.map(({ count }) => count)).toEqual([0, 4])
  })
})

test('words looked for as typed are found wherever they stand, also within those that mean something else', () => {
  for (const word of ['正規', '社員', '資格', '福祉'])
    expect([...find(word, true).ids].sort(), word).toEqual(
      entries.filter((entry) => Object.values(fieldsOf(entry)).some((text) => text.includes(word))).map(({ id }) => id),
    )
})

test('what an input method wrote with another kanji is mended within a sentence', () => {
  for (const query of ['介語の仕事', '介護職貝になりたい']) expect(ids(query).sort(), query).toEqual(ids('介護').sort())
})

test('money that a text prints is found, and no other that ends so', async () => {
  const paid = entries.map((entry) =>
    entry.id === '2021-05' ? { ...entry, summary: ['就職した人に、準備金１５万円を支給する。'] } : entry,
  )
  const other = searcherOf(await readIndex(paid))
  expect(other('15万円').ids).toEqual(['2021-05'])
  expect(other('5万円').ids).toEqual([])
  expect(other('15万円がもらえる').ids).toEqual(['2021-05'])
  expect(other('15万円以外').ids).not.toContain('2021-05')
  // It is no amount of a programme, and not said to be read as one.
  expect(other('15万円').parts[0]?.meaning.kind).toBe('word')
  expect(other('570万円').parts[0]?.meaning.kind).toBe('value')
  expect(other('570万円').ids).toEqual(ids('570万円'))
  // Written out in yen.
  expect([ids('570万円').length > 0, ids('5700000')]).toEqual([true, ids('570万円')])
})

test('of three words those programmes are found that hold all, and those that hold a part only where none does', () => {
  const all = find('若者 IT 研修')
  expect([all.ids.length > 0, all.whole]).toEqual([true, all.ids.length])
  for (const two of ['若者 IT', '若者 研修', 'IT 研修']) expect(ids(two), two).toEqual(expect.arrayContaining(all.ids))
  expect(find('介護 未経験 高齢者').whole).toBe(0)
  // Who tells his age sees also what is for it alone; how many hold both is counted.
  const both = ids('女性').filter((id) => ids('17歳').includes(id))
  expect([find('17歳 女性').whole, ids('17歳 女性').length > both.length]).toEqual([both.length, true])
  // What somebody tells of himself is no row of words.
  expect(ids('若者でITの研修を受けたいです').length).toBeGreaterThan(all.ids.length)
})

test('what all of a programme is about stands before what is one of its many measures', async () => {
  const measures = ['介護の相談を行う。', '建設の見学を行う。', '保育の研修を行う。', '物流の面接を行う。']
  const other = searcherOf(
    await readIndex(
      entries.slice(0, 2).map((entry, at) => ({
        ...entry,
        name: null,
        theme: null,
        summary: at === 0 ? measures : ['介護の相談を行う。'],
      })),
    ),
  )
  expect(other('介護').ids).toEqual([entries[1]?.id, entries[0]?.id])
})

test('a programme one of whose measures holds all that is asked stands before one that holds it here and there', async () => {
  const other = searcherOf(
    await readIndex(
      entries.slice(0, 2).map((entry, at) => ({
        ...entry,
        name: null,
        theme: null,
        summary: [
          at === 0
            ? '女性に介護の研修を行う。若者に建設の見学を行う。'
            : '若者に物流の面接を行う。女性に保育の研修を行う。若者に介護の相談を行う。',
        ],
      })),
    ),
  )
  expect(other('若者 介護').ids).toEqual([entries[1]?.id, entries[0]?.id])
  expect(other('女性 介護').ids).toEqual([entries[0]?.id, entries[1]?.id])
})

test.each([
  ['ホテルの仕事', '観光分野の見学を行う。'],
  ['会社が倒産した', '離職を余儀なくされた方を対象に、相談を行う。'],
  ['失業', '離職を余儀なくされた方を対象に、相談を行う。'],
  ['お店の店員', '商店街での研修を行う。'],
  ['子どもの世話をする仕事', '保育分野の研修を行う。'],
  ['伴走支援', '採用から定着までを伴走型で支援する。'],
  ['キャリア相談', '若年無業者に個別相談を行う。'],
  ['若者 就労支援', '若者に研修を行う。'],
])('%s is found where a sheet prints 「%s」', async (query, printed) => {
  const [entry] = entries
  const other = searcherOf(await readIndex(entry === undefined ? [] : [{ ...entry, name: null, summary: [printed] }]))
  expect(other(query).ids).toEqual([entry?.id])
})

test('the model programmes are those of their table, not what a text says of such a programme', () => {
  const model = entries.filter(({ stream }) => stream === 'model').map(({ id }) => id)
  for (const query of [
    'モデル事業',
    'もでるじぎょう',
    'モデル事業の予算',
    'モデル事業の数',
    'モデル事業4月開始',
    '令和3年度 モデル事業',
  ])
    expect(ids(query).sort(), query).toEqual(model)
  expect(ids('モデル事業以外').sort()).toEqual(
    entries
      .map(({ id }) => id)
      .filter((id) => !model.includes(id))
      .sort(),
  )
})

test('a word is not looked for in the names of departments where one that means the same stands in a text', () => {
  expect(ids('ものづくり')).toEqual(ids('製造業'))
})

test('what is left out may be a word that only raises a rank, and leaves what means the same as it, not what is wanted', () => {
  expect(find('荒川区 -就労支援')).toMatchObject({ parts: [{}, { meaning: { isExcluded: true } }] })
  expect(ids('荒川区 -就労支援')).toEqual(['2021-18'])
  expect(ids('介護支援以外')).toEqual(ids('介護以外'))
  for (const id of ['2021-30', '2021-15']) expect(ids('デジタル IT以外')).not.toContain(id)
})

test.each([
  ['自信がありません', '2021-20'],
  ['人と接するのが苦手', '2021-20'],
  ['人と話すのが好きじゃない', '2021-20'],
  ['人と関わる仕事が苦手', '2021-20'],
  ['人と接する仕事は嫌', '2021-20'],
])('%s is not read as its opposite: %s is first', (query, id) => {
  expect(ids(query)[0]).toBe(id)
})

test('a foreigner is not found within 社外人材', async () => {
  const [entry] = entries
  const other = searcherOf(
    await readIndex(entry === undefined ? [] : [{ ...entry, name: null, summary: ['社外人材を活用する。'] }]),
  )
  expect(other('外人').ids).toEqual([])
  expect(ids('外人').sort()).toEqual(ids('外国人').sort())
})

test('a department of just that name stands before one whose name ends so', () => {
  expect(ids('就労支援課').slice(0, 3).sort()).toEqual(['2021-16', '2021-17', '2021-18'])
  expect(ids('就労支援課')).toContain('2021-02')
})

test('a year that no plan is of is looked for where texts print it', () => {
  expect(ids('令和2年度').sort()).toEqual(
    entries.filter((entry) => fieldsOf(entry).summary.includes('令和2年度')).map(({ id }) => id),
  )
  expect(ids('令和2年度から続く事業')).toEqual(expect.arrayContaining(['2021-14', '2021-31']))
  expect(ids('令和7年度')).toEqual([])
})

test('islands are the municipalities on them, whatever their programmes say', () => {
  for (const query of [
    '離島の仕事',
    '島で働きたい',
    '島しょ',
    'しまではたらきたい',
    '伊豆諸島',
    'island',
    'みなみのしま',
    '島民',
  ])
    expect(ids(query), query).toEqual(idsOf('新島村'))
  expect(ids('離島 建設')).toEqual([])
  expect(ids('miyake island')).toEqual([])
  expect(ids('ひろしまからの転職')).toEqual(ids('転職'))
})

test('of words that mean the same one is left out, and the others are found', () => {
  const held = (word: string) => find(word, true).ids
  const kept = ids('派遣').filter((id) => !held('紹介予定派遣').includes(id))
  expect(kept).not.toEqual([])
  expect(ids('派遣 -紹介予定派遣').sort()).toEqual(kept.sort())
  expect(ids('若者 学生以外')).toEqual(ids('若者'))
})

test('what is said with a particle is no slip of something else that is said so', () => {
  for (const query of ['成田で働きたい', '神社で働きたい', '草加で働きたい']) expect(ids(query), query).toEqual([])
})

test('a bound on persons is one on what a programme aims at, but not within what a text or a sentence says', async () => {
  const bound = entries.map((entry) =>
    entry.id === '2021-05' ? { ...entry, summary: ['従業員３００人以下の企業を対象に、相談を行う。'] } : entry,
  )
  expect(searcherOf(await readIndex(bound))('従業員300人以下').ids).toEqual(['2021-05'])
  const aiming = (isMeant: (target: number) => boolean) =>
    entries
      .filter(({ targets }) => targets.some((one) => one.endsWith('人') && isMeant(parseInt(one))))
      .map(({ id }) => id)
  expect(ids('20人以上').sort()).toEqual(aiming((target) => target >= 20).sort())
  expect(ids('目標二十人未満').sort()).toEqual(aiming((target) => target < 20).sort())
  for (const query of ['介護 20人以上', '介護で20人以上']) expect(ids(query), query).toEqual(['2021-14'])
  expect(ids('20人以上の事業')).toEqual(ids('20人以上'))
  expect(ids('1人未満')).toEqual([])
  expect(ids('介護 -20人以上').sort()).toEqual(
    ids('介護')
      .filter((id) => id !== '2021-14')
      .sort(),
  )
  expect(ids('介護施設 目標20人以上')).toEqual(['2021-14'])
  expect(ids('10事業所以上')).toEqual(ids('10社以上'))
  expect(ids('企業 10社以上').sort()).toEqual(
    ids('企業')
      .filter((id) => ids('10社以上').includes(id))
      .sort(),
  )
  // So many of something else.
  for (const query of ['会社 社員 20人以下', '従業員20人以下の会社', '子ども3人以上', '子ども 2人 パート'])
    expect(ids(query).sort(), query).toEqual(ids(query.replace(/\d+人(?:以[上下])?/, '')).sort())
})

test.each([
  ['バイトじゃなくて社員になりたい', '社員になりたい'],
  ['学生ではない若者', '若者'],
  ['ニートではなく引きこもり', '引きこもり'],
  ['若者ではなく高齢者', '高齢者'],
])('%s: who names what he is, and what he wants instead, finds that, and is kept from nothing', (query, instead) => {
  expect(ids(query)).not.toEqual([])
  expect(ids(query)).toEqual(ids(instead))
})

test.each(municipalities)('$name in romaji is a place beside another word, too', ({ name, romaji }) => {
  const stem = romaji.split('-')[0] ?? ''
  const read = (query: string) => find(query).parts.map(({ meaning: { codes } }) => codes)
  // 豊島区 and 利島村 are both toshima.
  if (stem !== 'toshima') expect(read(`kaigo ${stem}`), stem).toEqual(read(`介護 ${name}`))
})

test('a railway is not taken for the municipality that is called so', () => {
  for (const query of ['中央線', '荒川線', '中央線で通える', '中央線の近くで働きたい'])
    expect(ids(query), query).toEqual([])
  expect(ids('中央区').length).toBeGreaterThan(0)
})

test.each(['退学', '弱者', '行事', '国際線', '公演'])('%s is not taken for another word that sounds so', (query) => {
  expect(ids(query)).toEqual([])
})

test('a place, and besides only what is asked for anywhere, finds the programmes of the place', () => {
  expect(ids('文京区役所で仕事の相談できますか').sort()).toEqual(['2021-03', '2021-04'])
  expect(ids('渋谷区役所で仕事の相談できますか')).toEqual([])
  expect(ids('荒川区で介護の仕事をしたい')).toEqual([])
  // One character that is left over of a sentence keeps nobody from them.
  expect(ids('江東区で一年中働きたい').sort()).toEqual(idsOf('江東区').sort())
  expect(ids('練馬区光が丘で働きたい')).toEqual(idsOf('練馬区'))
  expect(ids('江東区 凧')).toEqual([])
})

test.each(['さっぽろでかいご', 'かわさきしで働きたい', 'よこはまの仕事', 'ちばけんのきゅうじん'])(
  '%s is outside Tokyo',
  (query) => {
    expect(find(query)).toMatchObject({ ids: [], parts: [{ meaning: { kind: 'outside' } }, {}] })
  },
)

test('a noun in hiragana that no text holds finds nothing, whatever else is said', () => {
  for (const query of ['まじゅつしのしごと', 'けいばじょうで働きたい', 'うちゅうひこうしになりたい'])
    expect([ids(query), find(query).parts[0]?.meaning.kind], query).toEqual([[], 'unknown'])
  // Of a trade that is known, too.
  for (const query of ['けいびいんのしごと', '警備員の仕事']) expect(ids(query), query).toEqual([])
  for (const query of ['ひさしぶりのしごと', 'はじめてのしごと', 'じたくのちかくで働きたい'])
    expect(ids(query), query).not.toEqual([])
})

describe('a phone number', () => {
  test.each([
    '03-3647-9167',
    '0336479167',
    '０３－３６４７－９１６７',
    '０３ー３６４７ー９１６７',
    '03.3647.9167',
    '+81 3 3647 9167',
    '+81-(0)3-3647-9167',
    '3647-9167',
    '36479167',
  ])('%s', (query) => {
    expect(ids(query)).toEqual(['2021-07', '2021-08', '2021-09'])
  })
  test('is found by its first or last groups, an area of its own, or its extension', () => {
    expect(ids('03-3647')).toEqual(['2021-07', '2021-08', '2021-09'])
    expect(ids('04992')).toEqual(['2021-31'])
    expect(ids('内線2451')).toEqual(['2021-30'])
  })
  test('is never found by a number that is not quite it', () => {
    expect(ids('03-3647-9168')).toEqual([])
    expect(ids('03-1234-5678')).toEqual([])
    expect(ids('介護 3647-9167')).toEqual([])
    expect(ids('江東 3647-9167')).toEqual(['2021-07', '2021-08', '2021-09'])
  })
})

describe('a word that means a number', () => {
  test.each<[string, string[]]>([
    ['2021-11', ['2021-11']],
    ['2021-m02', ['2021-m02']],
    ['No.25', ['2021-25']],
    ['１４', ['2021-14', '2021-03', '2021-08']],
    ['46,200千円', ['2021-19']],
    ['4620万円', ['2021-19']],
    ['575000円', ['2021-18']],
    ['令和３年６月', ['2021-21']],
    ['R3年10月', ['2021-29']],
    ['2021年8月', ['2021-25']],
    ['2021/8', ['2021-25']],
    ['令和4年7月', ['2021-19']],
    ['板橋 令和4年7月', ['2021-19']],
    ['m2', ['2021-m02']],
    ['238万3千円', ['2021-17']],
    ['2,383,000円', ['2021-17']],
    ['十月から始まるもの', ['2021-29']],
    ['令和三年六月', ['2021-21']],
    ['秋から始まる', ['2021-29']],
    ['30代後半 派遣から正社員になりたい 板橋', ['2021-19']],
    ['コロナでプー 文京区', ['2021-04']],
    ['物作り 品川', ['2021-10']],
    ['秋に始まる講座', ['2021-29']],
    ['年明けに始まる', []],
    ['下半期に始まる事業', ['2021-29']],
    ['年度の途中から始まる', ['2021-19', '2021-21', '2021-25', '2021-29']],
    ['7,954万円', ['2021-07']],
    ['7,955万円', []],
    ['5,000万円を超える事業', ['2021-07']],
    ['世田谷 1000万円以下', ['2021-11']],
    ['300万円未満 荒川区', ['2021-17', '2021-18']],
    ['1億円以上', []],
    ['予算が一番大きい世田谷区の事業', ['2021-12', '2021-13', '2021-14', '2021-11']],
    ['モデル事業の3番', ['2021-m03']],
    ['予算が一番小さい世田谷区の事業', ['2021-11', '2021-14', '2021-13', '2021-12']],
    ['事業額の少ない順 荒川', ['2021-18', '2021-17', '2021-16']],
    ['約1000万円', ['2021-23', '2021-27', '2021-31']],
    ['約1000万円から1200万円', ['2021-10', '2021-23', '2021-31']],
    ['約1000〜1200万円', ['2021-10', '2021-23', '2021-31']],
    ['3000万円台', ['2021-02', '2021-08', '2021-12', '2021-13', '2021-21', '2021-22']],
    ['1500万円台', ['2021-16']],
    ['800万円前後 世田谷', []],
    ['880万円くらいの事業 世田谷', ['2021-11']],
    ['約1000万円以上 世田谷', ['2021-12', '2021-13', '2021-14']],
    ['3千万円以上 世田谷', ['2021-12', '2021-13']],
    ['1000万円まで 世田谷', ['2021-11']],
    ['千万円以下 世田谷', ['2021-11']],
    ['〜1000万円 世田谷', ['2021-11']],
    ['1000万円より少ない 世田谷', ['2021-11']],
    ['5000万円より多い', ['2021-07']],
    ['5000万円〜', ['2021-07']],
    ['5000万円から', ['2021-07']],
    ['2800〜3100万円 世田谷', ['2021-13', '2021-14']],
    ['1〜2億5000万円', []],
    ['4月3千万円以上 世田谷', ['2021-12', '2021-13']],
    ['2,383,500円未満 荒川', ['2021-17', '2021-18']],
    ['2,382,500円超 荒川', ['2021-16', '2021-17']],
    ['https://shinjuku-shigoto.jp/about', ['2021-02']],
    ['www.shinjuku-shigoto.jp/about/', ['2021-02']],
    ['example.com', []],
    ['令和4年度からの事業', ['2021-05', '2021-08', '2021-16', '2021-19']],
    ['令和4年度から', ['2021-05', '2021-08', '2021-16', '2021-19']],
    ['令和4年度に始まる事業', ['2021-05', '2021-08', '2021-16', '2021-19']],
    ['五千万円以上', ['2021-07']],
    ['0.75億円以上', ['2021-07']],
    ['三千万円以上 世田谷', ['2021-12', '2021-13']],
    ['千二百万円以下 世田谷', ['2021-11']],
    ['百五万円以下', ['2021-18']],
    ['7月以降に始まる', ['2021-19', '2021-25', '2021-29']],
    ['令和3年7月以降', ['2021-05', '2021-08', '2021-16', '2021-19', '2021-25', '2021-29']],
    ['7月から10月', ['2021-19', '2021-25', '2021-29']],
    ['9-11月', ['2021-29']],
    ['9月か10月', ['2021-29']],
    ['9月・10月', ['2021-29']],
    ['令和3年10月から6月', ['2021-29', '2021-05', '2021-08', '2021-16']],
    ['令和2年11月から3月', []],
    ['令和4年度以降', ['2021-05', '2021-08', '2021-16', '2021-19']],
    ['13月以降', []],
    ['2022年4月以降', ['2021-05', '2021-08', '2021-16', '2021-19']],
    ['目標750人', ['2021-07']],
    ['目標人数750人', ['2021-07']],
    // Persons are no establishments.
    ['目標15人', ['2021-01', '2021-21', '2021-m01']],
    ['15社', ['2021-22', '2021-m01']],
    ['介護 15社', []],
    // A place before it is no part of the target.
    ['足立区目標10人', []],
    ['FAX 042-335-4125', ['2021-26']],
    ['2021-99', []],
    ['円', []],
    ['46,201千円', []],
    ['令和3年13月', []],
  ])('%s', (query, expected) => {
    expect(ids(query)).toEqual(expected)
  })
})

test.each([
  '',
  '   ',
  '　',
  '!',
  "'",
  '|',
  '^$',
  '"',
  '（',
  '<b>',
  'ああああ',
  'パスポート',
  '大阪市',
  'test',
  '寿司職人',
  '小学校の先生',
  '調理師',
  '法人税',
])('finds nothing for 「%s」', (query) => {
  expect(ids(query)).toEqual([])
})

describe('a number', () => {
  test('of a wage, or a stem of another sentence, says nothing of what a programme costs', () => {
    for (const query of [
      '年収300万円以上の仕事',
      '30万円以上稼げる',
      '20万円以上',
      '20〜30万円の仕事',
      '時給1200円以上',
      '103万円以下で働きたい',
      '月20万円くらい',
      '年収約500万円',
      '年収300万円から',
      '手取りだいたい60万円',
      '参加費3千円程度のセミナー',
      '業務委託契約1000万円',
      '事業費が高くて困っています',
      '事業費の高騰',
    ])
      expect(
        find(query)
          .parts.map(({ meaning }) => meaning.amount)
          .filter((amount) => amount !== null),
        query,
      ).toEqual([])
  })
  test('of money that is given is none of what a programme costs, nor is one of people', () => {
    for (const query of ['助成金50万円', '50万円の助成金', '資本金1000万円', '100万人', '一億総活躍'])
      expect(
        find(query).parts.filter(({ meaning: { kind } }) => kind === 'value'),
        query,
      ).toEqual([])
  })
  test('alone or with its era is a year, of plans or in which something begins', () => {
    expect(ids('2021')).toHaveLength(entries.length)
    expect(ids('R3 介護').sort()).toEqual(ids('介護').sort())
    expect(ids('令和4').sort()).toEqual(['2021-05', '2021-08', '2021-16', '2021-19'])
  })
  test('of years has ends: who is under 60 is not shown what is for those of about 60', () => {
    expect(ids('60歳未満')).not.toContain('2021-17')
    expect(ids('60歳まで')).not.toContain('2021-17')
    expect(ids('35歳未満')[0]).not.toBe('2021-m02')
    expect(find('35〜44').parts[0]?.meaning.age).toMatchObject({ from: 35, to: 44 })
    expect(find('20〜30代').parts[0]?.meaning.age).toMatchObject({ from: 20, to: 39 })
    expect(find('35歳以上45歳未満').parts[0]?.meaning.age).toMatchObject({ from: 35, to: 44 })
    expect(find('49歳超').parts[0]?.meaning.age).toMatchObject({ from: 50, to: 99 })
    expect(find('60以上').parts[0]?.meaning.age).toMatchObject({ from: 60, to: 99 })
    expect(find('60歳〜').parts[0]?.meaning.age).toMatchObject({ from: 60, to: 99 })
    expect(find('~30歳').parts[0]?.meaning.age).toMatchObject({ from: 15, to: 30 })
    for (const query of ['従業員30以下', '定員20以上', '9時30まで', '月30以上'])
      expect(
        find(query).parts.every(({ meaning }) => meaning.age === null),
        query,
      ).toBe(true)
    for (const query of ['今年で62、まだ働きたい', '今年62になる', '62やけど'])
      expect(
        find(query).parts.flatMap(({ meaning }) => meaning.age ?? []),
        query,
      ).toMatchObject([{ from: 62, to: 62 }])
    expect(ids('2、3日だけ働きたい')).toContain('2021-26')
    expect(find('60で辞めた').parts[0]?.meaning.age).toMatchObject({ from: 60, to: 60 })
  })
})

test('parts of Tokyo are their municipalities', () => {
  const of = (beginning: RegExp) => entries.flatMap(({ id, code }) => (beginning.test(code) ? id : []))
  expect(ids('23区').sort()).toEqual(of(/^131/).sort())
  expect(ids('市部').sort()).toEqual(of(/^132/).sort())
  expect(ids('多摩地域').sort()).toEqual(of(/^13(2|30)/).sort())
  const parts = ['北多摩', '南多摩', '西多摩'].flatMap(ids)
  expect(parts.sort()).toEqual(of(/^13(2|30)/).sort())
  expect(ids('南多摩')).toEqual(idsOf('八王子市'))
  for (const query of ['たま地域', 'たまちいき', '多摩エリア内', '三多摩'])
    expect(ids(query).sort(), query).toEqual(of(/^13(2|30)/).sort())
  expect(ids('とくべつく').sort()).toEqual(of(/^131/).sort())
  for (const query of ['島しょ', '島嶼部', '島しょ地域'])
    expect(find(query).parts[0]?.meaning.codes, query).toEqual(
      municipalities.flatMap(({ code }) => (/^13(36|38|4)/.test(code) ? code : [])),
    )
  for (const query of ['23日', '特別', '都市部長', '東多摩']) expect(ids(query), query).toEqual([])
  expect(ids('23区 介護').sort()).toEqual(
    ids('介護')
      .filter((id) => of(/^131/).includes(id))
      .sort(),
  )
})

describe('what is not wanted', () => {
  test('is no part of a longer word', () => {
    expect(ids('介護で無理せず働きたい')).toContain(ids('介護')[0])
    for (const query of ['介護の嫌がらせ', '介護で無理せず働きたい', '農業のおもてなしを学ぶ'])
      expect(
        find(query).parts.some(({ meaning }) => meaning.isExcluded),
        query,
      ).toBe(false)
    for (const query of ['介護の仕事以外', '介護が嫌', '介護なしで'])
      expect(find(query).parts.find(({ meaning }) => meaning.isExcluded)?.meaning.typed, query).toBe('介護')
  })
  test('is not the municipality before it, with と within a word, too', () => {
    expect(ids('港区ひとり親以外')).toEqual(idsOf('港区'))
  })
  test('does not take with it what is wanted, where no programme is about either', () => {
    expect(ids('農業以外 漁業')).toEqual([])
    expect(ids('介護や農業以外の漁業')).toEqual([])
  })
})

describe('a municipality and a word in kana, without a blank', () => {
  test.each([
    ['ねりまわかもの', 'ねりま わかもの'],
    ['ネリマワカモノ', 'ねりま わかもの'],
    ['せたがやくかいご', 'せたがやく かいご'],
    ['ちゅうおうかいご', 'ちゅうおう かいご'],
    ['あらかわくしにあ', 'あらかわく しにあ'],
    ['あらかわかいご', 'あらかわ かいご'],
    ['こうとうくかいご', 'こうとうく かいご'],
  ])('%s is %s', (joined, apart) => {
    const said = (query: string) => find(query).parts.map(({ meaning: { kind, codes, role } }) => [kind, codes, role])
    expect(ids(joined)).toEqual(ids(apart))
    expect(said(joined)).toEqual(said(apart))
  })
})

test('who has to work is not without the will to', () => {
  const all = ids('働きたい')
  for (const query of ['働かなければならない', '働かないといけない', '働かなきゃ', 'はたらかないといけない'])
    expect(ids(query).sort(), query).toEqual([...all].sort())
  for (const query of ['しない', '日本人']) expect(ids(query), query).toEqual([])
})

test('radicals and romaji are the signs that they look and sound like', () => {
  expect(ids('\u2F2F業')).toEqual(ids('工業'))
  expect(find('sasadzuka').parts).toMatchObject(
    find('sasazuka').parts.map(({ meaning: { kind, codes } }) => ({ meaning: { kind, codes } })),
  )
})

test('an age without years fits nothing, and does not disturb the order', () => {
  const { scores } = find('介護 14歳まで')
  expect([...scores].every((score) => Number.isFinite(score))).toBe(true)
})

test('how long it has been so does not hide what is so', () => {
  expect(ids('息子が家にいる')).not.toEqual([])
  expect(ids('息子が10年家にいる')).toEqual(ids('息子が家にいる'))
})

describe('a trade that somebody left', () => {
  test('sends nobody away', () => {
    expect(ids('警備員')).toEqual([])
    const lost = ids('辞めた').sort()
    expect(lost).not.toEqual([])
    for (const query of ['警備員を辞めた', '看護師の仕事を辞めて別の仕事', '漁師をやめた'])
      expect(ids(query).sort(), query).toEqual(lost)
    expect(find('警備員を辞めた').whole).toBe(0)
  })
  test('still finds what is about it', () => {
    for (const query of ['元介護職', '介護をしていた', '介護施設で働いていた', '介護の仕事を辞めた人の復職'])
      expect(ids('介護').slice(0, 2), query).toContain(ids(query)[0])
  })
  test('is one that is asked for where nobody left it', () => {
    for (const query of ['地元の警備員', '警備員になりたい', '警備員が辞めない', '警備で働いていただける方'])
      expect(
        find(query).parts.map(({ meaning: { role } }) => role),
        query,
      ).toContain('industry')
  })
})

test('a department is found written in one, as directories have it', () => {
  expect(ids('産業経済部産業振興課')).toEqual(ids('産業経済部 産業振興課'))
})

describe('what people say', () => {
  test.each<[string, string]>([
    ['お年寄り 荒川', '2021-17'],
    ['かいご せたがや', '2021-14'],
    ['setagaya kaigo', '2021-14'],
    ['７０代', '2021-17'],
    ['社員がすぐ辞めてしまう', '2021-23'],
    ['コミニュケーション', '2021-28'],
    ['テレワク', '2021-08'],
    ['三軒茶屋 介護', '2021-14'],
    ['世 田 谷 介 護', '2021-14'],
    ['kaigoのしごと せたがや', '2021-14'],
    ['ｐあそこん', '2021-28'],
    ['介護職員初任者研集', '2021-21'],
    ['70才 短い時間なら働ける', '2021-26'],
    ['体力がなくて1日3時間しか働けない', '2021-05'],
    ['lost my job because of corona', '2021-19'],
    ['internship', '2021-03'],
    ['建設現場に若手がいない', '2021-12'],
    // A bound is looked for as it is printed, however it is typed.
    ['４９才まで', '2021-19'],
    ['四十九歳まで', '2021-19'],
    ['¥11,000,000', '2021-23'],
    ['建設 見習い', '2021-12'],
    ['就職したあとも相談', '2021-22'],
    ['三日だけお試し', '2021-26'],
    ['45歳からの転職 板橋区', '2021-19'],
    ['12の娘がいる主婦', '2021-29'],
    ['女性活躍 管理職', '2021-23'],
    ['紙の伝票やめたい', '2021-18'],
  ])('%s finds %s first', (query, id) => {
    expect(ids(query)[0]).toBe(id)
  })
  test('an age without a word for it finds what is for that age and what happened', () => {
    expect(ids('息子が30過ぎて無職').slice(0, 2)).toContain('2021-19')
  })
  test('a programme that prints ages is not shown to others', () => {
    expect(ids('62歳 再就職')).not.toContain('2021-26')
    expect(ids('62歳 再就職')).toContain('2021-17')
    expect(ids('55歳 失業')).not.toContain('2021-19')
    // It says 概ね60歳以上.
    expect(ids('58歳 再就職')).toContain('2021-17')
    expect(ids('35歳から54歳')).not.toContain('2021-26')
  })
  test('when something befell who asks is not when a programme begins', () => {
    expect(ids('3月に退職しました').sort()).toEqual(ids('退職しました').sort())
    expect(ids('2020年に失業').sort()).toEqual(ids('失業').sort())
    expect(ids('10月から働きたい').length).toBeGreaterThan(ids('10月').length)
    expect(ids('10月に始まる講座')).toEqual(ids('10月 講座'))
  })
  test('what is said of every programme need not be held', () => {
    expect(ids('三鷹で仕事を探す').sort()).toEqual(ids('三鷹').sort())
  })
  test('of two years either will do', () => {
    expect(ids('2021 2022').sort()).toEqual(ids('2021').sort())
    expect(ids('2020、2021年 介護')).toEqual(ids('2021年 介護'))
    expect(ids('令和3年度 令和4年度 介護')).toEqual(ids('令和3年度 介護'))
    expect(ids('2019 2020')).toEqual([])
  })
  test('a quotation that no field ends is no word', () => {
    const [entry, ...others] = entries
    const broken = searcherOf({
      ...index,
      entries: entry === undefined ? [] : [{ ...entry, name: 'まちの「わくわく', theme: 'ひろば」事業' }, ...others],
    })
    expect(broken('わくわくひろば').ids).toEqual([])
  })
  test('how often one can work need not be in the texts', () => {
    expect(ids('週3日 主婦')).toContain('2021-29')
    expect(ids('週に二日 主婦')).toContain('2021-29')
  })
  test.each([
    ['介護sy', '介護'],
    // Words of the texts of which the lexicon has no reading.
    ['さんぎょうしんこうか', '産業振興課'],
    ['さんぎょうしんこうか かいご', '産業振興課 介護'],
    ['初任者研修 タダ', '初任者研修'],
    ['目標 60人', '目標60人'],
    ['支援企業35社', '35社'],
    ['24の娘', '24歳の娘'],
    ['北品川', '品川区'],
    ['港区立', '港区'],
    ['03,3647,9167', '03-3647-9167'],
    ['042,620,7252', '042-620-7252'],
    ['3647,9167', '3647-9167'],
    ['令和2、3年度', '令和3年度'],
    ['15歳から概ね34歳', '15歳から34歳'],
    ['北多摩エリア', '北多摩'],
    ['¥1,000万円以下', '1,000万円以下'],
    ['60歳から', '60歳以上'],
    // Which year it is now says nothing of the programmes.
    ['介護 2025', '介護'],
    ['2021年度 2022年開始', '2022年開始'],
    ['かいごmy', '介護'],
    ['若もの', '若者'],
    ['わか者', '若者'],
    ['見がく', '見学'],
    ['せたがや で しごと', '世田谷'],
    ['若もの 世田谷', '若者 世田谷'],
    ['狛え', '狛江市'],
    ['世田がや', '世田谷区'],
    ['しん宿', '新宿区'],
    ['はち王子', '八王子市'],
    ['新じゅく区', '新宿区'],
    ['高れい者', '高齢者'],
    ['きっさてん', '喫茶店'],
    ['若年無者', '若年無業者'],
    ['もんごる', 'モンゴル'],
    ['もう43です', '43歳です'],
    ['そのママです', 'ママ'],
    ['白金台', '港区'],
    ['I live in Shinjuku and want to find a job', '新宿区'],
  ])('%s finds what %s finds', (query, same) => {
    expect(ids(query).sort()).toEqual(ids(same).sort())
  })
  test('a word of kanji and a particle is not taken for one that is half converted', () => {
    expect(ids('仕事から').sort()).toEqual(ids('仕事').sort())
    expect(ids('就職から').sort()).toEqual(ids('就職').sort())
    expect(find('引きこもり').parts[0]?.meaning.readAs).toBeNull()
    expect(ids('町だ')).toEqual([])
  })
  test('what stands before 以外 is not shown', () => {
    expect(ids('介護以外')).toHaveLength(entries.length - ids('介護').length)
    expect(ids('足立区以外で介護の仕事').sort()).toEqual(
      ids('介護')
        .filter((id) => id !== '2021-21')
        .sort(),
    )
    expect(ids('若者 女性以外').some((id) => ids('女性').includes(id))).toBe(false)
    expect(find('世田谷以外 若者').ids).not.toContain('2021-11')
    expect(ids('若者を除く 世田谷')).toEqual(['2021-14'])
    const neither = [...ids('介護'), ...ids('建設')]
    for (const query of [
      '介護と建設以外',
      '介護や建設以外の仕事',
      '介護、建設以外',
      '介護 以外 建設以外',
      '介護・建設を除く',
    ])
      expect(
        ids(query).filter((id) => neither.includes(id)),
        query,
      ).toEqual([])
    expect(ids('世田谷の介護以外').sort()).toEqual(['2021-11', '2021-12', '2021-13'])
    for (const query of ['若者向け以外', '若者の事業以外', 'お年寄りと若者以外']) {
      expect(ids(query).length, query).toBeGreaterThan(0)
      expect(
        ids(query).some((id) => ids('若者').includes(id)),
        query,
      ).toBe(false)
    }
    for (const query of [
      'かいごいがい',
      '介護を除外',
      '介護じゃない仕事',
      '介護ではなく',
      '介護は嫌',
      '介護はやりたくない',
      '-介護',
    ]) {
      expect(ids(query).length, query).toBeGreaterThan(0)
      expect(
        ids(query).some((id) => ids('介護').includes(id)),
        query,
      ).toBe(false)
    }
    for (const query of ['介護は嫌です', '介護じゃないところ', '介護の仕事はしたくない', '介護NG'])
      expect(ids(query).length, query).toBeGreaterThan(entries.length - ids('介護').length - 2)
    for (const query of ['世田谷区で介護以外', '世田谷区介護以外', '世田谷区 介護じゃない仕事'])
      expect(ids(query).sort(), query).toEqual(['2021-11', '2021-12', '2021-13'])
    expect(ids('60代介護以外')).toContain('2021-17')
    expect(ids('介護で23区以外')).toEqual(['2021-31'])
    expect(ids('仕事 -20代').length).toBeGreaterThan(0)
    expect(ids('世田谷 -介護').sort()).toEqual(['2021-11', '2021-12', '2021-13'])
    // Who is no 正社員 looks for more than who may become one; えがい is not いがい.
    expect(find('正社員じゃない').parts.some(({ meaning }) => meaning.isExcluded)).toBe(false)
    expect(find('やりがいがいい').parts.some(({ meaning }) => meaning.isExcluded)).toBe(false)
    // Who leaves out 社員 is no employer, whose trade may be missing.
    expect(ids('介護研修 社員以外').sort()).toEqual(['2021-01', '2021-14', '2021-31'])
    expect(ids('介護以外にも').sort()).toEqual(ids('介護以外').sort())
    expect(ids('営業は嫌').sort()).toEqual(ids('営業以外').sort())
    for (const query of ['在宅以外無理', '在宅以外は嫌']) expect(ids(query), query).toEqual(ids('在宅'))
  })
  test('a word of which a part says nothing is found as it is printed, and no more', () => {
    expect(ids('しごと図鑑')).toEqual(['2021-02'])
    const conditions = entries.flatMap(({ id, category }) => (category === 'conditions' ? id : []))
    expect(ids('処遇改善事業').sort()).toEqual(conditions.sort())
  })
  test('a misspelt department is mended, also one whose name stands behind that of which it is a part', () => {
    for (const [slip, name] of [
      ['産業振興科', '産業振興課'],
      ['産業政作課', '産業政策課'],
      ['企画調整質', '企画調整室'],
    ] as const) {
      expect(ids(name).length).toBeGreaterThan(0)
      expect(ids(slip), slip).toEqual(ids(name))
    }
  })
  test('a word is not mended to its opposite', () => {
    expect(find('区外在住').parts.map(({ meaning }) => meaning.readAs)).not.toContain('区内在住')
    expect(ids('ぬくもりステーション').length).toBeGreaterThan(0)
    expect(find('ぬくもりすてーしょん').ids).toEqual(ids('ぬくもりステーション'))
  })
  test('a misspelt part of a longer word is mended', () => {
    expect(ids('就職氷河季').sort()).toEqual(ids('就職氷河期').sort())
  })
  test('around a station is in its municipality', () => {
    expect(ids('調布駅周辺 仕事').sort()).toEqual(ids('調布').sort())
  })
  test('a word is understood in a sentence as by itself, also where shorter words of its meaning say it', () => {
    expect(ids('3時間しか働けない')[0]).toBe('2021-26')
  })
  test('a word that is mended is found by its parts, too', () => {
    expect(ids('介護職員初任者研集')).toContain('2021-01')
  })
  test.each([
    '渋谷で介護の仕事がしたい',
    '看護師になりたい',
    '農業',
    '生活保護',
    '大阪で介護',
    '世田谷 農業',
    '創業支援',
    '農業の研修',
    '池袋 接客',
    '伊豆大島',
    'スマホ',
    'シフト',
    '見守り',
    // Two kanji alone are another word, unless the second alone sounds so.
    '回後',
    '給食の仕事',
    '諸人社',
    'kense',
    'オオタニの介護',
    '電車で通える仕事',
    '港南区',
    '江北区',
    '高齢者の運転免許の返納',
    'ほうかいかく',
    '通勤二時間',
    'お店はじめたい 融資',
    '税理士試験対策講座',
    '区外',
    '2021/04/01 3000万円',
    'はたがや',
    '目標設定',
  ])('%s finds nothing', (query) => {
    expect(ids(query)).toEqual([])
  })
  test('a sentence is answered by those that hold most of it', () => {
    expect(ids('60歳以上で働きたい').slice(0, 2).sort()).toEqual(['2021-17', '2021-26'])
    expect(ids('息子が引きこもりで就職できない').slice(0, 3).sort()).toEqual(['2021-16', '2021-20', '2021-24'])
    expect(ids('保育園のお迎えがあるから、夕方には帰りたいです')).toContain('2021-29')
    expect(ids('長い時間は無理だけど、少しだけ働きたい')[0]).toBe('2021-05')
  })
  test('what somebody says before a blank is no place or phrase that begins so', () => {
    expect(ids('自由が きく パート 主婦').length).toBeGreaterThan(0)
    expect(ids('子を持つ 女性')).toEqual(ids('女性'))
  })
  test('who names a trade beside his age finds that first', () => {
    const care = ids('介護')
    expect(care.length).toBeGreaterThan(2)
    for (const query of ['40代 介護', '40代後半 介護'])
      expect(ids(query).slice(0, care.length).sort()).toEqual([...care].sort())
  })
  test('a father alone with his children finds what says something of children, not what is for women', () => {
    const found = find('父子家庭').ids
    expect(found.length).toBeGreaterThan(0)
    for (const { id, summary } of entries) if (found.includes(id)) expect(summary.join('')).toMatch(/育児|子育て/)
  })
  test('正規 does not find 非正規', () => {
    expect(ids('正規雇用')).not.toContain('2021-03')
    expect(find('正規雇用').ids).toContain('2021-04')
  })
})

test('every state of composing a listed municipality, from two kana on, shows just its own', () => {
  const listed = municipalities.filter(({ name }) => idsOf(name).length > 0)
  const first = new Map([...'かきくけこ'].map((kana) => [kana, 'k']))
  let states = 0
  for (const { name, kana } of listed) {
    for (let length = 2; length <= kana.length; length += 1) {
      const typed = kana.slice(0, length)
      const meant = municipalities.filter((other) => other.kana.startsWith(typed)).map((other) => other.name)
      const next = first.get(kana.charAt(length))
      for (const state of next === undefined ? [typed] : [typed, `${typed}${next}`]) {
        states += 1
        expect(ids(state), state).toEqual(
          entries.flatMap(({ id, code }) =>
            municipalities.some((place) => place.code === code && meant.includes(place.name)) ? [id] : [],
          ),
        )
        expect(ids(state), state).toEqual(expect.arrayContaining(idsOf(name)))
      }
    }
  }
  expect(states).toBeGreaterThan(80)
})
