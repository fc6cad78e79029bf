import type { ColumnInfo, Table } from './table.ts'

/** What is said of the data as a whole. */
export interface About {
  name: string
  title: string
  description: string
  /** Address of the page that explains the data. */
  page: string
  publisher: string
  mail: string | null
  /** The plan sheets, newest first. */
  sheets: readonly { title: string; source: string }[]
  fiscalYears: readonly number[]
  /** The first and the last day on which the data changed. */
  issued: string
  modified: string
}

/** A file as a package describes it. */
export interface Resource {
  table: Omit<Table, 'rows'>
  path: string
  bytes: number
  sha256: string
}

const PROFILES = 'https://datapackage.org/profiles/2.0'

/** Cells that state nothing. In a column of texts, `-` is a text like any other. */
const BLANK = { value: '', label: '記載なし。理由は列の説明にある' }
/** What the plan sheets print for a figure or a month that they do not state; the files hold a blank for it. */
const DASH = { value: '-', label: '計画書に印刷された「-」。このファイルでは空にしている' }

const fieldOf = (
  table: Pick<Table, 'key'>,
  { name, heading, type, meaning, unit, source, absent, codes }: ColumnInfo,
) => ({
  name,
  type,
  title: heading,
  description: `${meaning}。${unit === null ? '' : `単位: ${unit}。`}出どころ: ${source}。${absent === null ? '' : `空は、${absent}。`}`,
  missingValues: type === 'string' ? [BLANK] : [BLANK, DASH],
  ...(codes === null ? {} : { categories: codes.map(({ value, label }) => ({ value, label })) }),
  constraints: {
    ...(absent === null ? { required: true } : {}),
    ...(table.key.length === 1 && table.key[0] === name ? { unique: true } : {}),
    ...(type === 'integer' ? { minimum: 0 } : {}),
    ...(codes === null ? {} : { enum: codes.map(({ value }) => value) }),
  },
})

/** A Data Package (version 2) of the tables for programs. */
export const dataPackage = (about: About, resources: readonly Resource[]) => ({
  $schema: `${PROFILES}/datapackage.json`,
  name: about.name,
  title: about.title,
  description: about.description,
  homepage: about.page,
  // As numbers: 2026.1.5, for a version has no leading zeros.
  version: about.modified.split('-').map(Number).join('.'),
  created: `${about.modified}T00:00:00+09:00`,
  keywords: ['東京都', '区市町村', '雇用', '就業支援', '計画書'],
  contributors: [
    { title: about.publisher, roles: ['publisher'], ...(about.mail === null ? {} : { email: about.mail }) },
  ],
  sources: about.sheets.map(({ title, source }) => ({ title: `${title}（${source}）` })),
  resources: resources.map(({ table, path, bytes, sha256 }) => ({
    name: table.name,
    path,
    title: table.title,
    description: table.description,
    $schema: `${PROFILES}/dataresource.json`,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { lineTerminator: '\n' },
    bytes,
    hash: `sha256:${sha256}`,
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: table.columns.map((column) => fieldOf(table, column)),
      // Programs of version 1 know no labels, and none of a field alone: this is what they read.
      missingValues: [BLANK.value],
      primaryKey: table.key,
      ...(table.references.length === 0
        ? {}
        : {
            foreignKeys: table.references.map(({ column, table: resource, to }) => ({
              fields: [column],
              reference: { resource, fields: [to] },
            })),
          }),
    },
  })),
})

export type DataPackage = ReturnType<typeof dataPackage>
