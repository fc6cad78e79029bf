import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { headersOf, TYPES } from '../src/site/headers.ts'

const nginx = readFileSync('hosting/nginx.conf', 'utf8')
const workflow = readFileSync('.github/workflows/pages.yml', 'utf8')

/** What nginx sends with a file: its `add_header` lines, each variable looked up in its map. */
function nginxHeaders(path: string): [string, string][] {
  const maps = Object.fromEntries(
    [...nginx.matchAll(/^map \$uri (\$\w+) \{\n([^}]*)\}/gm)].map(([, name = '', body = '']) => {
      const rows = [...body.matchAll(/^\s*(\S+)\s+"(.*)";$/gm)].map(([, key = '', value = '']) => ({ key, value }))
      const found = rows.find(({ key }) => key.startsWith('~') && new RegExp(key.slice(1)).test(path))
      return [name, (found ?? rows.find(({ key }) => key === 'default'))?.value ?? '']
    }),
  )
  return [...nginx.matchAll(/add_header (\S+) (?:"([^"]*)"|(\$\w+)) always;/g)].flatMap(
    ([, name = '', value, variable = '']): [string, string][] => {
      const sent = value ?? maps[variable] ?? ''
      return sent === '' ? [] : [[name, sent]]
    },
  )
}

test.each(['/index.html', '/404.html', '/assets/a.js', '/data/projects.csv', '/embed/2021-01/index.html'])(
  'nginx sends %s with the headers that the site asks for',
  (path) => {
    const asked = headersOf(path).filter(([name]) => name !== 'Content-Type')
    expect(nginxHeaders(path).sort()).toEqual([...asked].sort())
  },
)

test('nginx knows the content types, and no other', () => {
  const types = [...nginx.matchAll(/^\s+(?:"([^"]+)"|(\S+\/\S+))\s+(\w+);$/gm)].map(
    ([, quoted, bare, end = '']) => [`.${end}`, quoted ?? bare ?? ''] as const,
  )
  const [, end = '', type = ''] = /location ~ (\S+)\$ \{\s+types \{ \}\s+default_type "([^"]+)";/.exec(nginx) ?? []
  expect(Object.fromEntries([...types, [end.replaceAll('\\', ''), type]])).toEqual(TYPES)
})

test('the workflow runs what the README says, with actions that cannot change', () => {
  expect(workflow).toContain('run: npm ci && npm run build\n')
  expect(readFileSync('README.md', 'utf8')).toContain('npm ci && npm run build')
  const actions = [...workflow.matchAll(/uses: (\S+)(.*)/g)]
  expect(actions.length).toBeGreaterThan(3)
  for (const [, action = '', version = ''] of actions) {
    expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
    expect(version).toMatch(/^ # v\d+\.\d+\.\d+$/)
  }
})
