import { spawnSync } from 'node:child_process'

/** Where the tests find the built site. */
export const SITE = '.build/test-site'

/** Builds the real site once, before all tests, the way that people do. */
export default function setup(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, CATALOGUE_OUT: SITE },
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
}
