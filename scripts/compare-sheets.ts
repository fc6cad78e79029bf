import { compareSheets, fieldsOf } from '../src/catalogue/revision.ts'
import type { ReadSheet } from '../src/plansheet/index.ts'
import { STREAM_LABELS } from '../src/plansheet/labels.ts'

/** What differs between two forms of a sheet, a line for each field: `2021-07 name: A null → B "…"`. */
export function comparisonWords(a: ReadSheet, b: ReadSheet): string[] {
  const { added, removed, changed } = compareSheets(a.projects, b.projects)
  const line = (what: string, before: unknown, after: unknown): string =>
    `${what}: A ${JSON.stringify(before)} → B ${JSON.stringify(after)}`
  const totals = [...new Set([...a.totals, ...b.totals].map(({ stream }) => stream))].flatMap((stream) => {
    const [before, after] = [a, b].map(
      ({ totals: own }) => own.find((total) => total.stream === stream)?.printedTotal ?? null,
    )
    return JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [line(`${STREAM_LABELS[stream]}の合計`, before, after)]
  })
  return [
    ...(a.sheet.title === b.sheet.title ? [] : [line('題', a.sheet.title, b.sheet.title)]),
    ...removed.map(({ id, name }) => `${id}: Aだけにある ${JSON.stringify(name)}`),
    ...added.map(({ id, name }) => `${id}: Bだけにある ${JSON.stringify(name)}`),
    ...changed.flatMap(({ before, after, fields }) => {
      const [own, other] = [fieldsOf(before), fieldsOf(after)]
      return fields.map((field) => `${after.id} ${field}: A ${own.get(field) ?? ''} → B ${other.get(field) ?? ''}`)
    }),
    ...totals,
  ]
}
