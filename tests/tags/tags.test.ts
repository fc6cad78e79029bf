import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readData } from '../../scripts/read-data.ts'
import { similarityOf } from '../../src/catalogue/similar.ts'
import { readJudgments, readTags } from '../../src/register/tags.ts'
import { readTiles } from '../../src/register/tiles.ts'
import { measureTags } from '../../src/tags/measure.ts'
import { tagReader } from '../../src/tags/read-tags.ts'
import { register } from '../support/register.ts'

const { catalogue } = await readData()
if (catalogue === null) throw new Error('The data folder has errors.')
const { projects, tags, judgments } = catalogue
const table = (text: string, file: string) => ({ text, file })
const faults = ({ issues }: { issues: { line: number | null; found: string }[] }): string[] =>
  issues.map(({ line, found }) => `${line ?? '-'} ${found}`)
const keysOf = (text: { name?: string; summary?: string; category?: 'workforce' | 'conditions' }): string[] =>
  tagReader(tags)({
    name: text.name ?? null,
    theme: null,
    summary: [text.summary ?? ''],
    category: text.category ?? 'workforce',
  }).map(({ tag }) => tag.key)

describe('tags', () => {
  const measures = measureTags(
    tags,
    projects.map((project) => ({ id: project.id, keys: project.tags.map(({ tag }) => tag.key) })),
    judgments,
  )
  test.each(measures.filter(({ judged }) => judged > 0))('$tag.key agrees with what a person read', (measure) => {
    expect(measure.precision, measure.wrong.join(' ')).toBeGreaterThanOrEqual(0.95)
    expect(measure.recall, measure.missed.join(' ')).toBeGreaterThanOrEqual(0.95)
  })
  test('one that no person found is found by no rule either', () => {
    expect(measures.filter(({ judged, wrong }) => judged === 0 && wrong.length > 0)).toEqual([])
  })
  test('each piece of evidence, of rules and of people, stands in the printed text', () => {
    for (const { name, theme, summary, tags: readings } of projects)
      for (const { evidence } of readings)
        for (const { field, paragraph, from, to, text } of evidence) {
          const printed = { name, theme, summary: summary[paragraph] ?? null }[field]
          expect(printed?.slice(from, to)).toBe(text)
        }
    for (const { id, evidence } of judgments) {
      const project = projects.find((other) => other.id === id)
      expect([project?.name, project?.theme, project?.summary.join('')].join('\n')).toContain(evidence)
    }
  })
  test.each<[string, string, string[]]>([
    ['a look-alike is no evidence', '障害者相談支援事業所の職員を育てる', []],
    ['it is none beside the word itself', '高齢者施設で働く高齢者', ['seniors']],
    ['福祉的な就労 is no care work', '福祉的な就労を行う', []],
    ['介護離職 is no care work', '介護離職をふせぐ', []],
    ['width and 障がい do not matter', 'ＩＣＴを学ぶ障がい者', ['disabled', 'ict']],
    ['a number before the word does not either', '①ＩＣＴ職場の見学', ['ict']],
    ['a foreign student is no youth by that word', '留学生', ['foreigners']],
  ])('%s: %s', (_, summary, keys) => {
    expect(keysOf({ summary })).toEqual(keys)
  })
  test('advice to firms is told from advice to people by the 事業分類', () => {
    expect(keysOf({ summary: '個別相談を行う' })).toEqual(['consulting'])
    expect(keysOf({ summary: '個別相談を行う', category: 'conditions' })).toEqual(['advice'])
  })
})

