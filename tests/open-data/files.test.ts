import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { readData } from '../../scripts/read-data.ts'
import { aboutOf, PART_FILES, partsOf } from '../../src/open-data/files.ts'
import { inShiftJis, isDependent, toShiftJis } from '../../src/open-data/shift-jis.ts'
import { dataPackage, type DataPackage } from '../../src/open-data/data-package.ts'
import { SITE } from '../support/build-site.ts'

const { catalogue } = await readData()
if (catalogue === null) throw new Error('The data folder has errors.')
const { projects, municipalities } = catalogue

const bytes = (path: string): Buffer => readFileSync(join(SITE, 'data', path))
const file = (path: string): string => bytes(path).toString('utf8')
const rows = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace('\uFEFF', ''), { skipEmptyLines: true }).data
const records = (path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(file(path), { header: true, skipEmptyLines: true }).data
const sum = (values: (string | undefined)[]): number => values.reduce((total, value) => total + Number(value), 0)

describe('the CSVs of the programmes', () => {
  test.each([
    ['projects-ja.csv', '事業額（千円）'],
    ['projects.csv', 'amount_thousand_yen'],
  ])('%s holds a line for each programme, and the sum of the sheet', (path, amount) => {
    const [head = [], ...body] = rows(file(path))
    expect(body.map(([id]) => id)).toEqual(projects.map(({ id }) => id))
    expect(sum(body.map((row) => row[head.indexOf(amount)]))).toBe(629_570)
    expect(file(path).trim().split('\n')).toHaveLength(projects.length + 1)
  })
  test('a byte order mark stands before those for people alone', () => {
    expect(file('projects-ja.csv').startsWith('\uFEFF')).toBe(true)
    expect(file('projects.csv').startsWith('\uFEFF')).toBe(false)
  })
  test('the one in Shift_JIS says the same, character by character', () => {
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes('projects-ja.sjis.csv'))
    expect(text).toBe([...file('projects-ja.csv').slice(1)].map(inShiftJis).join(''))
  })
  test('a target that is not stated is blank, and 0 only where 0 is printed', () => {
    const body = records('projects.csv')
    projects.forEach(({ targets }, index) => {
      expect(body[index]?.['target_workers_persons']).toBe(targets.workers === null ? '' : String(targets.workers))
    })
  })
  test('targets stand in long form too, each absence with its reason', () => {
    const long = records('targets.csv')
    expect(long).toHaveLength(projects.length * 3)
    for (const { value, absence } of long) expect(absence).toBe(value === '' ? 'not_stated' : '')
    const workers = long.filter(({ target }) => target === 'workers')
    expect(sum(workers.map(({ value }) => value))).toBe(1_359)
    expect(new Set(workers.map(({ unit }) => unit))).toEqual(new Set(['persons']))
  })
  test('the sums stand beside the printed ones', () => {
    for (const { printed_total, added_total } of records('totals.csv')) expect(added_total).toBe(printed_total)
    expect(records('totals.csv')).toHaveLength(8)
  })
})

describe('files of a year and of a municipality', () => {
  test('there are six for each, also where there is no programme', () => {
    const folders = [
      ...catalogue.sheets.map(({ entry }) => String(entry.fiscalYear)),
      ...municipalities.map(({ romaji }) => romaji),
    ]
    expect(partsOf(catalogue).map(({ folder }) => folder)).toEqual(folders)
    for (const folder of folders)
      for (const { path } of PART_FILES) expect(existsSync(join(SITE, 'data', folder, path))).toBe(true)
    expect(records('shibuya-ku/projects.csv')).toEqual([])
    expect(file('shibuya-ku/projects.csv')).toBe(`${file('projects.csv').split('\n')[0] ?? ''}\n`)
  })
  test('together those of the municipalities hold every programme once', () => {
    const ids = municipalities.flatMap(({ romaji }) => records(`${romaji}/projects.csv`).map(({ id }) => id))
    expect(ids.sort()).toEqual(projects.map(({ id }) => id).sort())
    expect(records('2021/projects.csv')).toEqual(records('projects.csv'))
  })
})

