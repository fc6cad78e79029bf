import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlanSheet } from '../../src/plansheet/index.ts'
import { register } from '../support/register.ts'

/** The parts of a sheet's text, in lines: where each table and its headings begin and end. */
function partsOf(text: string) {
  const lines = text.split('\n')
  const unit = lines.findIndex((line) => line.includes('単位'))
  const total = lines.findIndex((line) => /合\s+計$/.test(line))
  const heading = lines.findIndex((line, index) => index > total && line.trim() !== '')
  const modelTotal = lines.findLastIndex((line) => /合\s+計$/.test(line))
  return {
    lines,
    unit: lines.slice(0, unit + 1),
    municipal: lines.slice(unit + 1, total + 1),
    heading: lines.slice(heading, heading + 2),
    model: lines.slice(heading + 2, modelTotal + 1),
    tail: lines.slice(modelTotal + 1),
  }
}

describe.each(['real-2021', 'invented-2020', 'invented-2022', 'invented-2023'])('%s is refused', (name) => {
  const text = readFileSync(`tests/fixtures/sheets/${name}/sheet.txt`, 'utf8')
  const { lines, unit, municipal, heading, model, tail } = partsOf(text)
  const codes = (damaged: readonly string[]): string[] => [
    ...new Set(
      readPlanSheet(damaged.join('\n'), 'sheet.txt', register).issues.flatMap(({ level, code }) =>
        level === 'error' ? [code] : [],
      ),
    ),
  ]
  const without = (pattern: RegExp): string[] => lines.filter((line) => !pattern.test(line))
  const total = model.at(-1) ?? ''

  test('the parts are those of the file', () => {
    expect(codes([...unit, ...municipal, '', ...heading, ...model, ...tail])).toEqual([])
  })
  test.each<[string, string[], string]>([
    [
      'with its tables swapped under their headings',
      [...unit, ...model, ...heading, ...municipal, ...tail],
      'tables-swapped',
    ],
    [
      'with its tables swapped with their headings',
      [...heading, ...model, ...unit, ...municipal, ...tail],
      'tables-swapped',
    ],
    ['without its first 合計', [...unit, ...municipal.slice(0, -1), ...heading, ...model, ...tail], 'total-missing'],
    ['without its second 合計', lines.filter((line) => line !== total), 'total-missing'],
    ['with a heading for a table that is not there', [...unit, ...municipal, ...heading, ...tail], 'unit-alone'],
    ['without its units', without(/単位/), 'unit'],
    ['without its title', without(/計画書/), 'title'],
    ['without the year in its title', lines.map((line) => line.replace(/（令和.年度）/, '')), 'title'],
    ['cut after two thirds', lines.slice(0, Math.floor((lines.length * 2) / 3)), 'total-missing'],
    ['cut behind its tables', lines.slice(0, -tail.length), 'title'],
    ['twice in one file', [...lines, ...lines], 'many-tables'],
    ['with a row number twice', lines.map((line) => line.replace(/^3 /, '2 ')), 'numbering'],
  ])('%s', (_, damaged, code) => {
    expect(codes(damaged)).toContain(code)
  })
  test('without any one of its rows, with one fault for the gap in the numbers', () => {
    const starts = municipal.flatMap((line, index) => (/^\s*\d+ \S+[区市町村]/.test(line) ? [index] : []))
    for (const [index, start] of starts.slice(1, -1).entries()) {
      const damaged = [
        ...unit,
        ...municipal.slice(0, start),
        ...municipal.slice(starts[index + 2]),
        ...heading,
        ...model,
        ...tail,
      ]
      const { issues } = readPlanSheet(damaged.join('\n'), 'sheet.txt', register)
      expect(
        issues.filter(({ code }) => code === 'numbering'),
        `row ${index + 2}`,
      ).toHaveLength(1)
    }
  })
  test('with any one of its figures changed, also those of the 合計', () => {
    const figures = lines.flatMap((line, index) => {
      if (!/事業 [\d,]+ |合\s+計$/.test(line)) return []
      // Behind the category; the row's number stands before it.
      const from = line.search(/事業 [\d,]+ /)
      return [...line.matchAll(/(?<=^|\s)[\d,]*\d(?=\s|合)/g)].flatMap((match) =>
        match.index > from ? [{ index, match }] : [],
      )
    })
    expect(figures.length).toBeGreaterThan(50)
    for (const { index, match } of figures) {
      const line = lines[index] ?? ''
      const end = match.index + match[0].length
      const digit = (Number(line.charAt(end - 1)) + 1) % 10
      expect(codes(lines.with(index, line.slice(0, end - 1) + String(digit) + line.slice(end))), line).toContain('sum')
    }
  })
})

test('a file that is no plan sheet is refused', () => {
  for (const text of ['', '\n\n', '議事録\n', '{"a": 1}', '<html></html>', 'a,b,c\n1,2,3\n']) {
    expect(readPlanSheet(text, 'sheet.txt', register).issues.map(({ code }) => code)).toContain('no-table')
    expect(readPlanSheet(text, 'sheet.csv', register).issues.some(({ level }) => level === 'error')).toBe(true)
  }
})
