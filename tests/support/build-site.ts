import { spawnSync } from 'node:child_process'
import { makeTestData, TEST_DATA } from './test-data.ts'

/** Where the tests find the built site. */
export const SITE = '.build/test-site'

/** Builds the real site once, before all tests, the way that people do. */
export default function setup(): void {
  makeTestData()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CATALOGUE_DATA: TEST_DATA, CATALOGUE_OUT: SITE },
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
}
