import { globSync, readFileSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { expect, test } from 'vitest'

const files = globSync('{src,scripts}/**/*.{ts,astro}')
/** What a file imports at once; `withAll` with the types, which cost nothing, and what is fetched on demand. */
const importsOf = (file: string, withAll = false): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      withAll ? /(?:from |import ?\(?)'([^']+)'/g : /^(?!import type).*(?:from|import) '([^']+)'/gm,
    ),
  ].map(([, target = '']) =>
    target.startsWith('.')
      ? normalize(join(file, '..', target))
          .split(sep)
          .join('/')
      : target,
  )

/** All that a file imports, and what that imports in turn. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  for (const target of importsOf(file)) {
    if (seen.has(target)) continue
    seen.add(target)
    if (files.includes(target)) reach(target, seen)
  }
  return seen
}

const direct = (folder: RegExp, forbidden: RegExp): string[] =>
  files
    .filter((file) => folder.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => forbidden.test(target))
        .map((target) => `${file} → ${target}`),
    )

test('the files are found, and so are their imports', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(importsOf('src/plansheet/index.ts')).toContain('src/plansheet/checks/index.ts')
})

test.each<[string, RegExp, RegExp]>([
  ['the parser knows no later stage', /^src\/plansheet\//, /^(astro|fuse)|^src\/(?!plansheet\/|csv\/)|^scripts\//],
  [
    'a check does not use the code that it checks',
    /^src\/plansheet\/checks\//,
    /^src\/plansheet\/(text|csv|pdf|xlsx|grid|table|values|records|index)/,
  ],
  [
    'a reader of a file format knows no record',
    /^src\/plansheet\/(text|csv|pdf|xlsx|grid|table)\//,
    /^src\/plansheet\/(records|schema|checks|values|index)/,
  ],
  [
    'the register and the catalogue know no page',
    /^src\/(register|catalogue)\//,
    /^astro|^src\/(pages|components|layouts|site|search)\//,
  ],
  ['a component does not fetch its data', /^src\/(components|layouts)\//, /^src\/site\/catalogue\.ts|^scripts\//],
  ['only scripts touch the disk', /^src\/(?!site\/catalogue\.ts)/, /^node:|^scripts\//],
])('%s', (_, folder, forbidden) => {
  expect(direct(folder, forbidden)).toEqual([])
})

test('each room of the search knows only those before it', () => {
  const rooms = [
    'words',
    'numbers',
    'programmes',
    'query',
    'understanding',
    'mending',
    'answer',
    'telling',
    'index',
    'page',
  ]
  const roomOf = (file: string): number => rooms.indexOf(/^src\/search\/([^/]+)\//.exec(file)?.[1] ?? '')
  const inRooms = files.filter((file) => file.startsWith('src/search/'))
  expect(inRooms.filter((file) => roomOf(file) < 0)).toEqual([])
  expect(
    inRooms.flatMap((file) =>
      importsOf(file, true)
        .filter((target) => roomOf(target) > roomOf(file))
        .map((target) => `${file} → ${target}`),
    ),
  ).toEqual([])
})

test('what runs in the page holds neither the parser nor zod nor papaparse', () => {
  const inPage = [...reach('src/search/page/page.ts')]
  expect(inPage).toContain('src/search/answer/find.ts')
  expect(inPage.filter((target) => /zod|papaparse|^src\/(plansheet|register|catalogue)\//.test(target))).toEqual([])
})

test('what builds the site loads neither the readers of PDF and Excel nor their libraries', () => {
  const forbidden = /^(unpdf|hucre)|^src\/plansheet\/(pdf|xlsx|grid)\/|^scripts\/load-/
  const readers = reach('scripts/load-pdf.ts')
  expect([...readers].filter((target) => forbidden.test(target))).not.toEqual([])
  for (const file of ['scripts/build.ts', 'src/site/catalogue.ts', 'scripts/sheet.ts', 'astro.config.mjs']) {
    const reached = [...reach(file)]
    expect(reached).not.toEqual([])
    expect(
      reached.filter((target) => forbidden.test(target)),
      file,
    ).toEqual([])
  }
})

test('pure folders have no clock, no chance, and print nothing', () => {
  const impure = /\bDate\.now|new Date\(|Math\.random|\bconsole\.|\bprocess\./
  expect(
    files.filter(
      (file) =>
        /^src\/(plansheet|register|catalogue|words|search)\//.test(file) && impure.test(readFileSync(file, 'utf8')),
    ),
  ).toEqual([])
})

test('no name, number or address of the real sheet is in the code', () => {
  // The few municipalities named here are examples in comments.
  const code = files
    .map((file) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|例[:：][^'`"]*/g, ''))
    .join('\n')
  for (const word of ['katsushika', 'hachioji', '3546-2097', '建設業人材', '若者の福祉的', '13112'])
    expect(code).not.toContain(word)
})

test('the runtime is one that the tools need', () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  expect(major * 100 + minor).toBeGreaterThanOrEqual(2212)
})
