import type { Cell, Row } from '../cells.ts'
import type { SplitRow } from './merged-cells.ts'
import type { Piece } from './rows.ts'
import { joinContact, paragraphs, unwrap } from './unwrap.ts'

/** Makes a row's cells: here, and only here, wraps are joined. */
export function toRow({ row, theme, name, summary, merged, isInferred }: SplitRow): Row {
  const { head, figures, figuresLine } = row
  const shared = (column: 'name' | 'summary', read: Cell | null): Cell | null =>
    read !== null && merged.includes(column) ? { ...read, shared: true } : read
  const printed = (text: string | undefined, line: number | null): Cell | null =>
    text === undefined || line === null ? null : { text, lines: [line] }
  return {
    line: row.line,
    cells: {
      number: printed(head.number, row.line),
      municipality: printed(head.municipality, row.line),
      theme: cell(theme, unwrap),
      name: shared('name', cell(name, unwrap)),
      summary: shared(
        'summary',
        cell(summary, (pieces) => paragraphs(pieces).join('\n')),
      ),
      category: printed(figures?.category, figuresLine),
      amount: printed(figures?.amount, figuresLine),
      workers: printed(figures?.workers, figuresLine),
      recruiting: printed(figures?.recruiting, figuresLine),
      supported: printed(figures?.supported, figuresLine),
      month: row.month === null ? null : cell([row.month], unwrap),
      url: cell(row.address, unwrap),
      contact: cell(row.contact, joinContact),
    },
    inferred: isInferred ? merged : [],
  }
}

const cell = (pieces: readonly Piece[], join: (pieces: readonly Piece[]) => string): Cell | null =>
  pieces.length === 0 ? null : { text: join(pieces), lines: [...new Set(pieces.map(({ line }) => line))] }
