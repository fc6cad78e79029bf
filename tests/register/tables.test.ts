import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCategories } from '../../src/register/categories.ts'
import { readCorrections } from '../../src/register/corrections.ts'
import { readGlossary } from '../../src/register/glossary.ts'
import { hasCheckDigit, readMunicipalities } from '../../src/register/municipalities.ts'
import { readNeighbours } from '../../src/register/neighbours.ts'
import { readSheets } from '../../src/register/sheets.ts'
import { readSite } from '../../src/register/site.ts'
import { readWords } from '../../src/register/words.ts'
import { makeWordGroups } from '../../src/search/index/word-groups.ts'
import { register } from '../support/register.ts'

const data = (name: string): string => readFileSync(`data/${name}`, 'utf8')
const faults = ({ issues }: { issues: { line: number | null; found: string }[] }): string[] =>
  issues.map(({ line, found }) => `${line ?? '-'} ${found}`)

describe('municipalities.csv', () => {
  test('has the 62 municipalities of Tokyo, in the order of their codes', () => {
    const { municipalities, issues } = readMunicipalities(data('municipalities.csv'), 'municipalities.csv')
    expect(issues).toEqual([])
    expect(municipalities).toHaveLength(62)
    expect(municipalities.at(0)?.name).toBe('千代田区')
    expect(municipalities.at(-1)?.name).toBe('小笠原村')
  })
  test('a code ends in its check digit', () => {
    expect(hasCheckDigit('131121')).toBe(true)
    expect(hasCheckDigit('131122')).toBe(false)
    expect(hasCheckDigit('134015')).toBe(true)
  })
  test('faults are reported all at once, with their lines', () => {
    const text = [
      'code,name,kana,romaji',
      '131122,世田谷区,せたがやく,setagaya-ku',
      '131121,世田谷区,せたがやく,setagaya-ku',
      '131121,世田谷,セタガヤ,setagaya',
      '131130,渋谷区,しぶやく',
      '131130,世田谷区,しぶやく,shibuya-ku',
    ].join('\r\n')
    expect(faults(readMunicipalities(text, 'm.csv'))).toEqual([
      '2 code の列に「131122」',
      '4 name の列に「世田谷」',
      '4 kana の列に「セタガヤ」',
      '4 romaji の列に「setagaya」',
      '5 3列',
      '6 name の「世田谷区」が2度ある',
    ])
  })
  test('a heading that is missing or misspelt is a fault of line 1', () => {
    expect(faults(readMunicipalities('code,name,kana\n', 'm.csv'))).toEqual(['1 見出し「code,name,kana」'])
    expect(faults(readMunicipalities('', 'm.csv'))).toEqual(['1 見出し「」'])
  })
})

describe('neighbours.csv', () => {
  const { neighbours, issues } = readNeighbours(data('neighbours.csv'), 'n.csv', register.municipalities)
  const names = (name: string): string[] => {
    const code = register.municipalities.find((municipality) => municipality.name === name)?.code ?? ''
    return (neighbours.get(code) ?? []).flatMap(
      (neighbour) => register.municipalities.find((municipality) => municipality.code === neighbour)?.name ?? [],
    )
  }
  test('is sound, and holds both ways', () => {
    expect(issues).toEqual([])
    for (const [code, others] of neighbours) for (const other of others) expect(neighbours.get(other)).toContain(code)
  })
  test('joins wards and cities that touch, and islands of one ferry line', () => {
    expect(names('武蔵野市')).toEqual(['杉並区', '練馬区', '三鷹市', '小金井市', '西東京市'])
    expect(names('青ヶ島村')).toEqual(['八丈町'])
  })
  test('leaves none alone but 小笠原村, which has a ferry line of its own', () => {
    expect(register.municipalities.filter(({ name }) => names(name).length === 0).map(({ name }) => name)).toEqual([
      '小笠原村',
    ])
  })
  test('an unknown name, a double pair and a pair of one are faults', () => {
    const text =
      'municipality,neighbour,by\n港区,品川区,land\n品川区,港区,land\n港区,架空区,land\n港区,港区,land\n港区,大田区,sea\n'
    expect(faults(readNeighbours(text, 'n.csv', register.municipalities))).toEqual([
      '6 by の列に「sea」',
      '3 「品川区」と「港区」の組',
      '4 「港区」と「架空区」の組',
      '5 「港区」と「港区」の組',
    ])
  })
})

