import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

// Beside the folder, so that a rename never crosses file systems; of one run alone, so that two runs do not meet.
const aside = (folder: string): string => `${resolve(folder)}.new-${process.pid}`
const old = (folder: string): string => `${resolve(folder)}.old-${process.pid}`

/**
 * Has a folder made in the project, copies it beside its place, then puts it in the place of the one before. Where
 * making it fails, or the run is killed, the one before stays. (Between the two renames it has another name for a
 * moment: `recoverFolder` puts it back.)
 */
export async function swapFolder(folder: string, make: (made: string) => Promise<void>): Promise<void> {
  const made = resolve(`.build/site-${process.pid}`)
  try {
    await make(made)
    await mkdir(dirname(resolve(folder)), { recursive: true })
    await cp(made, aside(folder), { recursive: true })
    if (existsSync(folder)) await rename(folder, old(folder))
    try {
      await rename(aside(folder), folder)
    } catch (cause) {
      if (existsSync(old(folder))) await rename(old(folder), folder)
      throw cause
    }
    await rm(old(folder), { recursive: true, force: true })
  } finally {
    for (const rest of [made, aside(folder)]) await rm(rest, { recursive: true, force: true })
  }
}

/** Puts back the folder that a killed run has left under another name, and removes what else it has left. */
export async function recoverFolder(folder: string): Promise<void> {
  const parent = dirname(resolve(folder))
  const start = `${basename(resolve(folder))}.`
  for (const name of existsSync(parent) ? await readdir(parent) : []) {
    const [, kind, pid] = (name.startsWith(start) && /^(new|old)-(\d+)$/.exec(name.slice(start.length))) || []
    if (pid === undefined || isRunning(Number(pid))) continue
    if (kind === 'old' && !existsSync(folder)) await rename(join(parent, name), folder)
    else await rm(join(parent, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
