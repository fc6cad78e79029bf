import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { formatIssue, isSound } from '../src/plansheet/issue.ts'
import { readData } from './read-data.ts'
import { siteFolder } from './site-folder.ts'

// Astro counts its users over the network unless told not to.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
const { build } = await import('astro')

const SITE = resolve(siteFolder())
// Beside the site, so that a rename never crosses file systems; of this run alone, so that two runs do not meet.
const ASIDE = `${SITE}.new-${process.pid}`
const OLD = `${SITE}.old-${process.pid}`

const { issues } = await readData()
if (isSound(issues)) {
  await mkdir(dirname(SITE), { recursive: true })
  try {
    await build({ root: '.', outDir: ASIDE, logLevel: 'warn' })
    await putInPlace()
  } finally {
    await rm(ASIDE, { recursive: true, force: true })
  }
  console.log(`${siteFolder()}/ にサイトを作りました。`)
} else {
  const errors = issues.filter(({ level }) => level === 'error')
  for (const issue of errors) console.error(formatIssue(issue))
  console.error(`誤りが${errors.length}件あるため、サイトは作っていません。前のサイトはそのままです。`)
  process.exitCode = 1
}

async function putInPlace(): Promise<void> {
  await rename(SITE, OLD).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
  })
  await rename(ASIDE, SITE)
  await rm(OLD, { recursive: true, force: true })
}
