import { changesOf } from '../catalogue/changes.ts'
import type { Catalogue, CatalogueProject } from '../catalogue/catalogue.ts'
import { fiscalYearWords } from '../words/time.ts'
import { audit, type Finding } from './audit.ts'
import { dataPackage, type About } from './data-package.ts'
import { dcatCatalog, type Distribution } from './dcat.ts'
import { projectSchema, recordOf } from './record.ts'
import { inShiftJis, toShiftJis } from './shift-jis.ts'
import { standardTables } from './standards.ts'
import { csvForPeople, csvForPrograms, type Table } from './table.ts'
import { projectsTable, tablesOf } from './tables.ts'

/** A file for others to use. */
export interface DataFile {
  /** Its name within the folder of the data. */
  path: string
  title: string
  note: string
  mediaType: string
  body: string | Uint8Array<ArrayBuffer>
}

/** A character that Shift_JIS does not have, where it stands, and what is written for it. */
export interface Replaced {
  id: string
  heading: string
  from: string
  to: string
}

/** All that is published of the data, and what is to be said of it. */
export interface OpenData {
  about: About
  /** For spreadsheets, for programs, in the columns of national standards, about the data. */
  people: DataFile[]
  programs: DataFile[]
  standards: DataFile[]
  descriptions: DataFile[]
  distributions: Distribution[]
  tables: Table[]
  standardTables: Table[]
  findings: Finding[]
  replaced: Replaced[]
}

const BOM = '\uFEFF'
const CSV = 'text/csv'
const JSON_TYPE = 'application/json'

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
const bytesOf = (body: DataFile['body']): Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body
const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** The files that there are of all programmes, of those of a year, and of those of a municipality. */
export const PART_FILES = ['projects-ja.csv', 'projects.csv', 'projects.json'] as const

/** One of the files of some programmes. */
export function partFile(catalogue: Catalogue, projects: readonly CatalogueProject[], path: string): string {
  const table = (): Table => projectsTable(catalogue, projects)
  if (path === 'projects-ja.csv') return `${BOM}${csvForPeople(table())}`
  if (path === 'projects.csv') return csvForPrograms(table())
  return json(projects.map(recordOf))
}

/** The years and municipalities that have files of their own, by the folder that they are in. */
export const partsOf = ({
  sheets,
  municipalities,
  projects,
}: Catalogue): { folder: string; projects: CatalogueProject[] }[] => {
  const years = Map.groupBy(projects, ({ fiscalYear }) => fiscalYear)
  const places = Map.groupBy(projects, ({ municipality }) => municipality.code)
  return [
    ...sheets.map(({ entry: { fiscalYear } }) => ({
      folder: String(fiscalYear),
      projects: years.get(fiscalYear) ?? [],
    })),
    ...municipalities.map(({ romaji, code }) => ({ folder: romaji, projects: places.get(code) ?? [] })),
  ]
}

/** What is said of the data as a whole. */
export function aboutOf(catalogue: Catalogue, publisher: { name: string; mail: string | null }, page: string): About {
  const days = changesOf(catalogue, catalogue.projects).map(({ date }) => date)
  const fiscalYears = catalogue.sheets.map(({ entry }) => entry.fiscalYear)
  return {
    name: 'tokyo-employment-programmes',
    title: '東京の区市町村の就労支援事業の計画',
    description: `東京都地域人材確保総合支援事業（区市町村・モデル事業）計画書（${fiscalYears.map(fiscalYearWords).join('・')}）を、読めるデータにしたもの。金額と目標は計画で、実績ではない。`,
    page,
    publisher: publisher.name,
    mail: publisher.mail,
    sheets: catalogue.sheets.map(({ entry }) => entry),
    fiscalYears,
    issued: days.at(-1) ?? '',
    modified: days[0] ?? '',
  }
}

/** Characters of the programmes that Shift_JIS does not have. */
const replacedIn = ({ columns, rows }: Table): Replaced[] =>
  rows.flatMap((row) =>
    row.flatMap((value, at) =>
      [...new Set(typeof value === 'string' ? value : '')]
        .map((from) => ({ id: String(row[0]), heading: columns[at]?.heading ?? '', from, to: inShiftJis(from) }))
        .filter(({ from, to }) => from !== to),
    ),
  )

/**
 * Makes the files of the catalogue.
 * @param at the address of a file by its path
 */
