import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

// What stands beside a folder while it is changed: `new` has come or is being copied, `old` is whole, `gone` is being removed.
// Beside it, so that a rename never crosses file systems; of one run alone, so that two runs do not meet.
type Kind = 'new' | 'old' | 'gone'
const beside = (folder: string, kind: Kind): string => `${resolve(folder)}.${kind}-${process.pid}`

/**
 * Has a folder made in the project, moves it beside its place, then puts it in the place of the one before. Where
 * making it fails, or the run is killed, the one before stays. (Between the two renames it has another name for a
 * moment: `recoverFolder` puts it back.)
 */
export async function swapFolder(folder: string, make: (made: string) => Promise<void>): Promise<void> {
  const made = resolve(`.build/site-${process.pid}`)
  const [next, old] = [beside(folder, 'new'), beside(folder, 'old')]
  try {
    await make(made)
    await mkdir(dirname(resolve(folder)), { recursive: true })
    await moveFolder(made, next)
    if (existsSync(folder)) await rename(folder, old)
    try {
      await rename(next, folder)
    } catch (cause) {
      if (existsSync(old)) await rename(old, folder)
      throw cause
    }
    if (existsSync(old)) await discard(folder, old)
  } finally {
    for (const rest of [made, next]) await rm(rest, { recursive: true, force: true })
  }
}

/** Puts back the folder that a killed run has left under another name, and removes what else it has left. */
export async function recoverFolder(folder: string): Promise<void> {
  const parent = dirname(resolve(folder))
  const start = `${basename(resolve(folder))}.`
  for (const name of existsSync(parent) ? await readdir(parent) : []) {
    const [, kind, pid] = (name.startsWith(start) && /^(new|old|gone)-(\d+)$/.exec(name.slice(start.length))) || []
    if (pid === undefined || isRunning(Number(pid))) continue
    if (kind !== 'old') await rm(join(parent, name), { recursive: true, force: true })
    else if (existsSync(folder)) await discard(folder, join(parent, name))
    else await rename(join(parent, name), folder)
  }
}

/** Renames a folder; across file systems, where that cannot be, copies it. */
async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EXDEV')) throw cause
    await cp(from, to, { recursive: true })
  }
}

/** Removes an old folder under a name that is never put back: a run killed meanwhile leaves it half removed. */
async function discard(folder: string, path: string): Promise<void> {
  const gone = beside(folder, 'gone')
  await rename(path, gone)
  await rm(gone, { recursive: true, force: true })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
