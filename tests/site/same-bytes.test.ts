import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SITE } from '../support/build-site.ts'

const AGAIN = '.build/test-again'
afterAll(() => {
  rmSync(AGAIN, { recursive: true, force: true })
})

const bytes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    globSync('**/*', { cwd: folder })
      .filter((file) => statSync(join(folder, file)).isFile())
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  )

test('two builds give the same bytes, in another folder, time zone and language, at another time', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CATALOGUE_OUT: AGAIN, TZ: 'America/New_York', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  })
  expect(stderr).not.toContain('Error')
  expect(status).toBe(0)
  expect(bytes(AGAIN)).toEqual(bytes(SITE))
}, 120_000)
