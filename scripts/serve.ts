import { readSettings } from './read-data.ts'
import { siteFolder } from './site-folder.ts'
import { listen, staticServer } from './static-server.ts'

const port = Number(process.env['PORT'] ?? 4321)
const { site } = await readSettings()
const base = site === null ? '/' : new URL(site.address).pathname
try {
  const address = await listen(staticServer(siteFolder(), base), port)
  console.log(`${address}${base} で見られます。終えるには Ctrl+C を押してください。`)
} catch (cause) {
  console.error(`${port}番のポートを使えません。PORT=4322 npm start のように、ほかの番号にしてください。`)
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}
