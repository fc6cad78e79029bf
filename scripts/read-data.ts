import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeCatalogue, type Catalogue } from '../src/catalogue/catalogue.ts'
import { applyCorrections } from '../src/catalogue/corrections.ts'
import { decode } from '../src/plansheet/decode.ts'
import { readPlanSheet, type PlacedCell, type ReadSheet } from '../src/plansheet/index.ts'
import { error, isSound, type Issue } from '../src/plansheet/issue.ts'
import type { Register } from '../src/plansheet/reading.ts'
import { readCategories } from '../src/register/categories.ts'
import { readCorrections, type Correction } from '../src/register/corrections.ts'
import { readGlossary, type Term } from '../src/register/glossary.ts'
import { readLinks, type LinkCheck } from '../src/register/links.ts'
import { readMunicipalities } from '../src/register/municipalities.ts'
import { readNeighbours } from '../src/register/neighbours.ts'
import { readSheets, type SheetEntry } from '../src/register/sheets.ts'
import { readSite, type Site } from '../src/register/site.ts'
import type { TableRow } from '../src/register/table.ts'
import { readJudgments, readTags } from '../src/register/tags.ts'
import { readTiles } from '../src/register/tiles.ts'
import { readWords } from '../src/register/words.ts'
import { entryOf } from '../src/search/index/index-of.ts'
import { makeWordGroups } from '../src/search/index/word-groups.ts'
import type { WordGroup } from '../src/search/words/lexicon.ts'
import { tagReader } from '../src/tags/read-tags.ts'
import { sha256Of } from './sha256.ts'

/** The folder that holds the sheets and tables: `data`, or what CATALOGUE_DATA names. */
export const dataFolder = (): string => process.env['CATALOGUE_DATA'] ?? 'data'

/** A file of any name as text, with the issue where it is missing or not UTF-8. */
export async function readTextFile(path: string): Promise<{ text: string; bytes: Uint8Array; issues: Issue[] }> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch {
    return { text: '', bytes: new Uint8Array(), issues: [missing(path)] }
  }
  return { ...decode(bytes, path), bytes }
}

/** Reads the tables that a sheet is read against. */
export async function readRegister(folder: string): Promise<{ register: Register; issues: Issue[] }> {
  const municipalities = await readWith(folder, 'municipalities.csv', readMunicipalities)
  const categories = await readWith(folder, 'categories.csv', readCategories)
  return {
    register: {
      municipalities: municipalities.result?.municipalities ?? [],
      categories: categories.result?.categories ?? [],
    },
    issues: [...municipalities.issues, ...categories.issues],
  }
}

/** The merged cells that people have placed, among their corrections. */
export const placedCells = (rows: readonly TableRow<Correction>[]): PlacedCell[] =>
  rows.flatMap(({ value }) => (value.field === 'mergedCell' ? [{ id: value.id, name: value.corrected }] : []))

/** The merged cells that people have placed, from the data folder, and the faults of their table. */
export async function readPlaced(folder: string): Promise<{ placed: PlacedCell[]; issues: Issue[] }> {
  const { result, issues } = await readWith(folder, 'corrections.csv', readCorrections)
  return { placed: placedCells(result?.rows ?? []), issues }
}

/** What the people who publish the site say of it; null where the table has a fault. */
export async function readSettings(folder = dataFolder()): Promise<{ site: Site | null; issues: Issue[] }> {
  const { result, issues } = await readWith(folder, 'site.csv', readSite)
  return { site: result?.site ?? null, issues }
}

/** What the data folder holds. The catalogue is null where anything in it is an error. */
export interface Data {
  catalogue: Catalogue | null
  words: WordGroup[]
  glossary: Term[]
  /** How the programmes' own pages were found, by their addresses. */
  links: ReadonlyMap<string, LinkCheck>
  site: Site | null
  issues: Issue[]
}

const once = globalThis as { catalogueData?: Promise<Data> }

/**
 * The data folder, read once in a process: by the build, then by its pages. Their bundle holds this code a second time,
 * so that only what is global is known to both.
 */
export const readDataOnce = (): Promise<Data> => (once.catalogueData ??= readData())