test('categories.csv has the two categories of the sheet', () => {
  const { categories, issues } = readCategories(data('categories.csv'), 'c.csv')
  expect(issues).toEqual([])
  expect(Object.fromEntries(categories.map(({ key, label }) => [key, label]))).toEqual({
    workforce: '労働力確保事業',
    conditions: '処遇改善事業',
  })
})

describe('sheets.csv', () => {
  const HEAD = 'fiscalYear,title,file,source,obtained,sha256\n'
  const hash = 'a'.repeat(64)
  test('registers the sheets, the newest first', () => {
    const { sheets, issues } = readSheets(
      `${HEAD}2021,題,2021.txt,都,2026-11-22,${hash}\n2022,"題, 二",2022.txt,都,2026-11-22,${hash}\n`,
      's.csv',
    )
    expect(issues).toEqual([])
    expect(sheets.map(({ fiscalYear, title }) => `${fiscalYear} ${title}`)).toEqual(['2022 題, 二', '2021 題'])
  })
  test('a year twice, a path, a bad date or hash, or nothing at all are faults', () => {
    const text = `${HEAD}2021,題,../2021.txt,都,11月22日,xyz\n2021,題,a.txt,都,2026-11-22,${hash}\n2021,題,b.txt,都,2026-11-22,${hash}\n,題,c.txt,都,2026-11-22,${hash}\n`
    expect(faults(readSheets(text, 's.csv'))).toEqual([
      '2 file の列に「../2021.txt」',
      '2 obtained の列に「11月22日」',
      '2 sha256 の列に「xyz」',
      '5 fiscalYear の列に「」',
      '4 2021年度の計画書が2つある',
    ])
    expect(faults(readSheets(HEAD, 's.csv'))).toEqual(['1 計画書が一つも登録されていない'])
  })
})

test('corrections.csv holds no correction that has not been made', () => {
  const { rows, issues } = readCorrections(data('corrections.csv'), 'corrections.csv')
  expect(issues).toEqual([])
  expect(rows).toEqual([])
})

test('a correction needs a known field, a reason, evidence and a date', () => {
  const text = 'id,field,printed,corrected,reason,evidence,date\n2021-19,summary,a,b,,,昨日\n'
  expect(faults(readCorrections(text, 'corrections.csv'))).toEqual([
    '2 field の列に「summary」',
    '2 reason の列に「」',
    '2 evidence の列に「」',
    '2 date の列に「昨日」',
  ])
})

test('a line number counts physical lines, also behind a line break in a cell and blank lines', () => {
  const text =
    'id,field,printed,corrected,reason,evidence,date\n\n2021-19,name,"a\nb",c,r,e,2026-11-22\n2021-19,bad,a,b,r,e,2026-11-22\n'
  const { rows, issues } = readCorrections(text, 'corrections.csv')
  expect(rows.map(({ line }) => line)).toEqual([3])
  expect(issues.map(({ line }) => line)).toEqual([5])
})

