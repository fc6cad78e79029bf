import { error, notice, type Issue } from '../issue.ts'
import type { Reading } from '../reading.ts'

/**
 * The addresses that a sheet gives apart from its table prove how the wrapped ones are joined: each is the address of
 * a project. One that is not shows that an address of the table was joined or printed wrong.
 */
export function checkHyperlinks({ file, cells, projects }: Reading): Issue[] {
  const read = cells.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.url?.text ?? []))
  const unused = cells.hyperlinks.filter(({ text }) => !read.includes(text))
  const known = new Set(cells.hyperlinks.map(({ text }) => text))
  return [
    ...unused.map(({ text, lines }) =>
      error(
        'hyperlink',
        file,
        { line: lines[0] ?? null, field: 'url' },
        {
          found: `ファイルの終わりにあるリンク先「${text}」が、どの事業のURLとも一致しない`,
          expected: 'リンク先は、表のどれかのURLと同じ',
          remedy: '表のURLの折り返しや文字が抜けていないか、元の計画書と見比べてください。',
        },
      ),
    ),
    ...projects.flatMap(({ id, url, source }) =>
      url !== null && known.has(url)
        ? [
            notice(
              'hyperlink-proved',
              file,
              { line: source.lines[0]?.from ?? null, id, field: 'url' },
              {
                found: '折り返されたURL',
                expected: 'つながったURL',
                remedy: '計画書のリンク先のアドレスと一致することを確かめました。',
              },
            ),
          ]
        : [],
    ),
  ]
}
