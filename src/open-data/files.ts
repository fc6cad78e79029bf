import { changesOf } from '../catalogue/changes.ts'
import type { Catalogue, CatalogueProject } from '../catalogue/catalogue.ts'
import { figure } from '../words/amount.ts'
import { fiscalYearWords } from '../words/time.ts'
import { audit, type Finding } from './audit.ts'
import { dataPackage, type About } from './data-package.ts'
import { dcatCatalog, type Described, type Distribution } from './dcat.ts'
import { projectSchema, recordOf } from './record.ts'
import { toShiftJis } from './shift-jis.ts'
import { standardTables } from './standards.ts'
import { csvForPeople, csvForPrograms, type Table } from './table.ts'
import { projectsTable, TABLES, targetsTable } from './tables.ts'

/** A file for others to use. */
export interface DataFile {
  /** Its name within the folder of the data. */
  path: string
  title: string
  note: string
  mediaType: string
  /** Made anew each time: of very many programmes, what is in all files does not stay in memory. */
  make: () => Body
}

/** A file that was made once, to say what it weighs. */
export interface MeasuredFile extends DataFile {
  bytes: number
  sha256: string
}

export type Body = string | Uint8Array<ArrayBuffer>

/** What is said of a table, without its rows. */
export type TableInfo = Omit<Table, 'rows'> & { count: number }

/** A character that Shift_JIS does not have, what is written for it, how many cells hold it, and the first of them. */
export interface Replaced {
  from: string
  to: string
  count: number
  places: { id: string; heading: string }[]
}

/** All that is published of the data, and what is to be said of it. */
export interface OpenData {
  about: About
  /** For spreadsheets, for programs, in the columns of national standards, about the data. */
  people: MeasuredFile[]
  programs: MeasuredFile[]
  standards: MeasuredFile[]
  descriptions: MeasuredFile[]
  distributions: Distribution[]
  tables: TableInfo[]
  standardTables: TableInfo[]
  findings: Finding[]
  replaced: Replaced[]
}

/** So many places are named of a character. */
const PLACES = 5

const BOM = '\uFEFF'
const CSV = 'text/csv'
const JSON_TYPE = 'application/json'
const NDJSON = 'application/x-ndjson'

const typeOf = (path: string): string => (path.endsWith('.csv') ? CSV : path.endsWith('.ndjson') ? NDJSON : JSON_TYPE)
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
const bytesOf = (body: Body): Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? new TextEncoder().encode(body) : body
const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** The files of some programmes: a name, what it is, and how it is made. */
const PARTS: {
  path: string
  title: string
  make: (catalogue: Pick<Catalogue, 'categories'>, projects: readonly CatalogueProject[]) => Body
}[] = [
  {
    path: 'projects-ja.csv',
    title: 'CSV（日本語の見出し、UTF-8）',
    make: (catalogue, projects) => `${BOM}${csvForPeople(projectsTable(catalogue, projects))}`,
  },
  {
    path: 'projects-ja.sjis.csv',
    title: 'CSV（日本語の見出し、Shift_JIS）',
    make: (catalogue, projects) => toShiftJis(csvForPeople(projectsTable(catalogue, projects))).bytes,
  },
  {
    path: 'projects.csv',
    title: 'CSV（英語の見出し）',
    make: (catalogue, projects) => csvForPrograms(projectsTable(catalogue, projects)),
  },
  {
    path: 'targets.csv',
    title: '目標のCSV（縦に並べたもの）',
    make: (_, projects) => csvForPrograms(targetsTable(projects)),
  },
  { path: 'projects.json', title: 'JSON', make: (_, projects) => json(projects.map(recordOf)) },
  {
    path: 'projects.ndjson',
    title: 'NDJSON',
    make: (_, projects) => projects.map((project) => `${JSON.stringify(recordOf(project))}\n`).join(''),
  },
]

const infoOf = ({ rows, ...info }: Table): TableInfo => ({ ...info, count: rows.length })

