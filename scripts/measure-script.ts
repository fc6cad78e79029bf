import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a run cost: seconds by the clock, seconds of CPU of it and of all that it started, peak memory in MiB. */
export interface Cost {
  wall: number
  cpu: number
  peak: number
}

/** Runs a script of this folder with Node and measures it. Throws where it fails. */
export function measureScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv, folder: string): Cost {
  const peakFile = join(folder, 'peak')
  const file = (name: string): string => join(import.meta.dirname, name)
  const started = performance.now()
  // The shell adds up the CPU of what it has waited for, and what that has waited for.
  const { status, stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      '"$@" >&2; status=$?; times; exit $status',
      'sh',
      process.execPath,
      '--import',
      file('peak-memory.ts'),
      file(script),
      ...args,
    ],
    { encoding: 'utf8', env: { ...process.env, ...env, PEAK_MEMORY: peakFile } },
  )
  const wall = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(stderr)
  // The second line is of the children: user and system, each as 1m2.34s.
  const times = [...(stdout.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  const cpu = times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
  return { wall, cpu, peak: Number(readFileSync(peakFile, 'utf8')) / 1024 }
}
