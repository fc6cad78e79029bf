import { rename, rm } from 'node:fs/promises'
import { formatIssue, isSound } from '../src/plansheet/issue.ts'
import { readData } from './read-data.ts'

// Astro counts its users over the network unless told not to.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
const { build } = await import('astro')

/** Where the site is made, and where it is put once it is whole. */
const ASIDE = '.build/site'
const OLD = '.build/old'
const SITE = process.env['CATALOGUE_OUT'] ?? 'dist'

const { issues } = await readData()
if (isSound(issues)) {
  await rm(ASIDE, { recursive: true, force: true })
  await build({ root: '.', outDir: ASIDE, logLevel: 'warn' })
  await putInPlace()
  console.log(`${SITE}/ にサイトを作りました。`)
} else {
  const errors = issues.filter(({ level }) => level === 'error')
  for (const issue of errors) console.error(formatIssue(issue))
  console.error(`誤りが${errors.length}件あるため、サイトは作っていません。前のサイトはそのままです。`)
  process.exitCode = 1
}

async function putInPlace(): Promise<void> {
  await rm(OLD, { recursive: true, force: true })
  await rename(SITE, OLD).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
  })
  await rename(ASIDE, SITE)
  await rm(OLD, { recursive: true, force: true })
}
