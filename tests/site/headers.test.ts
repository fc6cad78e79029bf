import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listen, staticServer } from '../../scripts/static-server.ts'
import { headersFile, headersOf } from '../../src/site/headers.ts'
import { SITE } from '../support/build-site.ts'

test('types and charsets are those of the bytes', async () => {
  const files = mkdtempSync(join(tmpdir(), 'types-'))
  mkdirSync(join(files, 'data'), { recursive: true })
  const names = ['a.csv', 'a.sjis.csv', 'a.ndjson', 'a.xml', 'a.txt', 'a.json', 'a.jsonld', 'a.webmanifest', 'a.bin']
  for (const name of names) writeFileSync(join(files, 'data', name), 'x')
  const server = staticServer(files)
  const origin = await listen(server, 0)
  const types = await Promise.all(
    names.map(async (name) => (await fetch(`${origin}/data/${name}`)).headers.get('content-type')),
  )
  expect(types).toEqual([
    'text/csv; charset=utf-8',
    'text/csv; charset=Shift_JIS',
    'application/x-ndjson; charset=utf-8',
    'application/xml; charset=utf-8',
    'text/plain; charset=utf-8',
    'application/json; charset=utf-8',
    'application/ld+json; charset=utf-8',
    'application/manifest+json; charset=utf-8',
    'application/octet-stream',
  ])
  server.close()
  rmSync(files, { recursive: true })
})

const files = globSync('**/*.*', { cwd: SITE }).map((file) => `/${file.replaceAll('\\', '/')}`)
const folders = readdirSync(SITE).filter((name) => statSync(join(SITE, name)).isDirectory())

describe.each([
  ['/', readFileSync(join(SITE, '_headers'), 'utf8')],
  ['/jinzai/', headersFile(folders, '/jinzai/')],
])('the _headers for %s', (base, text) => {
  const rules = text
    .split(/\n(?=\S)/)
    .filter((rule) => rule.startsWith('/'))
    .map((rule) => {
      const [path = '', ...headers] = rule.trim().split('\n')
      const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace('*', '.*')}$`)
      return { path, pattern, headers: headers.map((line) => line.trim().split(/: (.*)/, 2) as [string, string]) }
    })
  test('say of each file what the server here says, and one thing only once', () => {
    expect(files.length).toBeGreaterThan(300)
    for (const file of files) {
      const address = base + file.slice(1).replace(/index\.html$/, '')
      const said = rules.flatMap(({ pattern, headers }) => (pattern.test(address) ? headers : []))
      const served = headersOf(file)
      for (const header of said) expect(served, file).toContainEqual(header)
      // A second policy narrows; a second value of any other header would be joined, or take the place of the first.
      const names = said.map(([name]) => name).filter((name) => name !== 'Content-Security-Policy')
      expect(new Set(names).size, file).toBe(names.length)
      if (file.endsWith('/index.html')) expect(said).toEqual(served.filter(([name]) => name !== 'Content-Type'))
    }
  })
  test('keep to what hosts allow: 100 rules, one * in each, lines of 2000 characters', () => {
    expect(rules.length).toBeGreaterThan(10)
    expect(rules.length).toBeLessThanOrEqual(100)
    for (const { path } of rules) expect(path.match(/\*/g)?.length ?? 0).toBeLessThanOrEqual(1)
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(2000)
  })
})

test('the headers forbid markup of scripts and styles, and keep hashed files alone for long', () => {
  const of = (path: string): Record<string, string> => Object.fromEntries(headersOf(path))
  const policies = (path: string): string[] =>
    headersOf(path).flatMap(([name, value]) => (name === 'Content-Security-Policy' ? [value] : []))
  expect(policies('/index.html').join()).not.toMatch(/unsafe|\*|https?:/)
  expect(policies('/index.html')).toHaveLength(1)
  expect(policies('/embed/2021-01/index.html').at(-1)).toBe('frame-ancestors *')
  expect(of('/assets/a.js')['Cache-Control']).toContain('immutable')
  expect(of('/projects/index.html')['Cache-Control']).toBe('public, max-age=0, must-revalidate')
  expect(of('/data/projects.csv')['Cache-Control']).toBe('public, max-age=600')
  expect(headersFile(['assets'], '/a/')).toMatch(
    /^\/a\/assets\/\*\n {2}Cache-Control: public, max-age=31536000, immutable$/m,
  )
})
