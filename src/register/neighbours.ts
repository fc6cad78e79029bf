import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import type { Municipality } from '../plansheet/schema.ts'
import { readTable, tableFault } from './table.ts'

const HEADINGS = ['municipality', 'neighbour', 'by']

const schema = z.strictObject({
  municipality: z.string().min(1, '区市町村の名前'),
  neighbour: z.string().min(1, '区市町村の名前'),
  by: z.enum(['land', 'ferry'], 'land（地続き）か ferry（船）'),
})

/** Codes of the neighbours of each municipality, by its code, in the order of the codes. */
export type Neighbours = ReadonlyMap<string, readonly string[]>

/**
 * Reads `data/neighbours.csv`: each pair of municipalities that touch, or that one ferry line joins, once.
 * A pair holds both ways, so the result is symmetric.
 */
export function readNeighbours(
  text: string,
  file: string,
  municipalities: readonly Municipality[],
): { neighbours: Neighbours; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, HEADINGS, schema)
  const codes = new Map(municipalities.map(({ name, code }) => [name, code]))
  const neighbours = new Map<string, Set<string>>(municipalities.map(({ code }) => [code, new Set()]))
  for (const { line, value } of rows) {
    const a = codes.get(value.municipality)
    const b = codes.get(value.neighbour)
    if (a === undefined || b === undefined || a === b || neighbours.get(a)?.has(b) === true) {
      issues.push(
        tableFault(
          file,
          line,
          `「${value.municipality}」と「${value.neighbour}」の組`,
          'municipalities.csv にある二つの区市町村の組を、一度だけ',
          '名前を直すか、重なった行を取り除いてください。',
        ),
      )
      continue
    }
    neighbours.get(a)?.add(b)
    neighbours.get(b)?.add(a)
  }
  return { neighbours: new Map([...neighbours].map(([code, set]) => [code, [...set].sort()])), issues }
}
