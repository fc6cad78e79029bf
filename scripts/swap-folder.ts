import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

// Beside the folder, so that a rename never crosses file systems; of one run alone, so that two runs do not meet.
const aside = (folder: string): string => `${resolve(folder)}.new-${process.pid}`
const old = (folder: string): string => `${resolve(folder)}.old-${process.pid}`

/**
 * Has a folder made aside, then puts it in the place of the one before. Where making it fails, or the run is killed,
 * the one before stays. (Between the two renames it has another name for a moment: the next run puts it back.)
 */
export async function swapFolder(folder: string, make: (aside: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(resolve(folder)), { recursive: true })
  await clearAfterKilledRuns(folder)
  try {
    await make(aside(folder))
    if (existsSync(folder)) await rename(folder, old(folder))
    await rename(aside(folder), folder)
  } finally {
    await rm(aside(folder), { recursive: true, force: true })
    await rm(old(folder), { recursive: true, force: true })
  }
}

/** Puts back, or removes, what runs have left behind that were killed. */
async function clearAfterKilledRuns(folder: string): Promise<void> {
  const parent = dirname(resolve(folder))
  for (const name of await readdir(parent)) {
    const start = `${basename(resolve(folder))}.`
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
