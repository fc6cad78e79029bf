import { z } from 'zod'
import type { Issue } from '../plansheet/issue.ts'
import type { Municipality } from '../plansheet/schema.ts'
import { readTable, tableFault } from './table.ts'

const whole = z.coerce.number('1からの整数').int('1からの整数').min(1, '1からの整数').max(20, '20までの整数')
const schema = z.strictObject({ code: z.string(), column: whole, row: whole })

/** Where a municipality stands on the tile map, counted from 1. */
export type Tile = z.infer<typeof schema>

/** Reads `data/tiles.csv`: each municipality once, each in a cell of its own. */
export function readTiles(
  text: string,
  file: string,
  municipalities: readonly Municipality[],
): { tiles: Tile[]; issues: Issue[] } {
  const { rows, issues } = readTable(text, file, ['code', 'column', 'row'], schema)
  const fault = (line: number, found: string, expected: string): void => {
    issues.push(tableFault(file, line, found, expected))
  }
  const cells = new Set<string>()
  const codes = new Set<string>()
  for (const { line, value } of rows) {
    const cell = `${String(value.column)}列${String(value.row)}行`
    if (!municipalities.some(({ code }) => code === value.code))
      fault(line, `code の列に「${value.code}」`, 'municipalities.csv にあるコード')
    if (codes.has(value.code)) fault(line, `${value.code} が2度ある`, '一つの区市町村に一つのます')
    if (cells.has(cell)) fault(line, `${cell}が2度ある`, '一つのますに一つの区市町村')
    codes.add(value.code)
    cells.add(cell)
  }
  if (issues.length === 0)
    for (const { code, name } of municipalities)
      if (!codes.has(code)) fault(1, `${name}（${code}）の行がない`, 'すべての区市町村')
  return { tiles: rows.map(({ value }) => value), issues }
}
