import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { generateSheets } from '../scripts/generate-sheets.ts'
import { writeSheetCsv } from '../src/plansheet/csv/write.ts'
import { readCells, readPlanSheet } from '../src/plansheet/index.ts'
import { isSound } from '../src/plansheet/issue.ts'
import { register } from './support/register.ts'

const real = readCells(readFileSync('data/sheets/2021.txt', 'utf8'), '2021.txt')
const make = (count: number, seed?: number) => generateSheets(real, 2021, register.municipalities, count, seed)

describe('invented sheets', () => {
  const read = make(500).map(({ fiscalYear, cells }) => ({
    fiscalYear,
    sheet: readPlanSheet(writeSheetCsv(cells), `${fiscalYear}.csv`, register),
  }))
  test('pass every check of a real one: their 合計 add up, their rows are numbered', () => {
    for (const { fiscalYear, sheet } of read) {
      expect(sheet.issues.filter((issue) => !isSound([issue]))).toEqual([])
      expect(sheet.sheet.fiscalYear).toBe(fiscalYear)
      for (const { printedTotal, total } of sheet.totals) expect(printedTotal).toEqual(total)
    }
  })
  test('are of the years after it, and hold with it as many programmes as are asked for', () => {
    expect(read.map(({ fiscalYear }) => fiscalYear)).toEqual([2022, 2023, 2024, 2025, 2026])
    expect(read.flatMap(({ sheet }) => sheet.projects)).toHaveLength(500 - 34)
    expect(make(34)).toEqual([])
  })
  test('hold nearly every municipality, and programmes that go on from year to year', () => {
    const projects = read.flatMap(({ sheet }) => sheet.projects)
    expect(new Set(projects.map(({ municipality }) => municipality.code)).size).toBeGreaterThan(55)
    const named = (year: number): Set<string> =>
      new Set(
        projects
          .filter(({ fiscalYear }) => fiscalYear === year)
          .map(({ municipality, name }) => `${municipality.code} ${name ?? ''}`),
      )
    expect([...named(2023)].filter((name) => named(2022).has(name)).length).toBeGreaterThan(40)
  })
  test('are the same for the same seed, and others for another', () => {
    expect(make(100)).toEqual(make(100))
    expect(make(100)).not.toEqual(make(100, 2))
  })
})
