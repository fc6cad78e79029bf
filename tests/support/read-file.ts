import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSheet } from '../../scripts/read-sheet.ts'
import { readSheet, type ReadSheet } from '../../src/plansheet/index.ts'
import { register } from './register.ts'

/** Reads a file of this name with these bytes, as the command does. */
export async function readBytes(name: string, bytes: Uint8Array): Promise<ReadSheet> {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
  const path = join(folder, name)
  writeFileSync(path, bytes)
  try {
    return await readPath(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function readPath(path: string): Promise<ReadSheet> {
  const { cells, issues } = await openSheet(path, [])
  const sheet = readSheet(cells, path, register)
  return issues.length > 0 ? { ...sheet, issues } : sheet
}

/** The records of a sheet without their places. */
export const records = ({ projects }: ReadSheet) => projects.map((project) => ({ ...project, source: null }))

/** The errors of a sheet: place, kind and what was found. */
export const errors = ({ issues }: ReadSheet): string[] =>
  issues.flatMap(({ level, line, place, code, found }) =>
    level === 'error' ? [`${place ?? line ?? '-'} ${code} ${found}`] : [],
  )
