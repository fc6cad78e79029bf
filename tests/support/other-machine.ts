import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'

// Loaded before a build (`node --import`), this makes it believe that it runs on another machine, years from now.
const AHEAD = 1_500 * 24 * 3600 * 1000
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [RealDate.now() + AHEAD] : given) as [number]))
  }
  static override now(): number {
    return RealDate.now() + AHEAD
  }
} as DateConstructor

const user = os.userInfo()
Object.assign(os, {
  hostname: () => 'other-machine',
  homedir: () => '/home/other-user',
  userInfo: () => ({ ...user, username: 'other-user', homedir: '/home/other-user' }),
  cpus: () => [],
})
syncBuiltinESMExports()