describe('JSON', () => {
  const json = JSON.parse(file('projects.json')) as { id: string; summary: string[]; source: { file: string } }[]
  const schema = JSON.parse(file('project.schema.json')) as object
  const validate = new Ajv2020({ allErrors: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(schema)

  test('and NDJSON hold the same records, which name no place of the machine that made them', () => {
    const lines = file('projects.ndjson').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(json)
    expect(json.map(({ id, summary }) => [id, summary])).toEqual(projects.map(({ id, summary }) => [id, summary]))
    expect(new Set(json.map(({ source }) => source.file))).toEqual(new Set(['2021.txt']))
  })
  test('every record is as its schema says', () => {
    for (const record of json) expect(validate(record) ? [] : validate.errors).toEqual([])
  })
  test('and the schema refuses what is no record', () => {
    const [first] = json
    expect(validate({ ...first, amountThousandYen: '7,725' })).toBe(false)
    expect(validate({ ...first, more: 1 })).toBe(false)
    expect(validate({ ...first, targets: { workers: 0 } })).toBe(false)
  })
  test('the schema says what fields mean, in which unit, and what null means', () => {
    expect(JSON.stringify(schema)).toContain('予定の額。実績ではない。単位: 千円。')
    expect(JSON.stringify(schema)).toMatch(/nullは、計画書に「-」と印刷されている/)
  })
})

describe('the data package', () => {
  const described = JSON.parse(file('datapackage.json')) as DataPackage
  const tables = new Map(described.resources.map((resource) => [resource.name, records(resource.path)]))

  test.each(described.resources.map((resource) => [resource.path, resource] as const))(
    '%s is as it says',
    (path, resource) => {
      expect(bytes(path)).toHaveLength(resource.bytes)
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(bytes(path)).digest('hex')}`)
      const { fields, primaryKey, foreignKeys = [] } = resource.schema
      const body = tables.get(resource.name) ?? []
      expect(rows(file(path))[0]).toEqual(fields.map(({ name }) => name))
      const types = { string: /^/, integer: /^\d+$/, yearmonth: /^\d{4}-\d{2}$/, date: /^\d{4}-\d{2}-\d{2}$/ }
      for (const { name, type, constraints } of fields) {
        const cells = body.map((row) => row[name] ?? '')
        const filled = cells.filter((cell) => cell !== '')
        if (constraints.required === true) expect(filled, name).toHaveLength(cells.length)
        expect(
          filled.filter((cell) => !types[type].test(cell)),
          name,
        ).toEqual([])
        if (constraints.enum !== undefined)
          expect(filled.filter((cell) => constraints.enum?.includes(cell) !== true)).toEqual([])
        expect(constraints.enum?.length, name).toBe(fields.find((field) => field.name === name)?.categories?.length)
      }
      expect(new Set(body.map((row) => primaryKey.map((name) => row[name]).join('\t'))).size).toBe(body.length)
      for (const {
        fields: [from = ''],
        reference,
      } of foreignKeys) {
        const known = new Set(tables.get(reference.resource)?.map((row) => row[reference.fields[0] ?? '']))
        expect(body.map((row) => row[from]).filter((value) => !known.has(value))).toEqual([])
      }
    },
  )
  test('says how lines end, which would be CRLF if it said nothing, and has a version without leading zeros', () => {
    for (const { path, dialect } of described.resources) {
      expect(file(path).endsWith(dialect.lineTerminator)).toBe(true)
      expect(file(path)).not.toContain('\r')
    }
    const about = aboutOf(catalogue, { name: '発行者', mail: null }, 'https://example.jp/data/')
    const { version } = dataPackage({ ...about, modified: '2027-01-05' }, [])
    expect(version).toBe('2027.1.5')
  })
  test('says what blank and - mean: - is a text like any other, but in columns of figures and months', () => {
    for (const { schema } of described.resources) {
      // Also for programs that know version 1 alone, where a missing value is a text without a label.
      expect(schema.missingValues).toEqual([''])
      for (const { type, missingValues } of schema.fields) {
        expect(missingValues.map(({ value }) => value)).toEqual(type === 'string' ? [''] : ['', '-'])
        for (const { label } of missingValues) expect(label).toMatch(/./)
      }
    }
  })
})

describe('DCAT', () => {
  type Distribution = Record<string, Record<string, string> & { 'spdx:checksumValue'?: Record<string, string> }>
  type Dataset = Record<string, Record<string, unknown>> & { 'dcat:distribution': Distribution[] }
  const catalog = JSON.parse(file('catalog.jsonld')) as { 'dcat:dataset': [Dataset, ...Dataset[]] }
  const [whole, ...years] = catalog['dcat:dataset']
  const pathOf = (distribution: Distribution): string =>
    new URL(distribution['dcat:downloadURL']?.['@id'] ?? '').pathname.replace('/data/', '')

  test('names every file, with its size and its sum', () => {
    expect(whole['dcat:distribution'].length).toBeGreaterThan(15)
    for (const distribution of [whole, ...years].flatMap((dataset) => dataset['dcat:distribution'])) {
      const path = pathOf(distribution)
      expect(distribution['dcat:byteSize']?.['@value'], path).toBe(String(bytes(path).length))
      expect(distribution['spdx:checksum']?.['spdx:checksumValue'], path).toEqual({
        '@type': 'xsd:hexBinary',
        '@value': createHash('sha256').update(bytes(path)).digest('hex'),
      })
    }
  })
  test('has a dataset for each year, with its files, its months and the days of its own changes', () => {
    expect(years.map((year) => year['dcat:distribution'].map(pathOf))).toEqual(
      catalogue.sheets.map(({ entry }) => PART_FILES.map(({ path }) => `${String(entry.fiscalYear)}/${path}`)),
    )
    expect(years[0]).toMatchObject({
      'dct:identifier': 'tokyo-employment-programmes-2021',
      'dct:title': { '@value': '東京の区市町村の就労支援事業の計画（令和3年度）' },
      'dct:temporal': { 'dcat:startDate': { '@value': '2021-04' }, 'dcat:endDate': { '@value': '2022-03' } },
      'dct:isPartOf': { '@id': whole['@id'] },
    })
    const ids = [whole, ...years].map((dataset) => dataset['@id'])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('Shift_JIS', () => {
  test('has the characters of its makers', () => {
    expect(toShiftJis('①㈱髙ｱ').replaced).toEqual([])
    expect([...toShiftJis('①').bytes]).toEqual([0x87, 0x40])
  })
  test('what looks the same is written so, what cannot be written as 〓, and both are named', () => {
    const { bytes: written, replaced } = toShiftJis('𠮟る〜é〜')
    expect(new TextDecoder('shift_jis').decode(written)).toBe('〓る～〓～')
    expect(replaced).toEqual([
      { from: '𠮟', to: '〓' },
      { from: '〜', to: '～' },
      { from: 'é', to: '〓' },
    ])
  })
})

describe('a character that other computers may show otherwise', () => {
  test.each(['①', '㈱', '髙', 'ｱ', '〜', '～', '𠮟', 'é', '☎', '\u0007'])('%s', (character) => {
    expect(isDependent(character)).toBe(true)
  })
  test.each(['a', '介', 'ア', '、', '０', '髪', '■', 'ー', '－'])('not: %s', (character) => {
    expect(isDependent(character)).toBe(false)
  })
})

describe('the sitemap', () => {
  const locations = (path: string): string[] =>
    [...readFileSync(join(SITE, path), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) =>
      decodeURIComponent(new URL(address).pathname).slice(1),
    )
  test('names its parts, and they the pages, each with the day of its last change', () => {
    const pages = locations('sitemap.xml').flatMap(locations)
    expect(pages.length).toBeGreaterThan(projects.length + municipalities.length)
    expect(new Set(pages).size).toBe(pages.length)
    for (const page of pages) expect(readFileSync(join(SITE, page, 'index.html'), 'utf8')).toContain('<h1')
    expect(readFileSync(join(SITE, 'sitemap-2021.xml'), 'utf8')).toContain('<lastmod>2026-11-22</lastmod>')
  })
  test('robots.txt names it', () => {
    expect(readFileSync(join(SITE, 'robots.txt'), 'utf8')).toContain('/sitemap.xml')
  })
})

test('llms.txt leads to files and pages that are there', () => {
  const addresses = [...readFileSync(join(SITE, 'llms.txt'), 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(
    ([, to = '']) => to,
  )
  expect(addresses.length).toBeGreaterThan(15)
  for (const address of addresses) {
    const path = new URL(address).pathname
    expect(existsSync(join(SITE, path.endsWith('/') ? `${path}index.html` : path)), path).toBe(true)
  }
})
