import { spawnSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { SITE } from '../support/build-site.ts'
import { hashOf } from '../support/hash.ts'
import { TEST_DATA } from '../support/test-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'same-bytes-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const project = join(folder, 'プロジェクト copy')
const site = join(folder, 'site')

/** Copies what a site is built from, the last file first: a disk may list files in the order in which they came. */
function copyProject(): void {
  const files = globSync(`{src,scripts,public,${TEST_DATA}}/**/*`)
    .filter((path) => statSync(path).isFile())
    .concat('astro.config.mjs', 'package.json', 'tsconfig.json')
  for (const file of files.sort().reverse()) {
    const copy = join(project, file.replace(TEST_DATA, 'data'))
    mkdirSync(dirname(copy), { recursive: true })
    cpSync(file, copy)
  }
  // The packages are the same; what earlier builds have kept is not.
  mkdirSync(join(project, 'node_modules'))
  for (const name of readdirSync('node_modules').filter((entry) => entry !== '.cache'))
    symlinkSync(resolve('node_modules', name), join(project, 'node_modules', name))
}

test('a copy of the project on another machine, in another time zone and language, years later: the same bytes', () => {
  copyProject()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL('tests/support/other-machine.ts').href, 'scripts/build.ts'],
    {
      encoding: 'utf8',
      cwd: project,
      env: {
        PATH: process.env['PATH'],
        CATALOGUE_OUT: site,
        HOME: '/home/other-user',
        USER: 'other-user',
        TZ: 'America/New_York',
        LANG: 'de_DE.UTF-8',
        LC_ALL: 'de_DE.UTF-8',
      },
    },
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(hashOf(site)).toEqual(hashOf(SITE))
}, 120_000)

test('no file of the site names a folder that it was built in', () => {
  const folders = [resolve('.'), resolve(SITE), `${homedir()}/`]
  for (const file of Object.keys(hashOf(SITE))) {
    const bytes = readFileSync(join(SITE, file))
    for (const name of folders) expect(bytes.includes(name), `${file} holds ${name}`).toBe(false)
  }
})
