import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readData } from '../scripts/read-data.ts'
import { sumOf } from '../src/catalogue/catalogue.ts'
import { CORRECTABLE } from '../src/register/corrections.ts'
import { LINK_RESULTS } from '../src/register/links.ts'
import { SITE_KEYS } from '../src/register/site.ts'
import { figure } from '../src/words/amount.ts'

const readme = readFileSync('README.md', 'utf8')
const dataReadme = readFileSync('data/README.md', 'utf8')
const { scripts, dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Record<'scripts' | 'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>

describe('the README', () => {
  test('names scripts that exist', () => {
    const named = [...`${readme}${dataReadme}`.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, script = '']) => script)
    expect(named).toContain('sheet')
    for (const script of [...named, 'start', 'test']) expect(Object.keys(scripts)).toContain(script)
  })
  test('names files that exist', () => {
    const named = [...readme.matchAll(/`((?:src|tests|data|scripts|hosting|\.github)\/[^`]+)`/g)].map(
      ([, path = '']) => path,
    )
    expect(named).not.toEqual([])
    for (const path of named) expect(existsSync(path), path).toBe(true)
    for (const folder of [...readme.matchAll(/^(src\/[a-z]+\/)/gm)].map(([, path = '']) => path)) {
      expect(existsSync(folder), folder).toBe(true)
    }
  })
  test('gives a reason for each dependency, and for no other; each is exact', () => {
    const table = readme.slice(readme.indexOf('## Dependencies'), readme.indexOf('Install scripts are'))
    const named = [...table.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies }
    expect([...new Set(named)].sort()).toEqual(Object.keys(all).sort())
    for (const version of Object.values(all)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })
})

test('the changes of the data end with the totals that there are', async () => {
  const { catalogue } = await readData('data')
  const [last = ''] = readFileSync('data/CHANGELOG.md', 'utf8').trimEnd().split('\n').slice(-1)
  const { count, total } = sumOf(catalogue?.projects ?? [])
  expect(last).toContain(`${figure(count)}事業、${figure(total.amountThousandYen)}千円 |`)
})

test('the changes of the software begin with the version that there is', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(/^## (\S+)/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1]).toBe(version)
})

test('the guide to the data names all its files, what can be said of the site, and how a page can be found', () => {
  for (const file of globSync('data/*.csv')) expect(dataReadme).toContain(`\`${basename(file)}\``)
  for (const key of SITE_KEYS) expect(dataReadme).toContain(`\n| \`${key}\` |`)
  for (const result of LINK_RESULTS) expect(dataReadme).toContain(`\n| \`${result}\` |`)
})

test('the guide to the data names every field that can be corrected', () => {
  for (const field of CORRECTABLE) expect(dataReadme).toContain(`\`${field}\``)
})

test('the guide to the data describes every code that an issue can have, and no other', () => {
  const code = globSync('{src,scripts}/**/*.ts')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const codes = [
    ...[...code.matchAll(/\b(?:error|notice)\(\s*'([a-z-]+)'/g)].map(([, name = '']) => name),
    // The faults of a row are reported through one function of records.ts.
    ...[...code.matchAll(/\bfault\(\s*'([a-z-]+)'|return \[\s*'([a-z-]+)',/g)].map(([, a, b]) => a ?? b ?? ''),
  ]
  const table = dataReadme.slice(dataReadme.indexOf('| 種類 |'))
  const described = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name = '']) => name)
  expect(described.sort()).toEqual([...new Set(codes)].sort())
})
