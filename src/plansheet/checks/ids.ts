import { error, type Issue } from '../issue.ts'
import type { Reading } from '../reading.ts'

/** No two projects have the same id. */
export function checkIds({ file, projects }: Reading): Issue[] {
  const seen = new Map<string, number>()
  return projects.flatMap(({ id, source }) => {
    const line = source.lines[0]?.from ?? 0
    const first = seen.get(id)
    seen.set(id, first ?? line)
    if (first === undefined) return []
    return [
      error('id', file, {
        line,
        id,
        found: `ID「${id}」が${first}行目の事業と同じ`,
        expected: 'IDは事業ごとに違う',
        remedy: '番号が重なっていないか、元の計画書と見比べてください。',
      }),
    ]
  })
}
