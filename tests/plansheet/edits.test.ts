import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlanSheet } from '../../src/plansheet/index.ts'
import { CONTENT, differences, edited, editOf, LAYOUT, type Edit } from '../support/edits.ts'
import { register } from '../support/register.ts'

// EDITS and SEED widen or move the search: EDITS=5000 SEED=7 npx vitest run tests/plansheet/edits.test.ts
const numRuns = Number(process.env['EDITS'] ?? 200)
const seed = Number(process.env['SEED'] ?? 2021)

/** The columns whose changes are one change: a merged cell changes in all its rows. */
const columnsOf = (changes: readonly string[]): string[] => [
  ...new Set(changes.map((change) => change.split(' ')[1] ?? '')),
]
const FIGURES = [
  'amountThousandYen',
  'workers',
  'recruitingEstablishments',
  'supportedEstablishments',
  'category',
  'number',
]

describe.each(['real-2021', 'invented-2020', 'invented-2022', 'invented-2023'])('%s', (name) => {
  const text = readFileSync(`tests/fixtures/sheets/${name}/sheet.txt`, 'utf8')
  const before = readPlanSheet(text, 'sheet.txt', register)
  const outcome = (edit: Edit, editors: typeof LAYOUT) => {
    const changed = edited(text, edit, editors, before)
    const { projects, issues, totals } = readPlanSheet(changed, 'sheet.txt', register)
    const errors = issues
      .filter(({ level }) => level === 'error')
      .map(({ code, line, found }) => `${line ?? '-'} ${code} ${found}`)
    const isSameTotal = JSON.stringify(totals) === JSON.stringify(before.totals)
    return { errors, changes: differences(before.projects, projects), isSameTotal }
  }

  test('edits of the layout leave every record as it was', () => {
    fc.assert(
      fc.property(editOf(LAYOUT), (edit) => {
        expect(outcome(edit, LAYOUT)).toEqual({ errors: [], changes: [], isSameTotal: true })
      }),
      { numRuns, seed },
    )
  })

  test('edits of the content are refused, or change the one field in which they were made', () => {
    // A line that holds a name and the beginning of its summary is of two fields.
    const lines = text.split('\n')
    const joined = lines.findIndex((line) => /事業 \S{20}/.test(line))
    fc.assert(
      fc.property(editOf(CONTENT), (edit) => {
        const { errors, changes, isSameTotal } = outcome(edit, CONTENT)
        if (errors.length > 0) return
        expect(isSameTotal).toBe(true)
        expect(changes).not.toBeNull()
        const columns = columnsOf(changes ?? [])
        const changed = edited(text, edit, CONTENT, before).split('\n')
        const touched = lines.findIndex((line, index) => line !== changed[index])
        const isJoined = joined >= 0 && Math.abs(touched - joined) <= 1
        if (!isJoined) expect(columns.length, (changes ?? []).join()).toBeLessThanOrEqual(1)
        // Figures of public money never change without the 合計.
        expect(columns.filter((column) => FIGURES.includes(column))).toEqual([])
      }),
      { numRuns, seed },
    )
  })
})