describe('tags.csv and tag-words.csv', () => {
  const HEAD = 'family,key,label,meaning\n'
  test('faults are reported all at once, with their lines', () => {
    const read = readTags(
      table(`${HEAD}whom,youth,若者,若い人\nwhom,youth,若者,若い人\nother,x,名前,意味\nwhom,old,高齢,年上\n`, 't.csv'),
      table('tag,role,word\nyouth,word,若者\nyouth,word,若者\nyoung,word,若い\nyouth,not,青年\n', 'w.csv'),
    )
    expect(faults(read)).toEqual([
      '4 family の列に「other」',
      '3 youth が2度ある',
      '3 「若者」が2度ある',
      '4 tag の列に「young」',
      '5 「青年」は、どの word の言葉も含まない',
      '5 old には言葉がない',
    ])
  })
  test('a family holds at most 32 tags, since the search keeps them as bits of one number', () => {
    const keys = Array.from(
      { length: 33 },
      (_, at) => `x${'abcdefghijklmnopqrstuvwxyz'[at % 26] ?? ''}${at < 26 ? '' : 'z'}`,
    )
    const read = readTags(
      table(`${HEAD}${keys.map((key) => `whom,${key},${key},意味\n`).join('')}`, 't.csv'),
      table(`tag,role,word\n${keys.map((key) => `${key},word,言葉\n`).join('')}`, 'w.csv'),
    )
    expect(faults(read)).toEqual(['34 whom の組に33枚目の札'])
  })
  test('a judgment names a tag of the table, once for a programme', () => {
    const text = 'id,tag,evidence\n2021-01,youth,若者\n2021-01,youth,若者\n2021-02,yuoth,若者\n'
    const youth = { family: 'whom' as const, key: 'youth', label: '若者', meaning: '', words: [], not: [] }
    expect(faults(readJudgments(text, 'j.csv', [youth]))).toEqual([
      '3 2021-01 の youth が2度ある',
      '4 tag の列に「yuoth」',
    ])
  })
})

describe('tiles.csv', () => {
  test('gives each municipality a cell of its own', () => {
    const read = readTiles(readFileSync('data/tiles.csv', 'utf8'), 'tiles.csv', register.municipalities)
    expect(read.issues).toEqual([])
    expect(read.tiles).toHaveLength(62)
  })
  test('a cell given twice, an unknown code and a missing municipality are faults', () => {
    const text = 'code,column,row\n131016,1,1\n131024,1,1\n999999,0,2\n'
    expect(faults(readTiles(text, 't.csv', register.municipalities))).toEqual([
      '4 column の列に「0」',
      '3 1列1行が2度ある',
    ])
    const [first] = faults(readTiles('code,column,row\n131016,1,1\n', 't.csv', register.municipalities))
    expect(first).toBe('1 中央区（131024）の行がない')
  })
})

test('similar programmes are of other places, for the same people, with the same help', () => {
  const similarTo = similarityOf(projects)
  const keys = (family: string, { tags: readings }: (typeof projects)[number]): string[] =>
    readings.filter(({ tag }) => tag.family === family).map(({ tag }) => tag.key)
  for (const project of projects)
    for (const other of similarTo(project)) {
      expect(other.municipality.code).not.toBe(project.municipality.code)
      for (const family of ['whom', 'help'])
        expect(keys(family, project).some((key) => keys(family, other).includes(key))).toBe(true)
    }
  expect(projects.filter((project) => similarTo(project).length > 0).length).toBeGreaterThan(25)
})

test('similar programmes are those that comparing every pair gives', () => {
  // So many in one place that leaving it out leaves few.
  const [first] = projects
  const crowd = projects.map((project) => ({ ...project, municipality: first?.municipality ?? project.municipality }))
  const all = [...projects, ...crowd, ...projects.map((project) => ({ ...project }))]
  const similarTo = similarityOf(all)
  for (const project of all) {
    const ranked = all
      .filter(({ municipality }) => municipality.code !== project.municipality.code)
      .map((other) => ({
        other,
        families: other.tags
          .filter(({ tag }) => project.tags.some((own) => own.tag === tag))
          .map(({ tag }) => tag.family),
      }))
      .filter(({ families }) => families.includes('whom') && families.includes('help'))
      .sort((a, b) => b.families.length - a.families.length)
      .map(({ other }) => other)
    expect(similarTo(project)).toEqual(ranked.slice(0, 5))
  }
})
