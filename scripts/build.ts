import { formatIssue, isSound } from '../src/plansheet/issue.ts'
import { readData } from './read-data.ts'
import { siteFolder } from './site-folder.ts'
import { recoverFolder, swapFolder } from './swap-folder.ts'

// Astro counts its users over the network unless told not to.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
const { build } = await import('astro')

await recoverFolder(siteFolder())
const { issues } = await readData()
if (isSound(issues)) {
  await swapFolder(siteFolder(), (aside) => build({ root: '.', outDir: aside, logLevel: 'warn' }))
  console.log(`${siteFolder()}/ にサイトを作りました。`)
} else {
  const errors = issues.filter(({ level }) => level === 'error')
  for (const issue of errors) console.error(formatIssue(issue))
  console.error(`誤りが${errors.length}件あるため、サイトは作っていません。前のサイトはそのままです。`)
  process.exitCode = 1
}
