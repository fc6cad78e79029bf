import { notice, type Issue } from '../issue.ts'
import type { Reading } from '../reading.ts'

/** A project has a name. Where the sheet shows none, readers are told, and none is made up. */
export function checkNames({ file, projects }: Reading): Issue[] {
  return projects.flatMap(({ id, name, source }) =>
    name !== null
      ? []
      : [
          notice('name-absent', file, {
            line: source.lines[0]?.from ?? null,
            id,
            field: 'name',
            found: '事業名がない',
            expected: '事業名がある',
            remedy: '計画書のデータに事業名がないため、載せていません。',
          }),
        ],
  )
}