export async function openDataOf(
  catalogue: Catalogue,
  about: About,
  at: (path: string) => string,
  pageOf: (project: { id: string }) => string,
): Promise<OpenData> {
  const { projects } = catalogue
  const tables = tablesOf(catalogue)
  const [main] = tables
  if (main === undefined) throw new Error('There is no table.')
  const standard = standardTables(catalogue, pageOf)
  const written = tables.map((table) => ({ path: `${table.name}.csv`, text: csvForPrograms(table), table }))

  const people: DataFile[] = [
    {
      path: 'projects-ja.csv',
      title: 'CSV（日本語の見出し、UTF-8）',
      note: '表計算ソフトで開くもの。BOM付き。',
      mediaType: CSV,
      body: partFile(catalogue, projects, 'projects-ja.csv'),
    },
    {
      path: 'projects-ja.sjis.csv',
      title: 'CSV（日本語の見出し、Shift_JIS）',
      note: '古い表計算ソフトで開くもの。Shift_JISにない文字は、下の一覧のように置き換えた。',
      mediaType: CSV,
      body: toShiftJis(csvForPeople(main)).bytes,
    },
  ]
  const programs: DataFile[] = [
    ...written.map(({ path, text, table }) => ({
      path,
      title: `${table.title}のCSV`,
      note: table.description,
      mediaType: CSV,
      body: text,
    })),
    {
      path: 'projects.json',
      title: '事業のJSON',
      note: '段落が分かれ、読み取った行、訂正、札と根拠も入っている。',
      mediaType: JSON_TYPE,
      body: partFile(catalogue, projects, 'projects.json'),
    },
    {
      path: 'projects.ndjson',
      title: '事業のNDJSON',
      note: 'JSONと同じ中身を、一行に一事業で並べたもの。',
      mediaType: 'application/x-ndjson',
      body: projects.map((project) => `${JSON.stringify(recordOf(project))}\n`).join(''),
    },
  ]
  const standards: DataFile[] = standard.map((table) => ({
    path: `${table.name}.csv`,
    title: table.title,
    note: 'UTF-8、BOM付き。どの列に何を入れたかは、対応表にある。',
    mediaType: CSV,
    body: `${BOM}${csvForPeople(table)}`,
  }))
  const resources = await Promise.all(
    written.map(async ({ path, text, table }) => {
      const bytes = bytesOf(text)
      return { table, path, bytes: bytes.length, sha256: await sha256(bytes) }
    }),
  )
  const described = dataPackage(about, resources)
  const packaged: DataFile[] = [
    {
      path: 'datapackage.json',
      title: 'Data Package',
      note: 'すべてのCSVの列、単位、コード、つながりを、プログラムに伝えるもの（Frictionless Data Package v2）。',
      mediaType: JSON_TYPE,
      body: json(described),
    },
    {
      path: 'project.schema.json',
      title: 'JSON Schema',
      note: 'projects.json の一つの記録の形（2020-12）。',
      mediaType: 'application/schema+json',
      body: json(projectSchema(main.columns, at('project.schema.json'))),
    },
  ]
  const distributions = await Promise.all(
    [...people, ...programs, ...standards, ...packaged].map(async ({ path, title, note, mediaType, body }) => {
      const bytes = bytesOf(body)
      return {
        title,
        description: note,
        address: at(path),
        mediaType,
        bytes: bytes.length,
        sha256: await sha256(bytes),
      }
    }),
  )
  const descriptions: DataFile[] = [
    ...packaged,
    {
      path: 'catalog.jsonld',
      title: 'DCAT',
      note: 'データカタログに載せるための説明（JSON-LD）。',
      mediaType: 'application/ld+json',
      body: json(dcatCatalog(about, at('catalog.jsonld'), distributions)),
    },
  ]
  return {
    about,
    people,
    programs,
    standards,
    descriptions,
    distributions,
    tables,
    standardTables: standard,
    findings: audit({
      written,
      paths: [...people, ...programs, ...standards, ...descriptions].map(({ path }) => path),
      package: described,
      headingsByYear: partsOf(catalogue)
        .slice(0, catalogue.sheets.length)
        .map((part) => partFile(catalogue, part.projects, 'projects.csv').split('\n')[0] ?? ''),
    }),
    replaced: replacedIn(main),
  }
}