/** Makes files one after the other, to measure them; but for those whose body is already there. */
async function measured(files: readonly (DataFile & { body?: Body })[]): Promise<MeasuredFile[]> {
  const made: MeasuredFile[] = []
  for (const { body, ...file } of files) {
    const bytes = bytesOf(body ?? file.make())
    made.push({ ...file, bytes: bytes.length, sha256: await sha256(bytes) })
  }
  return made
}

const distributionsOf = (files: readonly MeasuredFile[], at: (path: string) => string): Distribution[] =>
  files.map(({ path, title, note, mediaType, bytes, sha256: sum }) => ({
    title,
    description: note,
    address: at(path),
    mediaType,
    bytes,
    sha256: sum,
  }))

/** The files that there are of the programmes of each year and municipality. */
export const PART_FILES = PARTS.map(({ path, title }) => ({ path, title }))

/** One of the files of some programmes. Throws where there is none of that name. */
export function partFile(
  catalogue: Pick<Catalogue, 'categories'>,
  projects: readonly CatalogueProject[],
  path: string,
): Body {
  const part = PARTS.find((one) => one.path === path)
  if (part === undefined) throw new Error(`There is no file ${path} of programmes.`)
  return part.make(catalogue, projects)
}

/** The programmes of each plan sheet, and the folder that their files are in. */
const yearsOf = ({ sheets, projects }: Catalogue) => {
  const years = Map.groupBy(projects, ({ fiscalYear }) => fiscalYear)
  return sheets.map((sheet) => {
    const { fiscalYear } = sheet.entry
    return { sheet, folder: String(fiscalYear), projects: years.get(fiscalYear) ?? [] }
  })
}