describe('words.csv', () => {
  const check = (...rows: string[]): string[] => {
    const read = readWords(['group,role,word,reading', ...rows].join('\n'), 'w.csv')
    return [...faults(read), ...faults(makeWordGroups(read.rows, 'w.csv', [], register.municipalities))]
  }
  test('is sound whatever the sheets hold: no word twice, none that leads nowhere', () => {
    const read = readWords(data('words.csv'), 'words.csv')
    expect(read.issues).toEqual([])
    expect(makeWordGroups(read.rows, 'words.csv', [], register.municipalities).issues).toEqual([])
    expect(read.rows.length).toBeGreaterThan(1000)
  })
  test('faults are reported all at once, with their lines', () => {
    expect(
      check(
        '高齢者,topic,シニア,',
        '高齢者,topic,年配,ネンパイ',
        '年配,soft,しにあ,',
        '高齢者,weak,年寄り,としより',
        '高齢者,near,若者,',
        'せたがや,place,三軒茶屋,さんげんぢゃや',
        '介護,near,シニア,',
        '介護,around,看護,',
        '高齢者,not,シニア,',
        '長寿,topic,としをとってもまだまだげんきにはたらきつづける方々の事,',
        '長寿,topic,㍿㍿㍿㍿㍿㍿㍿,',
      ),
    ).toEqual([
      '3 reading の列に「ネンパイ」',
      '9 role の列に「around」',
      '4 「しにあ」が2行目にもある',
      '5 「高齢者」の役割が topic と weak',
      '7 「せたがや」',
      '11 「としをとってもまだまだげんきにはたらきつづける方々の事」が長すぎる',
      '12 「㍿㍿㍿㍿㍿㍿㍿」が長すぎる',
      '6 「若者」は、どの計画書にも、この表の打ち込む言葉にもない',
      '8 「介護」には打ち込む言葉がない',
      '10 「シニア」は「高齢者」の言葉でもある',
    ])
  })
})

describe('site.csv', () => {
  const read = (...rows: string[]) => readSite(['key,value', ...rows].join('\n'), 's.csv')
  test('says where the site is, who publishes it and who takes mail', () => {
    expect(read('publisher,〇〇区 産業課', 'address,https://Example.lg.jp/jinzai', 'mail,a@example.lg.jp')).toEqual({
      site: { address: 'https://example.lg.jp/jinzai/', mail: 'a@example.lg.jp', publisher: '〇〇区 産業課' },
      issues: [],
    })
    expect(readSite(data('site.csv'), 'site.csv').issues).toEqual([])
  })
  test.each([[[]], [['address,', 'mail,', 'publisher,']]])('what is not stated takes an honest default: %j', (rows) => {
    expect(read(...rows)).toEqual({
      site: { address: 'http://localhost:4321/', mail: null, publisher: null },
      issues: [],
    })
  })
  test('faults are reported all at once', () => {
    expect(
      faults(
        read(
          'address,example',
          'mail,だれか',
          'mail,a@example.lg.jp',
          'phone,03',
          'publisher, 区',
          'publisher,区\u202e',
        ),
      ),
    ).toEqual([
      '5 key の列に「phone」',
      '2 address に「example」',
      '3 mail に「だれか」',
      '4 mail が2度ある',
      '6 publisher に「 区」',
      '7 publisher が2度ある',
      '7 publisher に「区\u202e」',
    ])
  })
  test.each([
    'ftp://example.lg.jp/',
    'https://example.lg.jp/?a=1',
    'https://example.lg.jp/#a',
    'https://a:b@example.lg.jp/',
    'https://example.lg.jp/a b/',
    'https://example.lg.jp/a//b/',
    'https://example.lg.jp/人材/',
    'https://',
    '//example.lg.jp/',
  ])('refuses the address %s', (address) => {
    expect(faults(read(`address,${address}`))).toEqual([`2 address に「${address}」`])
  })
})

describe('glossary.csv', () => {
  test('is in the order of the readings, each word once', () => {
    const { glossary, issues } = readGlossary(data('glossary.csv'), 'glossary.csv')
    expect(issues).toEqual([])
    expect(glossary.map(({ reading }) => reading)).toEqual(glossary.map(({ reading }) => reading).sort())
  })
  test('a word that stands twice, or has no meaning, is a fault', () => {
    const text =
      'term,reading,also,meaning\n派遣,はけん,人材派遣,説明。\n人材派遣,じんざいはけん,,説明。\n委託,いたく,,説明\n'
    expect(faults(readGlossary(text, 'g.csv'))).toEqual(['4 meaning の列に「説明」', '3 「人材派遣」が2度ある'])
  })
})
