import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlanSheet, type ReadSheet } from '../../src/plansheet/index.ts'
import { formatIssue } from '../../src/plansheet/issue.ts'
import type { Project } from '../../src/plansheet/schema.ts'
import { register } from '../support/register.ts'

// A folder is a case: sheet.txt with either expected.json, its records, or errors.txt, the words of its refusal.
const CASES = 'tests/fixtures/sheets'
const cases = readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory())

const read = (name: string): ReadSheet =>
  readPlanSheet(readFileSync(join(CASES, name, 'sheet.txt'), 'utf8'), 'sheet.txt', register)

const joined = (text: string): string => text.replace(/\s/g, '')

/** A record in the form of expected.json, which leaves open where a space or a paragraph stands. */
const inExpectedForm = (project: Project) => ({
  stream: project.stream,
  number: project.number,
  municipality: project.municipality.name,
  name: project.name,
  theme: project.theme,
  summaryJoined: joined(project.summary.join('')),
  category: project.category,
  amountThousandYen: project.amountThousandYen,
  targets: project.targets,
  startMonth: project.startMonth,
  url: project.url,
  contact: { departmentJoined: joined(project.contact.department), phone: project.contact.phone },
})

const [accepted, refused] = [true, false].map((isAccepted) =>
  cases.map(({ name }) => name).filter((name) => existsSync(join(CASES, name, 'expected.json')) === isAccepted),
)

test.each(accepted ?? [])('%s is read right in every field', (name) => {
  const { projects, issues } = read(name)
  expect(issues.filter(({ level }) => level === 'error')).toEqual([])
  expect(projects.map(inExpectedForm)).toEqual(JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8')))
})

test.each(refused ?? [])('%s is refused, in the words of its errors.txt', async (name) => {
  const errors = read(name).issues.filter(({ level }) => level === 'error')
  expect(errors).not.toEqual([])
  await expect(`${errors.map(formatIssue).join('\n')}\n`).toMatchFileSnapshot(join('../../', CASES, name, 'errors.txt'))
})