/** The years and municipalities that have files of their own, by the folder that they are in. */
export const partsOf = (catalogue: Catalogue): { folder: string; projects: CatalogueProject[] }[] => {
  const places = Map.groupBy(catalogue.projects, ({ municipality }) => municipality.code)
  return [
    ...yearsOf(catalogue).map(({ folder, projects }) => ({ folder, projects })),
    ...catalogue.municipalities.map(({ romaji, code }) => ({ folder: romaji, projects: places.get(code) ?? [] })),
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

/** Each fiscal year as a dataset of its own, with its files. */
async function datasetsByYear(catalogue: Catalogue, about: About, at: (path: string) => string): Promise<Described[]> {
  const datasets: Described[] = []
  for (const { sheet, folder, projects } of yearsOf(catalogue)) {
    const year = fiscalYearWords(sheet.entry.fiscalYear)
    const files = await measured(
      PARTS.map(({ path, title, make }) => ({
        path: `${folder}/${path}`,
        title,
        note: `${year}の${figure(projects.length)}事業。`,
        mediaType: typeOf(path),
        make: () => make(catalogue, projects),
      })),
    )
    const publisher = { name: about.publisher, mail: about.mail }
    const own = aboutOf({ ...catalogue, sheets: [sheet], projects }, publisher, about.page)
    datasets.push({
      about: { ...own, name: `${own.name}-${folder}`, title: `${own.title}（${year}）` },
      distributions: distributionsOf(files, at),
    })
  }
  return datasets
}

/** Where the characters stand that Shift_JIS does not have. */
const replacedIn = ({ columns, rows }: Table, replaced: readonly { from: string; to: string }[]): Replaced[] =>
  replaced.map((character) => {
    const places = rows.flatMap((row) =>
      row.flatMap((value, at) =>
        typeof value === 'string' && value.includes(character.from)
          ? [{ id: String(row[0]), heading: columns[at]?.heading ?? '' }]
          : [],
      ),
    )
    return { ...character, count: places.length, places: places.slice(0, PLACES) }
  })

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
  const part = (path: string) => (): Body => partFile(catalogue, projects, path)
  // What the audit reads again is made once, for it and to be measured.
  const written = TABLES.map((make) => {
    const table = make(catalogue)
    return { path: `${table.name}.csv`, table, text: csvForPrograms(table), make }
  })
  const tables = written.map(({ table }) => infoOf(table))
  const [main] = written
  if (main === undefined) throw new Error('There is no table.')
  const { columns } = main.table
  const forPeople = csvForPeople(main.table)
  const shiftJis = toShiftJis(forPeople)
  const people = await measured([
    {
      path: 'projects-ja.csv',
      title: 'CSV（日本語の見出し、UTF-8）',
      note: '表計算ソフトで開くもの。BOM（文字コードの印）付き。',
      mediaType: CSV,
      make: part('projects-ja.csv'),
      body: `${BOM}${forPeople}`,
    },
    {
      path: 'projects-ja.sjis.csv',
      title: 'CSV（日本語の見出し、Shift_JIS）',
      note: '古い表計算ソフトで開くもの。Shift_JISにない文字は、下の一覧のように置き換えた。',
      mediaType: CSV,
      make: part('projects-ja.sjis.csv'),
      body: shiftJis.bytes,
    },
  ])
  const programs = await measured([
    ...written.map(({ path, table, text, make }) => ({
      path,
      title: `${table.title}のCSV`,
      note: table.description,
      mediaType: CSV,
      make: () => csvForPrograms(make(catalogue)),
      body: text,
    })),
    {
      path: 'projects.json',
      title: '事業のJSON',
      note: '段落が分かれ、読み取った行、訂正、札と根拠も入っている。',
      mediaType: JSON_TYPE,
      make: part('projects.json'),
    },
    {
      path: 'projects.ndjson',
      title: '事業のNDJSON',
      note: 'JSONと同じ中身を、一行に一事業で並べたもの。',
      mediaType: NDJSON,
      make: part('projects.ndjson'),
    },
  ])
  const standardInfos = standardTables(catalogue, pageOf).map(infoOf)
  const standards = await measured(
    standardInfos.map(({ name, title }, at) => ({
      path: `${name}.csv`,
      title,
      note: "UTF-8、BOM付き。表計算ソフトが式と間違える文字の前には「'」を付けている。",
      mediaType: CSV,
      make: () =>
        `${BOM}${standardTables(catalogue, pageOf)
          .slice(at, at + 1)
          .map(csvForPeople)
          .join('')}`,
    })),
  )
  const described = dataPackage(
    about,
    tables.flatMap((table) =>
      programs
        .filter(({ path }) => path === `${table.name}.csv`)
        .map(({ path, bytes, sha256: sum }) => ({ table, path, bytes, sha256: sum })),
    ),
  )
  const packaged = await measured([
    {
      path: 'datapackage.json',
      title: 'Data Package',
      note: 'すべてのCSVの列、単位、コード、つながりを、プログラムに伝えるもの（Frictionless Data Package v2）。',
      mediaType: JSON_TYPE,
      make: () => json(described),
    },
    {
      path: 'project.schema.json',
      title: 'JSON Schema',
      note: 'projects.json の一つの記録の形（2020-12）。',
      mediaType: JSON_TYPE,
      make: () => json(projectSchema(columns, at('project.schema.json'))),
    },
  ])
  const distributions = distributionsOf([...people, ...programs, ...standards, ...packaged], at)
  const years = await datasetsByYear(catalogue, about, at)
  const catalog = await measured([
    {
      path: 'catalog.jsonld',
      title: 'DCAT',
      note: 'データカタログに載せるための説明（JSON-LD）。',
      mediaType: 'application/ld+json',
      make: () => json(dcatCatalog(at('catalog.jsonld'), { about, distributions }, years)),
    },
  ])
  const descriptions = [...packaged, ...catalog]
  const headings = (some: readonly CatalogueProject[]): string =>
    csvForPrograms(projectsTable(catalogue, some.slice(0, 1))).split('\n')[0] ?? ''
  return {
    about,
    people,
    programs,
    standards,
    descriptions,
    distributions,
    tables,
    standardTables: standardInfos,
    findings: audit({
      written,
      paths: [...people, ...programs, ...standards, ...descriptions].map(({ path }) => path),
      package: described,
      headingsByYear: yearsOf(catalogue).map((year) => headings(year.projects)),
      changed: changesOf(catalogue, projects).map(({ date }) => date),
    }),
    replaced: replacedIn(main.table, shiftJis.replaced),
  }
}
