import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { formatIssue, isSound } from '../src/plansheet/issue.ts'
import { headersFile } from '../src/site/headers.ts'
import { drawPictures, picturesOf } from './draw-pictures.ts'
import { drawQrCodes } from './draw-qr-codes.ts'
import { preloadModules } from './preload-modules.ts'
import { readDataOnce } from './read-data.ts'
import { siteFolder } from './site-folder.ts'
import { writeSearch } from './write-search.ts'
import { writePages } from './write-pages.ts'
import { recoverFolder, swapFolder } from './swap-folder.ts'

// Of tens of thousands of programmes a heap that may double before it is cleaned holds half as much again for nothing.
setFlagsFromString('--heap-growing-percent=50')
// Astro counts its users over the network unless told not to.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
// A variable of the machine with one of these names would take the place of what Astro is told below.
for (const name of ['SITE', 'BASE_URL', 'SITE_PUBLISHER', 'MODE', 'DEV', 'PROD', 'SSR'])
  Reflect.deleteProperty(process.env, name)
const { build } = await import('astro')

await recoverFolder(siteFolder())
const { catalogue, words, site, issues } = await readDataOnce()
if (isSound(issues) && site !== null && catalogue !== null) {
  const { origin, pathname, hostname } = new URL(site.address)
  await swapFolder(siteFolder(), async (aside) => {
    await build({
      root: '.',
      outDir: aside,
      site: origin,
      base: pathname,
      logLevel: 'warn',
      integrations: [writePages(aside, pathname)],
      vite: { define: { 'import.meta.env.SITE_PUBLISHER': JSON.stringify(site.publisher) } },
    })
    writeSearch(join(aside, 'search'), catalogue, words)
    preloadModules(join(aside, 'search', 'index.html'), aside, pathname)
    drawQrCodes(aside, site.address, catalogue.projects)
    await drawPictures(join(aside, 'pictures'), picturesOf(catalogue))
    const entries = await readdir(aside, { withFileTypes: true })
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    await writeFile(join(aside, '_headers'), headersFile(folders, pathname))
  })
  console.log(`${siteFolder()}/ にサイトを作りました。`)
  if (hostname === 'localhost')
    console.log(
      'ページのアドレスは、このパソコンのものです。公開する前に、data/site.csv の address を置き場所のアドレスにしてください。',
    )
} else {
  const errors = issues.filter(({ level }) => level === 'error')
  for (const issue of errors) console.error(formatIssue(issue))
  console.error(`誤りが${errors.length}件あるため、サイトは作っていません。前のサイトはそのままです。`)
  process.exitCode = 1
}