/** Reads and checks the whole data folder. */
export async function readData(folder = dataFolder()): Promise<Data> {
  const { register, issues } = await readRegister(folder)
  const neighbours = await readWith(folder, 'neighbours.csv', (text, file) =>
    readNeighbours(text, file, register.municipalities),
  )
  const sheets = await readWith(folder, 'sheets.csv', readSheets)
  const corrections = await readWith(folder, 'corrections.csv', readCorrections)
  const words = await readWith(folder, 'words.csv', readWords)
  const terms = await readWith(folder, 'glossary.csv', readGlossary)
  const tagWords = await readTextFile(join(folder, 'tag-words.csv'))
  const tags = await readWith(folder, 'tags.csv', (text, file) =>
    readTags({ text, file }, { text: tagWords.text, file: join(folder, 'tag-words.csv') }),
  )
  const judged = await readWith(folder, 'tag-judgments.csv', (text, file) =>
    readJudgments(text, file, tags.result?.tags ?? []),
  )
  const tiles = await readWith(folder, 'tiles.csv', (text, file) => readTiles(text, file, register.municipalities))
  issues.push(...tagWords.issues)
  const checked = await readWith(folder, 'links.csv', readLinks)
  const settings = await readSettings(folder)
  const { site } = settings
  const glossary = terms.result?.glossary ?? []
  const links = checked.result?.links ?? new Map<string, LinkCheck>()
  for (const table of [neighbours, sheets, corrections, words, terms, tags, judged, tiles, checked, settings])
    issues.push(...table.issues)

  const read = []
  for (const entry of sheets.result?.sheets ?? []) {
    const sheet = await readSheet(
      join(folder, 'sheets', entry.file),
      entry,
      register,
      placedCells(corrections.result?.rows ?? []),
    )
    read.push({ entry, ...sheet })
    issues.push(...sheet.issues)
  }
  const corrected = applyCorrections(
    read.flatMap(({ sheet }) => sheet.projects),
    corrections.result?.rows ?? [],
    join(folder, 'corrections.csv'),
  )
  issues.push(...corrected.issues)
  if (!isSound(issues) || neighbours.result === null)
    return { catalogue: null, words: [], glossary, links, site, issues }
  const known = {
    municipalities: [...register.municipalities],
    categories: [...register.categories],
    neighbours: neighbours.result.neighbours,
    tags: tags.result?.tags ?? [],
    judgments: judged.result?.judgments ?? [],
    tiles: tiles.result?.tiles ?? [],
  }
  const catalogue = makeCatalogue(known, read, corrected.projects, tagReader(known.tags))
  const grouped = makeWordGroups(
    words.result?.rows ?? [],
    join(folder, 'words.csv'),
    catalogue.projects.map(entryOf),
    register.municipalities,
  )
  issues.push(...grouped.issues)
  return { catalogue: isSound(issues) ? catalogue : null, words: grouped.words, glossary, links, site, issues }
}

async function readWith<T extends { issues: Issue[] }>(
  folder: string,
  name: string,
  reader: (text: string, file: string) => T,
): Promise<{ result: T | null; issues: Issue[] }> {
  const path = join(folder, name)
  const { text, issues } = await readTextFile(path)
  if (issues.length > 0) return { result: null, issues }
  const result = reader(text, path)
  return { result, issues: result.issues }
}

async function readSheet(
  path: string,
  entry: SheetEntry,
  register: Register,
  placed: readonly PlacedCell[],
): Promise<{ text: string; sheet: ReadSheet; issues: Issue[] }> {
  const { text, bytes, issues } = await readTextFile(path)
  const sheet = readPlanSheet(text, path, register, placed)
  if (issues.length > 0) return { text, sheet, issues }
  const sha256 = sha256Of(bytes)
  if (sha256 !== entry.sha256) issues.push(changed(path, sha256, entry.sha256))
  const { fiscalYear } = sheet.sheet
  if (fiscalYear !== null && fiscalYear !== entry.fiscalYear) issues.push(otherYear(path, fiscalYear, entry.fiscalYear))
  return { text, sheet, issues: [...issues, ...sheet.issues] }
}

/** The fault of a file that cannot be opened. */
export const missing = (path: string): Issue =>
  error('file', path, {
    found: 'ファイルを開けない',
    expected: '読めるファイル',
    remedy: 'ファイルの名前と場所を確かめてください。',
  })

const changed = (path: string, found: string, expected: string): Issue =>
  error('hash', path, {
    found: `SHA-256 ${found}`,
    expected: `登録したときのSHA-256 ${expected}`,
    remedy: '計画書のファイルは書き換えません。元のファイルに戻し、直すことは corrections.csv に書いてください。',
  })

const otherYear = (path: string, found: number, expected: number): Issue =>
  error('year', path, {
    found: `題の年度は${found}年度`,
    expected: `sheets.csv の${expected}年度`,
    remedy: 'sheets.csv の fiscalYear か file を直してください。',
  })
