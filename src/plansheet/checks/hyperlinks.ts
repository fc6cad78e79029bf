import { error, notice, type Issue } from '../issue.ts'
import { lineOf, type Reading } from '../reading.ts'

/**
 * The addresses that a sheet gives apart from its table prove how the wrapped ones are joined: each is the address of
 * a project. One that is not shows that an address of the table was joined or printed wrong.
 */
export function checkHyperlinks(reading: Reading): Issue[] {
  const { file, cells, projects } = reading
  const read = cells.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.url?.text ?? []))
  const unused = cells.hyperlinks.filter(({ text }) => !read.includes(text))
  const known = new Set(cells.hyperlinks.map(({ text }) => text))
  return [
    ...unused.map(({ text, lines }) =>
      error('hyperlink', file, {
        line: lines[0] ?? null,
        field: 'url',
        found: `計画書のリンク先「${text}」が、どの事業のURLとも一致しない`,
        expected: 'リンク先は、表のどれかのURLと同じ',
        remedy: '表のURLの折り返しや文字が抜けていないか、元の計画書と見比べてください。',
      }),
    ),
    ...projects.flatMap((project) =>
      project.url !== null && known.has(project.url)
        ? [
            notice('hyperlink-proved', file, {
              line: lineOf(reading, project, 'url'),
              id: project.id,
              field: 'url',
              found: '折り返されたURL',
              expected: 'つながったURL',
              remedy: '計画書のリンク先のアドレスと一致することを確かめました。',
            }),
          ]
        : [],
    ),
  ]
}
